import type { DeliveryResult } from '../core/sending/delivery-result.ts'
import type { OutboxEntry } from '../core/sending/outgoing-mail.ts'
import { roomAfter, roomWithout, type SendingRoom, waitsItsTurn } from '../core/sending/sending-room.ts'
import { describeError, refusesUs, SenderRefused } from '../errors.ts'
import type { OutboxNeeds, OutboxPass, OutboxResult, Stopped } from './outbox-needs.ts'
import { HANDED_OVER, markUnknown, record } from './record-sent.ts'
import { BREAKER, whyNotNow } from './why-not-now.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/** One pass over what is due, as much as the rate allows; the rest is due at the next one. */
export async function sendDue(needs: OutboxNeeds): Promise<OutboxPass> {
  const { queue, said, clock, caps } = needs
  queue.supersedeOlder(clock())
  const now = clock().getTime()
  const sent = said.sentSince({ replies: new Date(now - HOUR), staff: new Date(now - DAY) })
  let room = roomAfter(sent, caps, clock())
  const results: OutboxResult[] = []
  let stopped: Stopped | null = null
  for (const entry of queue.due(clock())) {
    if (room.minute <= 0 || stopped !== null) break
    if (waitsItsTurn(entry, room)) continue
    const delivered = await deliver(entry, room, needs)
    if (delivered === null) continue
    const { result, sent } = delivered
    if (result !== null) results.push(result)
    if (result !== null && result.what !== 'withheld') room = roomWithout(entry, room, caps)
    if (sent !== null) stopped = stopsAll(sent) ?? needs.suspicion.after(entry.recipient, sent)
  }
  if (results.some(({ reason }) => reason === BREAKER)) needs.breakerOpened()
  return { results, stopped, goesOn: stopped === null && room.minute > 0 }
}

type Delivered = { readonly result: OutboxResult | null; readonly sent: DeliveryResult | null }

/** Claimed first, so that no second process sends it too; null where there is nothing new about it. */
async function deliver(entry: OutboxEntry, room: SendingRoom, needs: OutboxNeeds): Promise<Delivered | null> {
  const stop = whyNotNow(entry, room, needs)
  if (stop !== null) {
    if (entry.withheldFor === stop.because) return null
    needs.outbox.withhold(entry.id, stop.because)
    const { id, kind, messageId } = entry
    return { result: { id, kind, messageId, what: 'withheld', reason: stop.reason }, sent: null }
  }
  const mail = needs.outbox.claim(entry.id, needs.clock())
  if (mail === null) return null
  const handingOver = () => markUnknown(entry, HANDED_OVER, needs)
  const sent = await trySending(entry, () => needs.send(mail, needs.clock(), handingOver), needs)
  return { result: record(entry, sent, needs), sent }
}

/** What refuses us concerns every mail; what else goes wrong concerns this one, is ours, and is tried later. */
async function trySending(
  entry: OutboxEntry,
  send: () => Promise<DeliveryResult>,
  needs: OutboxNeeds,
): Promise<DeliveryResult> {
  try {
    return await send()
  } catch (error) {
    const reason = describeError(error)
    needs.outbox.delay(entry.id, needs.clock())
    if (!refusesUs(error)) return { kind: 'later', reason }
    needs.outbox.unclaim(entry.id, reason, error instanceof SenderRefused ? needs.clock() : null)
    throw error
  }
}

function stopsAll(sent: DeliveryResult): Stopped | null {
  if (sent.kind !== 'busy' && sent.kind !== 'unreachable') return null
  return { kind: sent.kind, reason: sent.reason }
}
