import type { RelatedEntry } from '../src/core/application/listed-submission.ts'
import { OUTCOME_NAMES, RELATION_NAMES } from '../src/core/judge/outcome-names.ts'
import { textTable } from '../src/core/text/table.ts'
import { shortTime } from '../src/core/text/time.ts'
import type { Arrival } from './sample-mails.ts'

const REPLIES = {
  receipt: '回执',
  returned: '退回修改通知',
  rejected: '不予受理通知',
  held: '已收到，待核验',
  notice: '提示',
  announcement: '截止时间通知',
  noted: '已登记',
  withdrawal: '撤回结果',
  correction: '更正',
  digest: '',
  alarm: '',
  reminder: '催报',
  result: '结果通知',
  desk: '工作人员指令答复',
} as const

/** What came, what was decided and why, what was answered. */
export function demoTable(mails: readonly Arrival[], messages: readonly RelatedEntry[], timezone: string): string {
  const rows = mails.map(mail => {
    const message = messages.find(({ receivedAt }) => receivedAt === mail.at.toISOString())
    return [
      shortTime(mail.at, timezone),
      senderName(mail.from),
      mail.subject,
      mail.shows,
      resultOf(message),
      replyOf(message),
    ]
  })
  return textTable(['收到', '发件人', '主题', '情形', '结果', '答复'], rows, 44)
}

const senderName = (from: string): string => from.replace(/\s*<.*$/, '')

function resultOf(message: RelatedEntry | undefined): string {
  if (message?.outcome == null) return RELATION_NAMES.unrelated
  if (message.relation !== 'application' && message.relation !== null) return RELATION_NAMES[message.relation]
  const version = message.version === null ? '' : ` 第${message.version}版`
  return `${OUTCOME_NAMES[message.outcome]}${version}${message.standing ? ' ✓' : ''}`
}

const replyOf = (message: RelatedEntry | undefined): string =>
  message?.reply == null ? '不答复' : REPLIES[message.reply.kind]
