import { describe, expect, test } from 'vitest'
import { documentFindings } from '../../../src/core/judge/findings/document-findings.ts'
import { makeProblem, problemTitle } from '../../../src/core/judge/problem-text.ts'
import { file } from '../../support/people/judged.ts'
import { shippedCall } from '../../support/shipped-call.ts'

describe('a problem', () => {
  test('carries what was seen and expected, and what to do', () => {
    const problem = makeProblem('file.name', { seen: '申报书.docx', expected: '正确.docx' })
    expect(problem).toEqual({
      code: 'file.name',
      seen: '申报书.docx',
      expected: '正确.docx',
      remedy: expect.any(String),
    })
    expect(problemTitle(problem, shippedCall.nouns)).toBe('申报书文件名不符合通知要求')
  })

  test.each([
    ['unrecognised', '系统未能识别文件是否为申报书'],
    ['encrypted', '文件设有密码或经过加密'],
    ['encrypted-mail', '邮件经过加密'],
    ['scanned', '系统未能读取文件'],
    ['', '系统未能读取文件'],
  ])('of a file whose why is «%s» is headed «%s»', (detail, title) => {
    const problem = makeProblem('file.unreadable', { detail }, shippedCall.nouns)
    expect(problemTitle(problem, shippedCall.nouns)).toBe(title)
    expect(problem.remedy.includes('未能读')).toBe(false)
  })

  test('has null where nothing is known', () => {
    expect(makeProblem('subject.missing')).toMatchObject({ seen: null, expected: null })
  })

  test.each([
    ['encrypted', '取消密码'],
    ['encrypted-mail', '取消加密后重新发送'],
    ['unrecognised', '核对'],
    ['corrupt', '能正常打开'],
    ['scanned', '可编辑的Word版'],
    ['undecodable', '重新添加附件'],
    ['too-large', '压缩其中的图片'],
    ['timeout', 'Word版'],
    ['toString', 'Word版'],
  ])('of a file that is %s asks for what helps', (detail, words) => {
    expect(makeProblem('file.unreadable', { detail }).remedy).toContain(words)
  })

  test('of a shortcut says that it is none of the file', () => {
    const documents = [file('申报书.docx - 快捷方式.lnk', { kind: 'other', status: 'skipped', content: null })]
    const [found] = documentFindings({ kind: 'format', documents }, shippedCall, false)
    expect(found?.problem).toMatchObject({ code: 'file.format', remedy: expect.stringMatching(/^收到的是快捷方式/) })
  })

  test('of an unknown branch points to the suggestions, where there are any', () => {
    expect(makeProblem('branch.unknown', { expected: '教工第一党支部' }, shippedCall.nouns).remedy).toContain(
      '请核对支部全称',
    )
    expect(makeProblem('branch.unknown', {}, shippedCall.nouns).remedy).toContain('由学院党委核对')
  })

  test('of a condition says first what the check found', () => {
    const { remedy } = makeProblem('eligibility.honour.branch', { detail: '荣誉栏填写为“无”。' })
    expect(remedy).toMatch(/^荣誉栏填写为“无”。如另有/)
  })
})
