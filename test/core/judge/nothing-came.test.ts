import { describe, expect, test } from 'vitest'
import { fileOf, judged, type Mail, told } from '../../support/judged-mail.ts'
import { CLASS_CASES, callsOf, ESSAYS, type Notice, PHOTOS } from '../../support/notices.ts'

const LINK = '作品见网盘链接 https://pan.baidu.com/s/1abc 提取码 1234'
const ESSAY = '张小明+外国语学院+在路上'

/** Two papers that are required, and no form. */
const TWO: Notice = {
  ...ESSAYS,
  files: {
    'calls/2026-essays.yaml': `${ESSAYS.files['calls/2026-essays.yaml']}  - { id: promise, title: 原创承诺书, formats: [pdf, image] }\n`,
  },
}

describe('a mail that brings no paper, in a call without a form, is told so once', () => {
  test.each<[string, Notice, Mail, string]>([
    ['a link', ESSAYS, { subject: ESSAY, text: LINK }, '张小明: returned file.link'],
    ['words alone', ESSAYS, { subject: ESSAY, text: '见正文。' }, '张小明: returned file.missing'],
    [
      'a link beside a logo',
      ESSAYS,
      { subject: ESSAY, text: LINK, documents: [fileOf('image001.png', 'image')] },
      '张小明: returned file.link',
    ],
    ['pictures by link', PHOTOS, { subject: '摄影征集-张小明-文学院', text: LINK }, '张小明: returned file.link'],
    [
      'a case by link',
      CLASS_CASES,
      { subject: '外国语学院+英语2401+点亮心灯', text: LINK },
      '外国语学院（点亮心灯）: returned file.link',
    ],
    [
      'two papers by link',
      TWO,
      { subject: ESSAY, text: LINK },
      '张小明: returned file.link deliverable.missing(征文) deliverable.missing(原创承诺书)',
    ],
  ])('%s', (_, notice, mail, expected) => expect(told(judged(callsOf(notice), mail))).toEqual([expected]))

  test('and nothing is said of papers that have come', () => {
    const said = (mail: Mail) => JSON.stringify(judged(callsOf(TWO), mail)[0].problems)
    expect(said({ subject: ESSAY, text: LINK })).not.toContain('已收到')
    expect(said({ subject: ESSAY, documents: [{ ...fileOf(`${ESSAY}.docx`, 'docx'), status: 'read' }] })).toContain(
      '已收到',
    )
  })

  test('and what the papers may come as', () => {
    const expected = (notice: Notice, subject: string) =>
      judged(callsOf(notice), { subject, text: LINK })[0].problems.find(({ code }) => code === 'file.link')?.expected
    expect(expected(ESSAYS, ESSAY)).toBe('征文附件，可为Word（docx、doc）、PDF或zip压缩包')
    expect(expected(PHOTOS, '摄影征集-张小明-文学院')).toBe('摄影作品附件，可为图片或zip压缩包')
  })
})
