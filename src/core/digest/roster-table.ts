import { type Nouns, worded } from '../call/nouns.ts'
import { type Block, paragraph, section } from '../letter/letter.ts'
import { clean } from '../text/quote.ts'
import { shortTime, timeIn } from '../text/time.ts'
import { arrivalDays } from './arrival-days.ts'
import type { CallFacts, DigestFacts, RosterRow } from './facts.ts'
import { precisionNear } from './near-deadline.ts'
import { reminder } from './reminder.ts'
import { STATE_NAMES, standingOf } from './state-names.ts'

/** Where a state takes more room than 退回修改, names take less: a line of a mail has 78 columns. */
const columnsOf = ({ applicant }: Nouns, rows: readonly RosterRow[]) => [
  { title: applicant, width: rows.some(row => STATE_NAMES[standingOf(row)].length > 5) ? 28 : 32 },
  { title: '状态', width: 18 },
  { title: '版本', width: 6 },
  { title: '收到时间', width: 14 },
  { title: '邮件编号', width: 8 },
]

const cells = ({ applicant, listed, ...row }: RosterRow, deadline: Date, timezone: string): readonly string[] => [
  listed ? clean(applicant.shown, 80) : `*${clean(applicant.shown, 80)}`,
  STATE_NAMES[standingOf(row)],
  row.version === null ? '' : `第${row.version}版`,
  row.receivedAt === null ? '' : shortTime(row.receivedAt, timezone, precisionNear(row.receivedAt, deadline)),
  row.message === undefined || row.message === null ? '' : `${row.message}`,
]

/** Of applicants that nobody expected so many are shown. */
const UNLISTED_SHOWN = 30

const unlistedNote = (count: number, nouns: Nouns): readonly Block[] => {
  if (count === 0) return []
  const rest = count > UNLISTED_SHOWN ? `共${count}个，只列前${UNLISTED_SHOWN}个，其余见附件表格。` : ''
  return [paragraph(worded(`*不在名册中的{applicant}：请核对是否补入名册。${rest}`, nouns))]
}

const tableOf = ({ rows, deadline, nouns }: CallFacts, timezone: string): readonly Block[] => {
  const listed = rows.filter(row => row.listed)
  const unlisted = rows.filter(row => !row.listed)
  const shown = [...listed, ...unlisted.slice(0, UNLISTED_SHOWN)]
  return [
    { kind: 'table', columns: columnsOf(nouns, shown), rows: shown.map(row => cells(row, deadline, timezone)) },
    ...unlistedNote(unlisted.length, nouns),
  ]
}

/** Every applicant of each call, where it stands; when it came; whom to remind. */
export const rosterTables = (digest: DigestFacts): readonly Block[] =>
  digest.calls.flatMap(call => {
    if (call.brief) return []
    const name = digest.calls.length === 1 ? '' : `：${clean(call.title)}`
    return [
      ...section(`${worded('各{applicant}情况', call.nouns)}${name}`, tableOf(call, digest.timezone)),
      ...section(`报送进度（${timeIn(call.deadline, digest.timezone)}截止）`, [arrivalDays(call, digest)]),
      ...reminder(call, digest),
    ]
  })
