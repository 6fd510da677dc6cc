import { inCommonNouns, type Nouns } from '../call/nouns.ts'
import { OUTCOME_NAMES, RELATION_NAMES } from '../judge/outcome-names.ts'
import { type Block, type Column, paragraph, section } from '../letter/letter.ts'
import { quote } from '../text/quote.ts'
import { shortTime, timeIn } from '../text/time.ts'
import { callName } from './call-name.ts'
import type { Arrival, DigestFacts } from './facts.ts'
import { deadlineOf, precisionNear } from './near-deadline.ts'

const SHOWN = 100

const columns = ({ applicant }: Nouns): readonly Column[] => [
  { title: applicant, width: 32 },
  { title: '结果', width: 8 },
  { title: '版本', width: 6 },
  { title: '收到时间', width: 14 },
  { title: '邮件编号', width: 8 },
]

/** With the call where there are several. */
const columnsOf = ({ callNames }: DigestFacts, nouns: Nouns): readonly Column[] =>
  callNames === null ? columns(nouns) : [{ title: '通知', width: 14 }, ...columns(nouns)]

const cells = (
  { id, applicant, relation, outcome, stranger, version, receivedAt, junk, call }: Arrival,
  nouns: Nouns,
  facts: DigestFacts,
): readonly string[] => [
  ...(facts.callNames === null ? [] : [callName(call, facts) ?? '不明']),
  `${quote(applicant?.shown ?? '') || `${nouns.applicant}不明`}${junk ? '（在垃圾邮件中）' : ''}${stranger === true ? '（来自其他地址）' : ''}`,
  relation === 'application' ? OUTCOME_NAMES[outcome] : RELATION_NAMES[relation],
  version === null ? '' : `第${version}版`,
  receivedAt === null
    ? '待核实'
    : shortTime(receivedAt, facts.timezone, precisionNear(receivedAt, deadlineOf(facts, call))),
  `${id}`,
]

/** What staff look at themselves: differences of a summary, more than may come. What concerns several of a mail is told once. */
function notesOn(came: readonly Arrival[]): readonly Block[] {
  const lines = came.flatMap(({ id, notes = [] }) => notes.map(note => `邮件${id}：${quote(note, 300)}`))
  return lines.length === 0 ? [] : [paragraph('请留意：'), { kind: 'list', lines: [...new Set(lines)] }]
}

/** What came since the digest before this one. */
export function arrivals(facts: DigestFacts): readonly Block[] {
  const { arrivals: came, since, timezone } = facts
  const title = since === null ? '迄今收到的申报' : `${timeIn(since, timezone)}以来收到的申报`
  if (came.length === 0) return section(title, [paragraph('没有新的申报。')])
  const rest = came.length - SHOWN
  const nouns = inCommonNouns(facts.calls.map(call => call.nouns))
  return section(`${title}（${came.length}件）`, [
    { kind: 'table', columns: columnsOf(facts, nouns), rows: came.slice(-SHOWN).map(one => cells(one, nouns, facts)) },
    ...(rest > 0 ? [paragraph(`较早的${rest}件未逐一列出，请用shenbao list查看。`)] : []),
    ...notesOn(came.slice(-SHOWN)),
  ])
}
