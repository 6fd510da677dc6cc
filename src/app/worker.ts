import type { ClockNeeds } from '../jobs/check-clock.ts'
import type { OverdueNeeds } from '../jobs/overdue.ts'
import type { RecoverNeeds } from '../jobs/recover.ts'
import { answeredIn } from './answering.ts'
import { recordNeeds } from './desk.ts'
import { membersOf } from './members.ts'
import type { Parts } from './parts.ts'

/** What the worker does beside its sweeps, wired to the real edges. */
export function recoverNeeds({ config, clock, store }: Parts): RecoverNeeds {
  const { transaction, worker, attempts, unconfirmed, outbox, deskCodes } = store.get()
  const desk = membersOf(config).map(({ address }) => address)
  const settings = { replies: config.replies, deaths: config.limits.attempts, desk }
  return { clock, transaction, worker, attempts, unconfirmed, outbox, codes: deskCodes, settings }
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
