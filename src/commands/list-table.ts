import { OUTCOME_NAMES, RELATION_NAMES } from '../core/outcome-names.ts'
import { clean } from '../core/quote.ts'
import { textTable } from '../core/table.ts'
import { beijing } from '../core/time.ts'
import type { ListedSubmission } from '../store/overview.ts'

const HEAD = ['编号', '收到', '支部或主题', '结果', '版本', '发件人', '答复']
const REPLY_STATES = {
  due: '待发',
  sending: '发送中',
  sent: '已发',
  failed: '失败',
  unknown: '未知',
  withheld: '暂缓',
} as const

/** The table of `shenbao list`. */
export const listTable = (messages: readonly ListedSubmission[], timezone: string): string =>
  textTable(
    HEAD,
    messages.map(message => row(message, timezone)),
    36,
  )

function row(message: ListedSubmission, timezone: string): string[] {
  const { id, receivedAt, branch, subject, version, standing, from, reply } = message
  return [
    String(id),
    receivedAt === null ? '' : beijing(new Date(receivedAt), timezone),
    clean(branch ?? subject ?? ''),
    resultOf(message),
    version === null ? '' : `第${version}版${standing ? ' ✓' : ''}`,
    clean(from ?? ''),
    reply === null ? '' : REPLY_STATES[reply.state],
  ]
}

function resultOf({ state, relation, outcome }: ListedSubmission): string {
  if (state === 'quarantined') return '搁置'
  if (outcome === null) return '待处理'
  return relation === 'application' || relation === null ? OUTCOME_NAMES[outcome] : RELATION_NAMES[relation]
}
