import { isInside } from '../judge/findings/sender-findings.ts'
import { isForStaff, type OutboxKind } from './outgoing-mail.ts'

export type Caps = {
  readonly perMinute: number
  readonly perHour: number
  readonly perAddressPerDay: number
  /** Of what the hour allows, addresses outside these get half at most. */
  readonly domains: readonly string[]
}

type Sent = { readonly kind: OutboxKind; readonly recipient: string; readonly at: Date }

/** How many mails more may go out now: in this minute, replies in this hour, of these to outsiders, and today to staff. */
export type SendingRoom = {
  readonly minute: number
  readonly hour: number
  readonly outside: number
  readonly staff: number
}

/** Digests and alarms have a budget of their own, so that no storm of replies takes it, and none of theirs is a storm. */
const STAFF_PER_DAY = 6
/** What alarms leave for the digests of a day. */
const FOR_DIGESTS = 2
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What the mails of a day to staff and the replies of an hour, `sent`, leave. */
export function roomAfter(sent: readonly Sent[], caps: Caps, now: Date): SendingRoom {
  const within = (span: number) => sent.filter(({ at }) => now.getTime() - at.getTime() < span)
  const replies = within(HOUR).filter(({ kind }) => !isForStaff(kind))
  const outside = replies.filter(({ recipient }) => !isInside(recipient, caps.domains))
  return {
    minute: caps.perMinute - within(MINUTE).length,
    hour: caps.perHour - replies.length,
    outside: Math.max(1, Math.floor(caps.perHour / 2)) - outside.length,
    staff: STAFF_PER_DAY - sent.filter(({ kind }) => isForStaff(kind)).length,
  }
}

type Mail = Pick<Sent, 'kind' | 'recipient'>

export const isStopped = ({ kind, recipient }: Mail, room: SendingRoom, { domains }: Caps): boolean =>
  isForStaff(kind)
    ? room.staff <= (kind === 'alarm' ? FOR_DIGESTS : 0)
    : room.hour <= 0 || (room.outside <= 0 && !isInside(recipient, domains))

/** What is left when one more has gone out. */
export function roomWithout({ kind, recipient }: Mail, room: SendingRoom, { domains }: Caps): SendingRoom {
  const minute = room.minute - 1
  if (isForStaff(kind)) return { ...room, minute, staff: room.staff - 1 }
  return { ...room, minute, hour: room.hour - 1, outside: room.outside - (isInside(recipient, domains) ? 0 : 1) }
}
