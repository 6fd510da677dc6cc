import { breakerAlarm } from '../core/sending/alarms.ts'
import type { OutboxNeeds } from '../jobs/outbox-needs.ts'
import type { Parts } from './parts.ts'

/** The outbox job, wired to the real edges. */
export function sendingNeeds(parts: Parts): OutboxNeeds {
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
