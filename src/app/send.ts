import { type DoubtNeeds, type Resolved, raiseDoubts, resolveDoubts } from '../jobs/doubts.ts'
import { sendDue } from '../jobs/outbox.ts'
import type { OutboxPass, OutboxResult } from '../jobs/outbox-needs.ts'
import type { Parts } from './parts.ts'
import { sendingNeeds } from './sending.ts'

/** Sends what is due; first, what may have gone out before is looked for among the sent mail. */
export async function send(parts: Parts, look: boolean): Promise<readonly (OutboxResult | Resolved)[]> {
  const resolved = await resolveDoubts(doubtNeeds(parts, look))
  const { results } = await sendDue(sendingNeeds(parts))
  return [...resolved, ...results]
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
