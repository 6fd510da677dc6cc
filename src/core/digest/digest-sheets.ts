import type { Sheet } from '../export/sheet.ts'
import { OUTCOME_NAMES } from '../judge/outcome-names.ts'
import { beijing } from '../text/time.ts'
import { callName } from './call-name.ts'
import { instantText } from './evidence-text.ts'
import type { Arrival, CallFacts, DigestFacts, PersonCase, RosterRow } from './facts.ts'
import { STATE_NAMES, standingOf } from './state-names.ts'

const ROSTER = [
  { title: '支部', width: 36 },
  { title: '状态', width: 10 },
  { title: '版本', width: 8 },
  { title: '收到时间', width: 22 },
  { title: '编号', width: 26 },
  { title: '来信', width: 28 },
  { title: '备注', width: 24 },
]

const ARRIVALS = [
  { title: '邮件编号', width: 10 },
  { title: '支部', width: 36 },
  { title: '结果', width: 10 },
  { title: '版本', width: 8 },
  { title: '收到时间', width: 22 },
  { title: '来信', width: 28 },
  { title: '主题', width: 48 },
  { title: '备注', width: 12 },
]

const CASES = [
  { title: '邮件编号', width: 10 },
  { title: '支部', width: 36 },
  { title: '结果', width: 10 },
  { title: '需核实的内容', width: 48 },
  { title: '依据', width: 48 },
  { title: '收到时间', width: 22 },
  { title: '来信', width: 28 },
]

/** The workbook beside the digest: a sheet for each call's roster, what needs a person, what came since the digest before. */
export const digestSheets = (facts: DigestFacts): readonly Sheet[] => [
  ...facts.calls.map((call, index) =>
    rosterSheet(call, facts.calls.length === 1 ? '' : `${index + 1}`, facts.timezone),
  ),
  withCalls(
    { name: '需要人工处理', columns: CASES, rows: facts.needsPerson.map(one => caseRow(one, facts.timezone)) },
    facts.needsPerson,
    facts,
  ),
  withCalls(
    { name: '新收到的申报', columns: ARRIVALS, rows: facts.arrivals.map(one => arrivalRow(one, facts.timezone)) },
    facts.arrivals,
    facts,
  ),
]

type OfCall = { readonly call: string | null }

/** Each row with its call behind it, where there are several. */
function withCalls(sheet: Sheet, of: readonly OfCall[], facts: DigestFacts): Sheet {
  if ((facts.callNames ?? null) === null) return sheet
  const rows = sheet.rows.map((row, index) => [...row, callName(of[index]?.call ?? null, facts) ?? '不明'])
  return { ...sheet, columns: [...sheet.columns, { title: '通知', width: 24 }], rows }
}

export const rosterSheet = ({ rows }: CallFacts, suffix: string, timezone: string): Sheet => ({
  name: `各支部情况${suffix}`,
  columns: ROSTER,
  rows: rows.map(row => rosterRow(row, timezone)),
})

const time = (at: Date | null, timezone: string): string | null =>
  at === null ? null : beijing(at, timezone, 'second')

const noteOf = ({ listed, excluded }: Pick<RosterRow, 'listed' | 'excluded'>): string | null => {
  if (!listed) return '不在名册中'
  return excluded ? '不在本次推荐范围' : null
}

const rosterRow = ({ branch, version, receivedAt, number, from, ...row }: RosterRow, timezone: string) => [
  branch,
  STATE_NAMES[standingOf(row)],
  version,
  time(receivedAt, timezone),
  number,
  from,
  noteOf(row),
]

const arrivalRow = ({ id, branch, outcome, version, receivedAt, from, subject, junk }: Arrival, timezone: string) => [
  id,
  branch ?? '支部不明',
  OUTCOME_NAMES[outcome],
  version,
  time(receivedAt, timezone) ?? '待核实',
  from,
  subject,
  junk ? '垃圾邮件' : null,
]

const caseRow = ({ id, branch, outcome, points, receivedAt, from }: PersonCase, timezone: string) => [
  id,
  branch ?? '支部不明',
  OUTCOME_NAMES[outcome],
  points.map(({ reason }) => reason).join('\n'),
  points
    .flatMap(({ evidence }) => evidence)
    .map(one => instantText(one, timezone) ?? one)
    .join('\n'),
  time(receivedAt, timezone) ?? '待核实',
  from,
]
