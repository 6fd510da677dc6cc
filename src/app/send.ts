import { breakerAlarm } from '../core/sending/alarms.ts'
import { checkDeliveries, type DeliveryCheckNeeds, type Resolved, reopenDeliveries } from '../jobs/delivery-check.ts'
import { sendDue } from '../jobs/outbox.ts'
import type { OutboxNeeds, OutboxPass, OutboxResult } from '../jobs/outbox-needs.ts'
import type { Parts } from './parts.ts'

type Pass = Omit<OutboxPass, 'results'> & { readonly results: readonly (OutboxResult | Resolved)[] }

/** Sends what is due; first, what may have gone out before is looked for among the sent mail. */
export async function send(parts: Parts, mayAsk: boolean): Promise<Pass> {
  const resolved = await checkDeliveries(deliveryCheckNeeds(parts, mayAsk))
  const pass = await sendDue(sendingNeeds(parts))
  parts.store.get().delays.tidy()
  return { ...pass, results: [...resolved, ...pass.results] }
}

/** Sends what is due, and leaves alone what may have gone out before: the mailbox is in use. */
export function sendMeanwhile(parts: Parts): Promise<OutboxPass> {
  reopenDeliveries(deliveryCheckNeeds(parts, false))
  return sendDue(sendingNeeds(parts))
}

function deliveryCheckNeeds({ config, clock, store, mailbox }: Parts, mayAsk: boolean): DeliveryCheckNeeds {
  const { unconfirmed, outbox, worker } = store.get()
  const sentSince = (day: Date) =>
    mayAsk ? mailbox.get().sentSince(day) : Promise.reject(new Error('the mailbox is left alone now'))
  return { clock, unconfirmed, outbox, restoredAt: worker.state().restoredAt, sentSince, replies: config.replies }
}

/** The outbox job, wired to the real edges. */
function sendingNeeds(parts: Parts): OutboxNeeds {
  const { config, clock, store, sender, suspicion } = parts
  const { outbox, delays } = store.get()
  return {
    clock,
    queue: outbox,
    outbox: { ...outbox, delay: delays.begin },
    said: outbox,
    suspicion,
    send: (mail, date, handingOver) => sender.get().send(mail, date, handingOver),
    caps: { ...config.caps, perMinute: config.smtp.perMinute, domains: config.senders.domains },
    breakerOpened: () => tellOfBreaker(parts),
  }
}

function tellOfBreaker({ config, clock, store, staff }: Parts): void {
  const alarm = breakerAlarm(config.caps.perHour, clock(), { staff, timezone: config.timezone })
  store.get().outbox.add(alarm, { withheldFor: null }, clock())
}
