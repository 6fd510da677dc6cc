import { describe, expect, test } from 'vitest'
import type { Call } from '../../../src/core/call/call.ts'
import type { Document } from '../../../src/core/document/document.ts'
import { scannedAmong } from '../../../src/core/document/scanned-document.ts'
import { mayBeApplication } from '../../../src/core/message/may-be-application.ts'
import { fileOf, formOf, judged } from '../../support/judged-mail.ts'
import { callsOf } from '../../support/notices.ts'
import { SCHOLARSHIP } from '../../support/scholarship.ts'

const TITLE = '启明奖学金申请表'
const NAME = '启明奖学金-张小明-202400101'
const calls = callsOf(SCHOLARSHIP)
/** The same, its form as a photo, too. */
const taking: readonly Call[] = calls.map(call => ({
  ...call,
  deliverables: call.deliverables.map(one =>
    one.reads === 'form' ? { ...one, formats: [...one.formats, 'image'] } : one,
  ),
}))
const form = formOf(
  TITLE,
  { 姓名: '张小明', 学号: '202400101', 专业: '应用化学', 联系电话: '13800000000', 成绩排名: '3' },
  { name: `${NAME}.docx`, texts: { 主要事迹: '学习刻苦，成绩优良，积极参加科研训练，获校级竞赛一等奖。' } },
)
const photo = fileOf(`${NAME}.jpg`, 'image')
const certificate = fileOf('获奖证书.jpg', 'image')

const told = (open: readonly Call[], ...documents: readonly Document[]) => {
  const [decision] = judged(open, { subject: NAME, documents })
  const { outcome, problems } = decision
  return {
    ...{ outcome, codes: problems.map(({ code }) => code) },
    waiting: scannedAmong(decision.documents).length,
    kept: decision.documents.map(({ deliverable }) => deliverable),
  }
}

describe('a photo of the form', () => {
  test('is a person’s case where the call takes photos, and waits to be read as a scan does', () => {
    expect(told(taking, photo)).toMatchObject({ outcome: 'held', codes: ['file.unreadable'], waiting: 1 })
  })

  test('is asked for as a document where the call takes none, and is not read', () => {
    expect(told(calls, photo)).toMatchObject({ outcome: 'returned', waiting: 0 })
  })

  test('beside the form itself is kept, and not read', () => {
    expect(told(taking, form, photo)).toMatchObject({ outcome: 'accepted', waiting: 0 })
  })

  test('and one that is named as proof are told apart', () => {
    expect(told(taking, photo, certificate)).toMatchObject({ outcome: 'held', waiting: 1, kept: [null, 'proof'] })
    expect(told(calls, form, certificate)).toMatchObject({ outcome: 'accepted', waiting: 0, kept: ['form', 'proof'] })
  })
})

test('a mail that brings nothing but a photo is downloaded where a photo is asked for, and only then', () => {
  const mail = (name: string) => ({
    ...{ subject: '老师好', headers: [], size: 1 },
    parts: [{ name, type: 'image/jpeg', attached: true }],
  })
  expect(mayBeApplication(mail('IMG_2024.jpg'), taking)).toBe(true)
  expect(mayBeApplication(mail('IMG_2024.jpg'), calls)).toBe(false)
  expect(mayBeApplication(mail('image001.png'), taking)).toBe(false)
})
