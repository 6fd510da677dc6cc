import type { ClockNeeds } from '../jobs/check-clock.ts'
import type { OverdueNeeds } from '../jobs/overdue.ts'
import type { RecoverNeeds } from '../jobs/recover.ts'
import { answeredIn } from './answering.ts'
import { recordNeeds } from './desk.ts'
import type { Parts } from './parts.ts'

/** What the worker does beside its sweeps, wired to the real edges. */
export function recoverNeeds({ config, clock, store }: Parts): RecoverNeeds {
  const { transaction, worker, attempts, unconfirmed, outbox } = store.get()
  const { replies, limits } = config
  return { clock, transaction, worker, attempts, unconfirmed, outbox, replies, deaths: limits.attempts }
}

export const overdueNeeds = (parts: Parts): OverdueNeeds => ({
  record: recordNeeds(parts),
  calls: parts.calls(),
  expired: parts.store.get().outbox.expired,
  answered: answeredIn(parts),
})

export const clockNeeds = ({ config, clock, mailbox }: Parts): ClockNeeds => ({
  clock,
  mailbox: mailbox.get(),
  folderNames: config.mailbox.folders,
})
