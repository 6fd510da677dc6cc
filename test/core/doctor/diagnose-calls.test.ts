import { expect, test } from 'vitest'
import { diagnoseCalls } from '../../../src/core/doctor/diagnose-calls.ts'
import { ARTICLES, CLASS_CASES, callsOf, type Notice, PARTY_DAY } from '../../support/notices.ts'

const lines = (notice: Notice) =>
  diagnoseCalls(callsOf(notice), {
    ...{ now: new Date('2025-09-01T00:00:00Z'), timezone: 'Asia/Shanghai', replies: 'hold' },
  }).map(({ about, seen }) => `${about}: ${seen}`)

test('a call without a roster is told by what says who applies', () => {
  const told = lines(ARTICLES)
  expect(told).toContain(
    'call 2025-young-talent: applicants: no roster: whoever the form or the name says, by «申请人»',
  )
  expect(told.join()).not.toContain('branches')
})

test('a call with one by how many may apply', () => {
  expect(lines(PARTY_DAY)).toContain(
    'call 2024-party-day: roster: 3 branches, from 机械设计系教工党支部 to 化工机械系教工党支部, 0 of them excluded',
  )
})

test('a rule that refuses its notice’s own example is told', () => {
  const file = 'calls/2024-party-day.yaml'
  const naming = "naming: { archive: '{branch}', examples: { archive: 教工第九党支部-党日 } }"
  const call = PARTY_DAY.files[file]?.replace("naming: { archive: '{branch}' }", naming) ?? ''
  const notice = { ...PARTY_DAY, files: { ...PARTY_DAY.files, [file]: call } }
  expect(lines(notice).join('\n')).toContain('call 2024-party-day: naming: 通知举例的压缩包“教工第九党支部-党日”不符合')
})

test('a call without a form is short of no template, and a roster tells which columns are not read', () => {
  const told = lines(CLASS_CASES)
  expect(told.join()).not.toContain('template')
  expect(told).toContain(
    'call 2026-class-cases: roster: 2 applicants, from 外国语学院 to 材料学院, 0 of them excluded; columns not read: 序号, 联系人',
  )
})
