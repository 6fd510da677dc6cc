import { composeBreakerAlarm } from '../core/sending/breaker-alarm.ts'
import { staffMail } from '../core/sending/staff-mail.ts'
import { dayIn } from '../core/text/day.ts'
import type { OutboxNeeds } from '../jobs/outbox-needs.ts'
import type { Parts } from './parts.ts'

/** The outbox job, wired to the real edges. */
export function sendingNeeds(parts: Parts): OutboxNeeds {
  const { config, clock, store, sender, suspicion } = parts
  const { outbox, delays } = store.get()
  return {
    ...{ clock, queue: outbox, outbox, said: outbox, delays, suspicion },
    send: (mail, date, handingOver) => sender.get().send(mail, date, handingOver),
    caps: { ...config.caps, perMinute: config.smtp.perMinute, domains: config.senders.domains },
    breakerOpened: () => tellOfBreaker(parts),
  }
}

/** Once a day at most. */
function tellOfBreaker({ config, clock, store, staff }: Parts): void {
  const { caps, timezone } = config
  const at = clock()
  const name = `alarm.replies.${dayIn(at, timezone)}`
  const mail = staffMail(composeBreakerAlarm(caps.perHour, at, timezone), name, staff)
  store.get().outbox.add({ purpose: name, kind: 'alarm', messageId: null, mail }, { withheldFor: null }, at)
}
