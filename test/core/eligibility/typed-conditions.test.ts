import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../src/core/eligibility/all-checks.ts'
import type { CheckDescription, CheckType } from '../../../src/core/eligibility/check.ts'
import type { Confidence, Honour } from '../../../src/core/form/form.ts'
import { COMMON_HONOUR_WORDS } from '../../../src/core/words/check-words.ts'
import { aForm, anHonour } from '../../support/form.ts'
import { shippedCall } from '../../support/shipped-call.ts'

type Params = CheckDescription['params']

const [described] = shippedCall.checks
if (described === undefined) throw new Error('the shipped call has no conditions')

/** What a condition of any call says of what stands in a field. */
function verdictOn(
  { type, params }: { readonly type: CheckType; readonly params: Params },
  values: Readonly<Record<string, string>>,
  confidence: Confidence = 'sure',
): string | undefined {
  const form = aForm()
  const sure = Object.fromEntries(Object.keys(values).map(field => [field, confidence]))
  const call = { ...shippedCall, checks: [{ ...described, id: 'one', type, params } as CheckDescription] }
  const [check] = runChecks(
    { ...form, values: { ...form.values, ...values }, confidence: { ...form.confidence, ...sure } },
    call,
    null,
  )
  return check?.verdict
}

describe('a number', () => {
  const team = { type: 'number', params: { field: 'members', least: 2, most: 5 } } as const
  test.each([
    ['5人', 'pass'],
    ['2', 'pass'],
    ['6人', 'fail'],
    ['1', 'fail'],
    ['3至6人', 'review'],
    ['若干', 'review'],
    ['', 'review'],
  ])('«%s» between 2 and 5: %s', (members, verdict) => {
    expect(verdictOn(team, { members })).toBe(verdict)
  })
})

describe('a ratio', () => {
  const best = { type: 'ratio', params: { field: 'rank', most: 0.2 } } as const
  test.each([
    ['3/85', 'pass'],
    ['前8%', 'pass'],
    ['40/85', 'fail'],
    ['前30%', 'fail'],
    ['2/118 （名次/总人数）', 'pass'],
    ['专业排名：第2名／共118人', 'pass'],
    ['2（名次）/118（总人数）', 'pass'],
    ['第5名（专业共96人）', 'pass'],
    ['3/118，5/118', 'review'],
    ['名列前茅', 'review'],
    ['', 'review'],
  ])('«%s» within the first fifth: %s', (rank, verdict) => {
    expect(verdictOn(best, { rank })).toBe(verdict)
  })

  const parted = { type: 'ratio', params: { field: 'rank', of: 'ranked', most: 0.2 } } as const
  test.each([
    ['3', '85', 'pass'],
    ['40', '85', 'fail'],
    ['3', '', 'review'],
    ['90', '85', 'review'],
    ['3', '0', 'review'],
  ])('«%s» of «%s», in two cells: %s', (rank, ranked, verdict) => {
    expect(verdictOn(parted, { rank, ranked })).toBe(verdict)
  })
})

test.each([
  ['张三、李四', 'pass'],
  ['张三', 'review'],
  ['', 'review'],
])('a list «%s» of two at least is never refused for its number: %s', (people, verdict) => {
  expect(verdictOn({ type: 'count', params: { field: 'people', least: 2 } }, { people })).toBe(verdict)
})

describe('an age on the day of the deadline, 20 May 2024', () => {
  const young = { type: 'age', params: { field: 'born', most: 35 } } as const
  test.each([
    ['1990年3月1日', 'pass'],
    ['1988.5.21', 'pass'],
    ['1988年5月20日', 'fail'],
    ['1980.6', 'fail'],
    ['1988年5月', 'review'],
    ['1988年', 'review'],
    ['属龙', 'review'],
    ['', 'review'],
  ])('born «%s», 35 at most: %s', (born, verdict) => {
    expect(verdictOn(young, { born })).toBe(verdict)
  })
})

describe('a date', () => {
  const autumn = { type: 'dateWithin', params: { field: 'held', from: '2024-09', to: '2024-11' } } as const
  test.each([
    ['2024年10月12日', 'pass'],
    ['2024.9', 'pass'],
    ['2024年8月31日', 'fail'],
    ['2024-12-01', 'fail'],
    ['2024年', 'review'],
    ['去年秋天', 'review'],
    ['', 'review'],
  ])('«%s» between September and November 2024: %s', (held, verdict) => {
    expect(verdictOn(autumn, { held })).toBe(verdict)
  })
})

