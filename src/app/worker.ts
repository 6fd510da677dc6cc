import { composeLoginAlarm, type LoginTrouble } from '../core/sending/login-alarm.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'
import { staffMail } from '../core/sending/staff-mail.ts'
import type { OverdueNeeds } from '../jobs/overdue.ts'
import type { RecoverNeeds } from '../jobs/recover.ts'
import type { TroubleNeeds } from '../jobs/troubles.ts'
import { answeredIn } from './answering.ts'
import { recordNeeds } from './desk.ts'
import type { Parts } from './parts.ts'

/** What the worker does beside its sweeps, wired to the real edges. */
export function recoverNeeds({ config, clock, store }: Parts): RecoverNeeds {
  const { transaction, worker, attempts, doubts, outbox } = store.get()
  const { replies, limits } = config
  return { clock, transaction, worker, attempts, doubts, outbox, replies, deaths: limits.attempts }
}

export const overdueNeeds = (parts: Parts): OverdueNeeds => ({
  ...recordNeeds(parts),
  calls: parts.config.calls,
  expired: parts.store.get().outbox.expired,
  answered: answeredIn(parts),
})

export function troubleNeeds(parts: Parts): TroubleNeeds {
  const { transaction, troubles, outbox } = parts.store.get()
  return { clock: parts.clock, transaction, troubles, outbox, composeAlarm: trouble => alarm(trouble, parts) }
}

function alarm(trouble: LoginTrouble, { config, staff }: Parts): NewMail {
  const id = `${trouble.server}.${trouble.since.toISOString().replace(/\D/g, '')}`
  const mail = staffMail(composeLoginAlarm(trouble, config.timezone), `alarm.${id}`, staff)
  return { purpose: `alarm:${id}`, kind: 'alarm', messageId: null, mail }
}
