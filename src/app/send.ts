import { type DoubtNeeds, type Resolved, raiseDoubts, resolveDoubts } from '../jobs/doubts.ts'
import { sendDue } from '../jobs/outbox.ts'
import type { OutboxPass, OutboxResult } from '../jobs/outbox-needs.ts'
import type { Parts } from './parts.ts'
import { sendingNeeds } from './sending.ts'

type Pass = Omit<OutboxPass, 'results'> & { readonly results: readonly (OutboxResult | Resolved)[] }

/** Sends what is due; first, what may have gone out before is looked for among the sent mail. */
export async function send(parts: Parts, look: boolean): Promise<Pass> {
  const resolved = await resolveDoubts(doubtNeeds(parts, look))
  const pass = await sendDue(sendingNeeds(parts))
  parts.store.get().delays.tidy()
  return { ...pass, results: [...resolved, ...pass.results] }
}

/** Sends what is due, and leaves alone what may have gone out before: the mailbox is in use. */
export function sendMeanwhile(parts: Parts): Promise<OutboxPass> {
  raiseDoubts(doubtNeeds(parts, false))
  return sendDue(sendingNeeds(parts))
}

function doubtNeeds({ config, clock, store, mailbox }: Parts, look: boolean): DoubtNeeds {
  const { doubts, outbox, worker } = store.get()
  const sentSince = (day: Date) =>
    look ? mailbox.get().sentSince(day) : Promise.reject(new Error('the mailbox is left alone now'))
  return { clock, doubts, outbox, restoredAt: worker.state().restoredAt, sentSince, replies: config.replies }
}
