import { expect, test } from 'vitest'
import type { Form } from '../../../src/core/form/form.ts'
import { aForm, aMemberHonour, anHonour } from '../../support/form.ts'
import { oneCheck } from '../../support/one-check.ts'

const judge = (overrides: Partial<Form>) => oneCheck('honour.member', aForm(overrides))

test.each([
  [{}, 'pass'],
  [{ grantedBy: '研究生院' }, 'pass'],
  [{ grantedBy: '学生处' }, 'pass'],
  [{ grantedBy: '共青团大连理工大学委员会', name: '优秀学生干部' }, 'pass'],
  [{ grantedBy: null }, 'pass'],
  [{ level: 'national' }, 'pass'],
  [{ recipient: '王示例（团支部书记）' }, 'pass'],
  [{ level: 'school' }, 'fail'],
  [{ level: 'unknown' }, 'review'],
  [{ date: '2019-06' }, 'fail'],
  [{ date: '2021' }, 'review'],
  [{ date: null }, 'review'],
  [{ recipientKind: 'unknown' }, 'review'],
  [{ grantedBy: '机械工程学院' }, 'review'],
  [{ grantedBy: '某某有限公司' }, 'review'],
  [{ name: '国家奖学金' }, 'review'],
  [{ name: '数学建模竞赛一等奖' }, 'review'],
  [{ name: '优秀共青团员' }, 'review'],
  [{ name: '优秀团干部' }, 'review'],
  [{ name: '师德标兵提名' }, 'fail'],
  [{ name: '五四红旗团支部' }, 'fail'],
  [{ name: '五四红旗团支部', recipientKind: 'unknown', recipient: '团支部' }, 'review'],
  [{ date: '2019', recipientKind: 'unknown' }, 'review'],
] as const)('an honour of a member %o: %s', (honour, verdict) => {
  expect(judge({ honours: [anHonour(), aMemberHonour(honour)] }).verdict).toBe(verdict)
})

test("a secretary's honour that wouldn't count changes nothing", () => {
  const honours = [anHonour({ recipientKind: 'secretary', date: '2018' }), aMemberHonour({ level: 'school' })]
  expect(judge({ honours }).verdict).toBe('fail')
})

test('an honour of nobody in particular is shown', () => {
  const unknown = aMemberHonour({ recipientKind: 'unknown' })
  expect(judge({ honours: [unknown] })).toMatchObject({
    evidence: [unknown.quote],
    note: '支部成员荣誉待核：“优秀共产党员”获奖对象不明。',
  })
})

test.each([
  ['no row about members', { honours: [anHonour()] }, 'review'],
  ['a secretary with an honour that would count', { honours: [anHonour({ recipientKind: 'secretary' })] }, 'review'],
  ['«无»', { honours: [], honoursText: '暂无。' }, 'fail'],
  ['«无» for the members', { honours: [anHonour()], honoursText: `${anHonour().quote}\n支部成员：无` }, 'fail'],
  ['no section', { honours: [], honoursText: null }, 'review'],
] satisfies [string, Partial<Form>, string][])('%s: %#', (_, form, verdict) => {
  expect(judge(form).verdict).toBe(verdict)
})

test("a secretary's honour is shown beside the members' that fail, for a person to decide", () => {
  const honours = [anHonour({ recipientKind: 'secretary' }), aMemberHonour({ level: 'school' })]
  const check = judge({ honours })
  expect(check.verdict).toBe('review')
  expect(check.evidence).toContain(honours[0]?.quote)
})
