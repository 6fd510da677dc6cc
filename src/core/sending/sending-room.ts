import { isInside } from '../judge/findings/sender-findings.ts'
import { isForStaff, isMailing, type OutboxKind } from './outgoing-mail.ts'

export type Caps = {
  readonly perMinute: number
  readonly perHour: number
  readonly perAddressPerDay: number
  /** Of what the hour allows, addresses outside these get half at most. */
  readonly domains: readonly string[]
}

type Sent = { readonly kind: OutboxKind; readonly recipient: string; readonly at: Date }

/** How many mails more may go out now: in this minute, of these to many at once; replies in this hour, and of these to outsiders; `staff`: how many went to each today. */
export type SendingRoom = {
  readonly minute: number
  readonly many: number
  readonly hour: number
  readonly outside: number
  readonly staff: ReadonlyMap<string, number>
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
  const replies = within(HOUR).filter(isCapped)
  const outside = replies.filter(({ recipient }) => !isInside(recipient, caps.domains))
  return {
    minute: caps.perMinute - within(MINUTE).length,
    many: Math.max(1, Math.floor(caps.perMinute / 2)) - within(MINUTE).filter(({ kind }) => isMailing(kind)).length,
    hour: caps.perHour - replies.length,
    outside: Math.max(1, Math.floor(caps.perHour / 2)) - outside.length,
    staff: counted(sent.filter(({ kind }) => isForStaff(kind))),
  }
}

type Mail = Pick<Sent, 'kind' | 'recipient'>

/** A storm of these would be ours. */
const isCapped = ({ kind }: Pick<Mail, 'kind'>): boolean => !isForStaff(kind) && !isMailing(kind) && kind !== 'desk'

const addressesOf = ({ recipient }: Pick<Mail, 'recipient'>): readonly string[] => recipient.split(',')

const counted = (sent: readonly Mail[], before: ReadonlyMap<string, number> = new Map()): ReadonlyMap<string, number> =>
  sent
    .flatMap(addressesOf)
    .reduce((counts, address) => counts.set(address, (counts.get(address) ?? 0) + 1), new Map(before))

/** The fullest of its recipients decides. */
const staffRoom = (mail: Mail, { staff }: SendingRoom): number =>
  STAFF_PER_DAY - Math.max(...addressesOf(mail).map(address => staff.get(address) ?? 0))

/** Letters to many get half of a minute at most, so that no answer waits behind them; the rest comes in the next one. */
export const waitsItsTurn = ({ kind }: Pick<Mail, 'kind'>, room: SendingRoom): boolean =>
  isMailing(kind) && room.many <= 0

export function isStopped(mail: Mail, room: SendingRoom, { domains }: Caps): boolean {
  if (isForStaff(mail.kind)) return staffRoom(mail, room) <= (mail.kind === 'alarm' ? FOR_DIGESTS : 0)
  if (!isCapped(mail)) return false
  return room.hour <= 0 || (room.outside <= 0 && !isInside(mail.recipient, domains))
}

/** What is left when one more has gone out. */
export function roomWithout(mail: Mail, room: SendingRoom, { domains }: Caps): SendingRoom {
  const minute = room.minute - 1
  if (isForStaff(mail.kind)) return { ...room, minute, staff: counted([mail], room.staff) }
  if (!isCapped(mail)) return { ...room, minute, many: room.many - Number(isMailing(mail.kind)) }
  return { ...room, minute, hour: room.hour - 1, outside: room.outside - (isInside(mail.recipient, domains) ? 0 : 1) }
}
