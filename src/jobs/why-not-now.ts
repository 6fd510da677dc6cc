import { isForStaff, isMailing, type OutboxEntry, type WithheldFor } from '../core/sending/outgoing-mail.ts'
import { isStopped, type SendingRoom } from '../core/sending/sending-room.ts'
import type { OutboxNeeds } from './outbox-needs.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
/** The same is not said to the same address again within. */
const SAID_LATELY = 10 * 60_000

export const BREAKER = 'as many replies went out as an hour allows'

type Stop = { readonly because: Extract<WithheldFor, 'cap' | 'repeat'>; readonly reason: string }

/** The reply storm that no cap stops would be ours. A cap is outwaited; what was just said needn't be said again. */
export function whyNotNow(entry: OutboxEntry, room: SendingRoom, { said, caps, clock }: OutboxNeeds): Stop | null {
  const { recipient, about, kind } = entry
  if (kind === 'desk' || isMailing(kind)) return null
  const ago = (milliseconds: number) => new Date(clock().getTime() - milliseconds)
  if (isForStaff(kind))
    return isStopped(entry, room, caps) ? { because: 'cap', reason: 'staff had as many mails as a day allows' } : null
  if (about !== null && said.wasTold(recipient, about, ago(SAID_LATELY)))
    return { because: 'repeat', reason: 'the address was told the same within the last ten minutes' }
  if (said.countSentTo(recipient, ago(DAY)) >= caps.perAddressPerDay)
    return { because: 'cap', reason: 'the address had as many mails as a day allows' }
  return isStopped(entry, room, caps) ? { because: 'cap', reason: BREAKER } : null
}
