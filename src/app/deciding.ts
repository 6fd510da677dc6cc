import type { DecideNeeds } from '../jobs/decide.ts'
import type { OverdueNeeds } from '../jobs/overdue.ts'
import type { RecordNeeds } from '../jobs/record-decision.ts'
import type { ReopenNeeds } from '../jobs/reopen.ts'
import { answeredIn, replyEntry } from './answering.ts'
import type { Parts } from './parts.ts'

/** Recording decisions, wired to the real edges. */
export function recordNeeds(parts: Parts): RecordNeeds {
  const { config, clock } = parts
  const { decisions, messages, applications, outbox, transaction } = parts.store.get()
  return {
    ...{ clock, decisions, messages, applications, outbox, transaction },
    composeReply: replyEntry(parts),
    replies: config.replies,
  }
}

export function reopenNeeds({ clock, store }: Parts): ReopenNeeds {
  const { transaction, reopening, applications } = store.get()
  return { clock, transaction, reopening, applications }
}

export const decideNeeds = (parts: Parts): DecideNeeds => ({
  ...recordNeeds(parts),
  calls: parts.config.calls,
  find: parts.store.get().messages.remembered,
  answered: answeredIn(parts),
})

export const overdueNeeds = (parts: Parts): OverdueNeeds => ({
  ...recordNeeds(parts),
  calls: parts.config.calls,
  expired: parts.store.get().outbox.expired,
  answered: answeredIn(parts),
})
