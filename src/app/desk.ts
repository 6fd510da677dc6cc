import type { DecideNeeds } from '../jobs/decide.ts'
import type { PurgeNeeds } from '../jobs/purge.ts'
import type { RecordNeeds } from '../jobs/record-needs.ts'
import type { ReopenNeeds } from '../jobs/reopen.ts'
import type { ResendNeeds } from '../jobs/resend.ts'
import { answeredIn, replyIn } from './answering.ts'
import type { Parts } from './parts.ts'

/** What people do at the desk, wired to the real edges. */
export function recordNeeds(parts: Parts): RecordNeeds {
  const { config, clock } = parts
  const { decisions, messages, entries, applications, outbox, transaction } = parts.store.get()
  return {
    ...{ clock, decisions, applications, outbox, transaction },
    messages: { decide: messages.decide, entries: entries.of },
    composeReplies: replyIn(parts),
    replies: config.replies,
  }
}

export function reopenNeeds({ clock, store }: Parts): ReopenNeeds {
  const { transaction, reopening, applications, entries } = store.get()
  return { clock, transaction, reopening, applications, entries: entries.of }
}

export function resendNeeds({ config, clock, store }: Parts): ResendNeeds {
  const { transaction, outbox } = store.get()
  return { clock, transaction, outbox, replies: config.replies }
}

export const decideNeeds = (parts: Parts): DecideNeeds => ({
  record: recordNeeds(parts),
  calls: parts.calls,
  find: parts.store.get().messages.remembered,
  answered: answeredIn(parts),
  toldFor: parts.store.get().outbox.toldFor,
})

export function purgeNeeds({ clock, store }: Parts): PurgeNeeds {
  const { history, purging, overview, decisions, transaction } = store.get()
  return {
    ...{ clock, transaction, purging },
    lastExport: history.lastExport,
    related: overview.relatedTo,
    decisionOn: (id, entry) => decisions.of(id, entry).at(-1) ?? null,
  }
}
