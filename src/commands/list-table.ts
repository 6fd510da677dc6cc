import type { ListedSubmission, RelatedMessage } from '../core/listed-submission.ts'
import { OUTCOME_NAMES, RELATION_NAMES } from '../core/outcome-names.ts'
import { clean } from '../core/quote.ts'
import { textTable } from '../core/table.ts'
import { beijing } from '../core/time.ts'
import { coloured } from './colours.ts'
import { replyState } from './reply-states.ts'

const HEAD = ['编号', '收到', '支部或主题', '结果', '版本', '发件人', '答复']

type Look = { readonly timezone: string; readonly colours: boolean }

/** The table of `shenbao list`; `colours`: for a terminal. */
export function listTable(messages: readonly RelatedMessage[], { timezone, colours }: Look): string {
  const table = textTable(
    HEAD,
    messages.map(message => row(message, timezone)),
    36,
  )
  if (!colours) return table
  const [head = '', ...lines] = table.split('\n')
  return [head, ...lines.map((line, index) => coloured(line, messages[index]?.outcome ?? null))].join('\n')
}

function row(message: RelatedMessage, timezone: string): string[] {
  const { id, receivedAt, branch, subject, version, standing, from, reply, withheldFor } = message
  return [
    String(id),
    receivedAt === null ? '' : beijing(new Date(receivedAt), timezone),
    clean(branch ?? subject ?? ''),
    resultOf(message),
    version === null ? '' : `第${version}版${standing ? ' ✓' : ''}`,
    clean(from ?? ''),
    reply === null ? '' : replyState(reply.state, withheldFor),
  ]
}

/** «（改）» where somebody decided otherwise than the machine. */
function resultOf({ state, relation, outcome, machineOutcome }: ListedSubmission): string {
  if (state === 'quarantined') return '搁置'
  if (outcome === null) return '待处理'
  if (relation !== 'application' && relation !== null) return RELATION_NAMES[relation]
  const changed = machineOutcome !== null && machineOutcome !== outcome
  return `${OUTCOME_NAMES[outcome]}${changed ? '（改）' : ''}`
}
