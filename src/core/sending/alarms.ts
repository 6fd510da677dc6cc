import { dayIn } from '../text/day.ts'
import { composeBreakerAlarm } from './breaker-alarm.ts'
import type { NewMail } from './outgoing-mail.ts'
import { type Staff, staffMail } from './staff-mail.ts'
import type { Trouble } from './trouble.ts'
import { composeTroubleAlarm } from './trouble-alarm.ts'

type Told = { readonly staff: Staff; readonly timezone: string }

/** Once a day at most. */
export function breakerAlarm(perHour: number, at: Date, { staff, timezone }: Told): NewMail {
  const name = `alarm.replies.${dayIn(at, timezone)}`
  const mail = staffMail(composeBreakerAlarm(perHour, at, timezone), name, staff)
  return { purpose: name, kind: 'alarm', messageId: null, mail }
}

/** Once for each trouble. */
export function troubleMail(trouble: Trouble, { staff, timezone }: Told): NewMail {
  const id = `${trouble.server}.${trouble.since.toISOString().replace(/\D/g, '')}`
  const mail = staffMail(composeTroubleAlarm(trouble, timezone), `alarm.${id}`, staff)
  return { purpose: `alarm:${id}`, kind: 'alarm', messageId: null, mail }
}
