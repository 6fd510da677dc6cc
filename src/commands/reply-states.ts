import type { OutboxState, WithheldFor } from '../core/sending/outgoing-mail.ts'

const STATES: Readonly<Record<OutboxState, string>> = {
  due: '待发',
  sending: '发送中',
  sent: '已发',
  failed: '失败',
  unknown: '未知',
  withheld: '暂缓',
}

const WITHHELD: Readonly<Record<WithheldFor, string>> = {
  hold: '试运行暂存',
  cap: '超限暂缓',
  superseded: '已被新答复取代',
  repeat: '刚答复过，不再重复',
}

/** Where a reply stands, and why where it is withheld. */
export const replyState = (state: OutboxState, withheldFor: WithheldFor | null): string =>
  withheldFor === null ? STATES[state] : WITHHELD[withheldFor]
