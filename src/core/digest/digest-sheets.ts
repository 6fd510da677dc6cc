import { inCommonNouns, type Nouns, worded } from '../call/nouns.ts'
import type { Sheet } from '../export/sheet.ts'
import { OUTCOME_NAMES } from '../judge/outcome-names.ts'
import { timeIn } from '../text/time.ts'
import { callName } from './call-name.ts'
import { instantText } from './evidence-text.ts'
import type { Arrival, CallFacts, DigestFacts, PersonCase, RosterRow } from './facts.ts'
import { STATE_NAMES, standingOf } from './state-names.ts'

const rosterColumns = ({ applicant }: Nouns) => [
  { title: applicant, width: 36 },
  { title: '状态', width: 10 },
  { title: '版本', width: 8 },
  { title: '收到时间', width: 22 },
  { title: '编号', width: 26 },
  { title: '来信', width: 28 },
  { title: '备注', width: 24 },
]

const arrivalColumns = ({ applicant }: Nouns) => [
  { title: '邮件编号', width: 10 },
  { title: applicant, width: 36 },
  { title: '结果', width: 10 },
  { title: '版本', width: 8 },
  { title: '收到时间', width: 22 },
  { title: '来信', width: 28 },
  { title: '主题', width: 48 },
  { title: '备注', width: 12 },
]

const caseColumns = ({ applicant }: Nouns) => [
  { title: '邮件编号', width: 10 },
  { title: applicant, width: 36 },
  { title: '结果', width: 10 },
  { title: '需核实的内容', width: 48 },
  { title: '依据', width: 48 },
  { title: '收到时间', width: 22 },
  { title: '来信', width: 28 },
]

/** The workbook beside the digest: a sheet for each call's applicants, what needs a person, what came since the digest before. */
export function digestSheets(facts: DigestFacts): readonly Sheet[] {
  const { calls, needsPerson, arrivals, timezone } = facts
  const nouns = inCommonNouns(calls.map(call => call.nouns))
  const cases = needsPerson.map(one => caseRow(one, nouns, timezone))
  const came = arrivals.map(one => arrivalRow(one, nouns, timezone))
  return [
    ...calls.map((call, index) => rosterSheet(call, calls.length === 1 ? '' : `${index + 1}`, timezone)),
    withCalls({ name: '需要人工处理', columns: caseColumns(nouns), rows: cases }, needsPerson, facts),
    withCalls({ name: '新收到的申报', columns: arrivalColumns(nouns), rows: came }, arrivals, facts),
  ]
}

type OfCall = { readonly call: string | null }

/** Each row with its call behind it, where there are several. */
function withCalls(sheet: Sheet, of: readonly OfCall[], facts: DigestFacts): Sheet {
  if (facts.callNames === null) return sheet
  const rows = sheet.rows.map((row, index) => [...row, callName(of[index]?.call ?? null, facts) ?? '不明'])
  return { ...sheet, columns: [...sheet.columns, { title: '通知', width: 24 }], rows }
}

export const rosterSheet = ({ rows, nouns }: CallFacts, suffix: string, timezone: string): Sheet => ({
  name: `${worded('各{applicant}情况', nouns)}${suffix}`,
  columns: rosterColumns(nouns),
  rows: rows.map(row => rosterRow(row, timezone)),
})

const time = (at: Date | null, timezone: string): string | null => (at === null ? null : timeIn(at, timezone, 'second'))

const noteOf = ({ listed, excluded }: Pick<RosterRow, 'listed' | 'excluded'>): string | null => {
  if (!listed) return '不在名册中'
  return excluded ? '不在本次推荐范围' : null
}

const rosterRow = ({ applicant, version, receivedAt, number, from, ...row }: RosterRow, timezone: string) => [
  applicant.shown,
  STATE_NAMES[standingOf(row)],
  version,
  time(receivedAt, timezone),
  number,
  from,
  noteOf(row),
]

const nameOf = ({ applicant }: Pick<PersonCase, 'applicant'>, nouns: Nouns): string =>
  applicant?.shown ?? worded('{applicant}不明', nouns)

const arrivalRow = (
  { id, outcome, version, receivedAt, from, subject, junk, ...one }: Arrival,
  nouns: Nouns,
  timezone: string,
) => [
  id,
  nameOf(one, nouns),
  OUTCOME_NAMES[outcome],
  version,
  time(receivedAt, timezone) ?? '待核实',
  from,
  subject,
  junk ? '垃圾邮件' : null,
]

const caseRow = ({ id, outcome, points, receivedAt, from, ...one }: PersonCase, nouns: Nouns, timezone: string) => [
  id,
  nameOf(one, nouns),
  OUTCOME_NAMES[outcome],
  points.map(({ reason }) => reason).join('\n'),
  points
    .flatMap(({ evidence }) => evidence)
    .map(one => instantText(one, timezone) ?? one)
    .join('\n'),
  time(receivedAt, timezone) ?? '待核实',
  from,
]
