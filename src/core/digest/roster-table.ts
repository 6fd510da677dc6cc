import { type Block, section } from '../letter/letter.ts'
import { clean } from '../quote.ts'
import { shortTime } from '../time.ts'
import type { CallFacts, DigestFacts, RosterRow } from './facts.ts'
import { STATE_NAMES } from './state-names.ts'

const COLUMNS = [
  { title: '支部', width: 32 },
  { title: '状态', width: 8 },
  { title: '版本', width: 6 },
  { title: '收到时间', width: 11 },
  { title: '受理号', width: 6 },
] as const

const cells = ({ branch, state, version, receivedAt, number }: RosterRow, timezone: string): readonly string[] => [
  clean(branch, 80),
  STATE_NAMES[state],
  version === null ? '' : `第${version}版`,
  receivedAt === null ? '' : shortTime(receivedAt, timezone),
  number === null ? '' : number.slice(number.lastIndexOf('-') + 1),
]

const tableOf = ({ rows }: CallFacts, timezone: string): Block => ({
  kind: 'table',
  columns: COLUMNS,
  rows: rows.map(row => cells(row, timezone)),
})

/** Every branch of each call's roster, where it stands. */
export const rosterTables = ({ calls, timezone }: DigestFacts): readonly Block[] =>
  calls.flatMap(call => section(calls.length === 1 ? '各支部情况' : clean(call.title), [tableOf(call, timezone)]))
