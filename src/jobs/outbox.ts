import { isForStaff, type OutboxEntry } from '../core/sending/outgoing-mail.ts'
import { nextAttempt } from '../core/sending/retry.ts'
import { isStopped, roomAfter, roomWithout, type SendingRoom } from '../core/sending/sending-room.ts'
import { describeError, LoginRefused } from '../errors.ts'
import type { Answered, OutboxNeeds, OutboxPass, OutboxResult, Sent } from './outbox-needs.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** The same is not said to the same address again within. */
const SAID_LATELY = 10 * MINUTE
/** So long the server may still be busy with what it was handed. */
const BEFORE_REPEAT = 5 * MINUTE

/** One pass over what is due, as much as the rate allows; the rest is due at the next one. */
export async function sendDue(needs: OutboxNeeds): Promise<OutboxPass> {
  const { outbox, clock, caps } = needs
  outbox.supersedeOlder()
  const sent = outbox.sentSince({ replies: ago(needs, HOUR), staff: ago(needs, DAY) })
  let room = roomAfter(sent, caps, clock())
  const results: OutboxResult[] = []
  let reached = true
  for (const entry of outbox.due(clock())) {
    if (room.minute <= 0) break
    const result = await deliver(entry, room, needs)
    reached = result !== 'unreachable'
    if (result === 'unreachable') break
    if (result === null) continue
    results.push(result)
    if (result.what !== 'withheld') room = roomWithout(entry, room, caps)
  }
  if (results.some(({ reason }) => reason === BREAKER)) needs.breakerOpened()
  return { results, goesOn: reached && room.minute > 0 }
}

/** Claimed first, so that no second process sends it too; null where there is nothing new about it. */
async function deliver(
  entry: OutboxEntry,
  room: SendingRoom,
  needs: OutboxNeeds,
): Promise<OutboxResult | 'unreachable' | null> {
  const stop = whyNotNow(entry, room, needs)
  if (stop !== null) return withhold(entry, stop, needs)
  const mail = needs.outbox.claim(entry.id, needs.clock())
  if (mail === null) return null
  const sent = await trySending(
    entry,
    () => needs.send(mail, needs.clock(), () => markUnknown(entry, HANDED_OVER, needs)),
    needs,
  )
  if (sent.kind !== 'unreachable') return record(entry, sent, needs)
  needs.outbox.unclaim(entry.id, sent.reason)
  return 'unreachable'
}

const BREAKER = 'as many replies went out as an hour allows'

type Stop = { readonly because: 'cap' | 'repeat'; readonly reason: string }

/** The reply storm that no cap stops would be ours. A cap is outwaited; what was just said needn't be said again. */
function whyNotNow(entry: OutboxEntry, room: SendingRoom, { outbox, caps, ...needs }: OutboxNeeds): Stop | null {
  const { recipient, about, kind } = entry
  if (isForStaff(kind))
    return isStopped(entry, room, caps) ? { because: 'cap', reason: 'staff had as many mails as a day allows' } : null
  if (about !== null && outbox.wasTold(recipient, about, ago(needs, SAID_LATELY)))
    return { because: 'repeat', reason: 'the address was told the same within the last ten minutes' }
  if (outbox.countSentTo(recipient, ago(needs, DAY)) >= caps.perAddressPerDay)
    return { because: 'cap', reason: 'the address had as many mails as a day allows' }
  return isStopped(entry, room, caps) ? { because: 'cap', reason: BREAKER } : null
}

function withhold(entry: OutboxEntry, { because, reason }: Stop, { outbox }: OutboxNeeds): OutboxResult | null {
  if (entry.withheldFor === because) return null
  outbox.withhold(entry.id, because)
  return { ...named(entry), what: 'withheld', reason }
}

/** A refused login concerns every mail; what else goes wrong concerns this one and is tried later. */
async function trySending(entry: OutboxEntry, send: () => Promise<Sent>, needs: OutboxNeeds): Promise<Sent> {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof LoginRefused)) return { kind: 'later', reason: describeError(error) }
    needs.outbox.unclaim(entry.id, describeError(error))
    throw error
  }
}

function record(entry: OutboxEntry, sent: Answered, { outbox, clock }: OutboxNeeds): OutboxResult {
  switch (sent.kind) {
    case 'sent':
      outbox.markSent(entry.id, clock())
      return { ...named(entry), what: 'sent', reason: null }
    case 'refused':
      outbox.markFailed(entry.id, sent.reason, clock())
      return { ...named(entry), what: 'failed', reason: sent.reason }
    case 'unknown':
      markUnknown(entry, sent.reason, { outbox, clock })
      return { ...named(entry), what: 'unknown', reason: sent.reason }
    case 'later':
      return postpone(entry, sent.reason, { outbox, clock })
    default:
      return sent satisfies never
  }
}

const HANDED_OVER = 'handed over, the answer is not known'

/** From here on it may have gone out, whatever becomes of this process. */
function markUnknown(
  { id }: OutboxEntry,
  reason: string,
  { outbox, clock }: Pick<OutboxNeeds, 'outbox' | 'clock'>,
): void {
  outbox.markUnknown(id, new Date(clock().getTime() + BEFORE_REPEAT), reason)
}

function postpone(
  entry: OutboxEntry,
  reason: string,
  { outbox, clock }: Pick<OutboxNeeds, 'outbox' | 'clock'>,
): OutboxResult {
  const at = nextAttempt(entry.attempts + 1, clock())
  if (at === null) {
    outbox.markFailed(entry.id, reason, clock())
    return { ...named(entry), what: 'failed', reason }
  }
  outbox.postpone(entry.id, at, reason)
  return { ...named(entry), what: 'later', reason }
}

const named = ({ id, kind, messageId }: OutboxEntry) => ({ id, kind, messageId })

const ago = ({ clock }: Pick<OutboxNeeds, 'clock'>, milliseconds: number): Date =>
  new Date(clock().getTime() - milliseconds)
