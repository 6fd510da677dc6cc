import { expect, test } from 'vitest'
import { runChecks } from '../../../src/core/eligibility/all-checks.ts'
import { aForm } from '../../support/form.ts'
import { aBranch, oneCheck } from '../../support/one-check.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const judge = (name: string, branchTypeText: string | null = null) =>
  oneCheck('scope.stable', aForm({ branchName: name, branchTypeText }), aBranch({ name, type: 'student' }))

test.each([
  ['2021级本科生党支部', 'review'],
  ['2022级本科生党支部', 'pass'],
  ['2022级硕士党支部', 'review'],
  ['2023级硕士党支部', 'pass'],
  ['2022级研究生党支部', 'review'],
  ['2022级博士研究生党支部', 'pass'],
  ['2021级博士党支部', 'review'],
  ['2023级硕博党支部', 'pass'],
  ['2022级硕博党支部', 'review'],
  ['16级博士党支部', 'review'],
  ['23级博士党支部', 'pass'],
  ['2021、2022级本科生党支部', 'review'],
  ['2022-2023级本科生党支部', 'pass'],
  ['２０２２级本科生党支部', 'pass'],
  ['2023级专硕党支部', 'review'],
  ['2024级专业硕士党支部', 'pass'],
  ['2023级党支部', 'review'],
  ['本科生第一党支部', 'review'],
  ['机器人-硕博-控制02-学生党支部', 'review'],
] as const)('a student branch %s: %s', (name, verdict) => {
  expect(judge(name).verdict).toBe(verdict)
})

test('of several degrees the shortest counts', () => {
  expect(judge('2022级党支部', '☑本科生 ☑硕士生').verdict).toBe('review')
})

test('a grade that graduates in the last month of the cycle does so inside it', () => {
  const call = { ...shippedCall, cycle: { from: '2024-06', to: '2026-06' } }
  const branch = aBranch({ name: '2022级本科生党支部', type: 'student' })
  expect(runChecks(aForm(), call, branch).find(({ id }) => id === 'scope.stable')?.verdict).toBe('review')
})

test('the degree ticked in the form counts where the name tells none', () => {
  expect(judge('2022级党支部', '☑本科生 □硕士生').verdict).toBe('pass')
  expect(judge('2022级党支部', '□本科生 ☑硕士生').verdict).toBe('review')
})

test('so does the grade, which is quoted', () => {
  expect(judge('本科生第一党支部', '☑2022级本科生').evidence).toEqual(['☑2022级本科生'])
  expect(judge('本科生第一党支部', '☑2022级本科生 □2021级本科生').verdict).toBe('pass')
  expect(judge('本科生第一党支部', '□2022级本科生 ☑2021级本科生').verdict).toBe('review')
})

test.each([
  ['本科生第一党支部', '系统未能识别学生党支部的年级，请核实创建周期内是否保持稳定。'],
  ['202级本科生党支部', '系统未能识别学生党支部的年级，请核实创建周期内是否保持稳定。'],
  ['23级博士党支部', '2023级按4年学制于2027年6月毕业，在创建周期之后。'],
  ['2022级党支部', '培养层次不明，请核实所在年级是否在创建周期内毕业。'],
])('the note says what is known of %s', (name, note) => {
  expect(judge(name).note).toBe(note)
})

test('the note says when the grade graduates', () => {
  expect(judge('2021级本科生党支部')).toEqual({
    id: 'scope.stable',
    verdict: 'review',
    evidence: ['2021级本科生党支部'],
    note: '2021级按4年学制于2025年6月毕业，在创建周期之内（至2026年5月），请核实。',
  })
})

test.each(['teacher', 'mixed', 'retired'] as const)('a %s branch passes', type => {
  expect(oneCheck('scope.stable', aForm(), aBranch({ type }))).toMatchObject({
    verdict: 'pass',
    evidence: ['☑教师 □学生'],
  })
  expect(oneCheck('scope.stable', aForm({ branchTypeText: null }), aBranch({ type })).evidence).toEqual([
    '教工第一党支部',
  ])
})

test('a branch whose type nobody knows is for a person', () => {
  const form = aForm({ branchType: 'unknown' })
  expect(oneCheck('scope.stable', form, aBranch({ name: '过装专业第一党支部', type: null })).verdict).toBe('review')
})

test('a planned merger is quoted for a person', () => {
  const idea = '支部拟于2025年与兄弟支部合并。'
  expect(oneCheck('scope.stable', aForm({ idea }))).toMatchObject({ verdict: 'review', evidence: [idea] })
})

test('an election within the cycle is no change; the note tells of it', () => {
  const idea = '支部计划于2025年6月按期换届。'
  expect(oneCheck('scope.stable', aForm({ idea }))).toEqual({
    id: 'scope.stable',
    verdict: 'pass',
    evidence: ['☑教师 □学生', idea],
    note: '非学生党支部，系统未识别出支部调整计划。申报书提及换届安排。',
  })
})

test.each(['支部拟于明年换届。', '2025年6月前完成支部换届。'])('so does «%s» among the measures', measuresText => {
  expect(oneCheck('scope.stable', aForm({ measuresText })).evidence).toContain(measuresText)
})

test.each(['支部按期换届，分工明确。', '支部于2022年6月换届。'])('an election of the past is no news: «%s»', basis => {
  expect(oneCheck('scope.stable', aForm({ basis })).evidence).toEqual(['☑教师 □学生'])
})

test('a change for a day of the cycle is quoted for a person, with or without a word for a plan', () => {
  const measuresText = '2025年6月，支部与兄弟支部合并。'
  expect(oneCheck('scope.stable', aForm({ measuresText }))).toMatchObject({
    verdict: 'review',
    evidence: [measuresText],
  })
})

test.each(['学院拟将两个研究所合并。', '支部拟打造特色品牌。'])('«%s» is no change of the branch', idea => {
  expect(oneCheck('scope.stable', aForm({ idea })).verdict).toBe('pass')
})

test('a merger of the past is none', () => {
  expect(oneCheck('scope.stable', aForm({ idea: '支部于2016年由两个支部合并组建。' })).verdict).toBe('pass')
})
