import type { ListedLine } from '../core/application/listed-submission.ts'
import { OUTCOME_NAMES, RELATION_NAMES } from '../core/judge/outcome-names.ts'
import { clean } from '../core/text/quote.ts'
import { textTable } from '../core/text/table.ts'
import { timeIn } from '../core/text/time.ts'
import { coloured } from './colours.ts'
import { replyState as stateOf } from './reply-states.ts'

const HEAD = ['编号', '收到', '申报人或主题', '结果', '版本', '发件人', '答复']

type Look = { readonly timezone: string; readonly colours: boolean }

/** The table of `shenbao list`; `colours`: for a terminal. */
export function listTable(messages: Iterable<ListedLine>, { timezone, colours }: Look): string {
  const rows: string[][] = []
  const outcomes: ListedLine['outcome'][] = []
  for (const message of messages) {
    rows.push(row(message, timezone))
    outcomes.push(message.outcome)
  }
  const table = textTable(HEAD, rows, 36)
  if (!colours) return table
  const [head = '', ...lines] = table.split('\n')
  return [head, ...lines.map((line, index) => coloured(line, outcomes[index] ?? null))].join('\n')
}

function row(message: ListedLine, timezone: string): string[] {
  const { id, receivedAt, shown, subject, version, standing, from, replyState, withheldFor } = message
  return [
    String(id),
    receivedAt === null ? '' : timeIn(new Date(receivedAt), timezone),
    clean(shown ?? subject ?? ''),
    resultOf(message),
    version === null ? '' : `第${version}版${standing ? ' ✓' : ''}`,
    clean(from ?? ''),
    replyState === null ? '' : stateOf(replyState, withheldFor),
  ]
}

/** «（改）» where somebody decided otherwise than the machine. */
function resultOf({ state, relation, outcome, machineOutcome }: ListedLine): string {
  if (state === 'quarantined') return '搁置'
  if (outcome === null) return '待处理'
  if (relation !== 'application' && relation !== null) return RELATION_NAMES[relation]
  const changed = machineOutcome !== null && machineOutcome !== outcome
  return `${OUTCOME_NAMES[outcome]}${changed ? '（改）' : ''}`
}