test.each<[CheckType, Params, Readonly<Record<string, string>>]>([
  ['number', { field: 'a', most: 5 }, { a: '6' }],
  ['ratio', { field: 'a', most: 0.2 }, { a: '40/85' }],
  ['ratio', { field: 'a', of: 'b', most: 0.2 }, { a: '40', b: '85' }],
  ['age', { field: 'a', most: 35 }, { a: '1980年1月1日' }],
  ['dateWithin', { field: 'a', from: '2024-09' }, { a: '2023年1月1日' }],
])('%s fails nobody for what was read with doubt', (type, params, values) => {
  expect(verdictOn({ type, params }, values)).toBe('fail')
  expect(verdictOn({ type, params }, values, 'doubtful')).toBe('review')
})

describe('an honour of anybody', () => {
  const honourOn = (params: Params, honour: Partial<Honour>) => {
    const window = { years: 3, anchor: 'deadline' } as const
    const check = { ...described, id: 'one', type: 'honour', params, window, level: 'university' } as CheckDescription
    const form = aForm({ honours: [anHonour({ name: '优秀共产党员', recipientKind: 'unknown', ...honour })] })
    return runChecks(form, { ...shippedCall, checks: [check] }, null)[0]?.verdict
  }
  test('is the applicant’s where it names nobody', () => {
    expect(honourOn({}, { recipient: null })).toBe('pass')
    expect(honourOn({}, { recipient: '兄弟支部' })).toBe('review')
    expect(honourOn({ recipients: ['member', 'unknown'] }, { recipient: null })).toBe('review')
  })

  const said = (applicant: string, { name, honour }: { name: string; honour: Partial<Honour> }, text?: string) => {
    const { form, nouns } = shippedCall
    const check = {
      ...described,
      id: 'one',
      type: 'honour',
      params: {},
      level: 'school',
      words: COMMON_HONOUR_WORDS,
    } as CheckDescription
    const honours = text === undefined ? [anHonour({ recipientKind: 'unknown', date: '2023-06', ...honour })] : []
    const call = { ...shippedCall, form, nouns: { ...nouns, applicant }, checks: [check] }
    const filled = aForm({ honours, branchName: name, ...(text === undefined ? {} : { honoursText: text }) })
    return runChecks(filled, call, null)[0]
  }
  const LEAGUE = '应物2301团支部'
  test.each<[string, string, Partial<Honour>, string]>([
    ['团支部', LEAGUE, { name: '五四红旗团支部', recipient: null }, 'pass'],
    ['团支部', LEAGUE, { name: '优秀团支部', recipient: '应物2301团支部' }, 'pass'],
    ['团支部', LEAGUE, { name: '优秀团支部', recipient: '团支部' }, 'pass'],
    ['团支部', LEAGUE, { name: '优秀团支部', recipient: '本支部' }, 'pass'],
    ['申报人', LEAGUE, { name: '优秀团支部', recipient: '物理学院应物2301团支部' }, 'pass'],
    ['团支部', LEAGUE, { name: '优秀团支部', recipient: '应物2302团支部' }, 'review'],
    ['班级', '机械2301班', { name: '先进班集体', recipient: '机械2301班' }, 'pass'],
    ['班级', '机械2301班', { name: '五四红旗团支部', recipient: '机械2301班团支部' }, 'review'],
    ['社团', '天文协会', { name: '十佳社团', recipient: '本协会' }, 'pass'],
    ['学生', '王示例', { name: '优秀团支部', recipient: null }, 'review'],
  ])('of a call for %s, to whom %s belongs: %j is %s', (applicant, name, honour, verdict) => {
    expect(said(applicant, { name, honour })?.verdict).toBe(verdict)
  })
  test('that was not read fails nobody', () => {
    expect(said('班级', { name: '机械2301班', honour: {} }, '详见附件中的说明')?.verdict).toBe('review')
  })
  test('that does not count is told in plain words', () => {
    expect(said('班级', { name: '机械2301班', honour: { name: '入围先进班集体' } })?.note).toMatch(/^所列荣誉均/)
  })
})
