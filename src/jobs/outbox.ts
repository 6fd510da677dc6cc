import type { OutboxKind, OutgoingMail } from '../core/outgoing-mail.ts'
import { nextAttempt } from '../core/retry.ts'
import { describeError, LoginRefused } from '../errors.ts'

type Entry = {
  readonly id: number
  readonly kind: OutboxKind
  readonly messageId: number | null
  readonly recipient: string
  readonly mail: OutgoingMail
  readonly attempts: number
}

type Answered = { readonly kind: 'sent' } | { readonly kind: 'later' | 'refused' | 'unknown'; readonly reason: string }
/** `unreachable`: there was no server to hand it to. */
type Sent = Answered | { readonly kind: 'unreachable'; readonly reason: string }

export type OutboxNeeds = {
  readonly clock: () => Date
  readonly outbox: {
    due(now: Date, limit: number): readonly Entry[]
    claim(id: number): boolean
    unclaim(id: number, error: string): void
    markSent(id: number, at: Date): void
    postpone(id: number, until: Date, error: string): void
    markFailed(id: number, error: string): void
    markUnknown(id: number, repeatAt: Date, error: string): void
    releaseCapped(since: Date, perAddress: number): number
    withhold(id: number, because: 'cap'): void
    countSentSince(moment: Date): number
    countRepliesSince(moment: Date): number
    countToStaffSince(moment: Date): number
    countSentTo(address: string, since: Date): number
  }
  /**
   * Throws where the server refuses the login: ours to mend, nothing is sent then. Calls `handingOver` before the server gets the first
   * byte of the mail.
   */
  readonly send: (mail: OutgoingMail, date: Date, handingOver: () => void) => Promise<Sent>
  readonly perMinute: number
  readonly caps: { readonly perAddressPerDay: number; readonly perHour: number }
}

export type OutboxResult = {
  readonly id: number
  readonly kind: OutboxKind
  readonly messageId: number | null
  readonly what: 'sent' | 'later' | 'failed' | 'unknown' | 'withheld'
  readonly reason: string | null
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Of what is due: more than a minute's rate, so that capped ones don't hide the others. */
const MOST_LOOKED_AT = 1000
/** Digests and alarms in a day; alarms leave room for the digests. */
const STAFF_BUDGET = { digest: 6, alarm: 4 } as const
/** So long the server may still be busy with what it was handed. */
const BEFORE_REPEAT = 5 * MINUTE

/** One pass over what is due, as much as the rate allows; the rest is due at the next one. */
export async function sendDue(needs: OutboxNeeds): Promise<readonly OutboxResult[]> {
  const { outbox, clock, caps } = needs
  outbox.releaseCapped(ago(needs, DAY), caps.perAddressPerDay)
  let room = needs.perMinute - outbox.countSentSince(ago(needs, MINUTE))
  const results: OutboxResult[] = []
  for (const entry of outbox.due(clock(), MOST_LOOKED_AT)) {
    if (room <= 0) break
    const result = await deliver(entry, needs)
    if (result === 'unreachable') break
    if (result === null) continue
    results.push(result)
    if (result.what !== 'withheld') room -= 1
  }
  return results
}

/** Claimed first, so that no second process sends it too; null where it isn't sent now. */
async function deliver(entry: Entry, needs: OutboxNeeds): Promise<OutboxResult | 'unreachable' | null> {
  const cap = capOn(entry, needs)
  if (cap === 'hour') return null
  if (cap === 'day') {
    needs.outbox.withhold(entry.id, 'cap')
    return { ...named(entry), what: 'withheld', reason: 'the address has had as many mails as a day allows' }
  }
  if (!needs.outbox.claim(entry.id)) return null
  const sent = await trySending(entry, needs)
  if (sent.kind !== 'unreachable') return record(entry, sent, needs)
  needs.outbox.unclaim(entry.id, sent.reason)
  return 'unreachable'
}

/** A refused login concerns every mail; what else goes wrong concerns this one and is tried later. */
async function trySending(entry: Entry, needs: OutboxNeeds): Promise<Sent> {
  try {
    return await needs.send(entry.mail, needs.clock(), () => doubt(entry, HANDED_OVER, needs))
  } catch (error) {
    if (!(error instanceof LoginRefused)) return { kind: 'later', reason: describeError(error) }
    needs.outbox.unclaim(entry.id, describeError(error))
    throw error
  }
}

/** The reply storm that no cap stops would be ours; digest and alarms have their own budget. */
function capOn({ kind, recipient }: Entry, { outbox, caps, ...needs }: OutboxNeeds): 'hour' | 'day' | null {
  if (kind === 'digest' || kind === 'alarm')
    return outbox.countToStaffSince(ago(needs, DAY)) < STAFF_BUDGET[kind] ? null : 'hour'
  if (outbox.countSentTo(recipient, ago(needs, DAY)) >= caps.perAddressPerDay) return 'day'
  return outbox.countRepliesSince(ago(needs, 60 * MINUTE)) >= caps.perHour ? 'hour' : null
}

function record(entry: Entry, sent: Answered, { outbox, clock }: OutboxNeeds): OutboxResult {
  switch (sent.kind) {
    case 'sent':
      outbox.markSent(entry.id, clock())
      return { ...named(entry), what: 'sent', reason: null }
    case 'refused':
      outbox.markFailed(entry.id, sent.reason)
      return { ...named(entry), what: 'failed', reason: sent.reason }
    case 'unknown':
      doubt(entry, sent.reason, { outbox, clock })
      return { ...named(entry), what: 'unknown', reason: sent.reason }
    case 'later':
      return postpone(entry, sent.reason, { outbox, clock })
    default:
      return sent satisfies never
  }
}

const HANDED_OVER = 'handed over, the answer is not known'

/** From here on it may have gone out, whatever becomes of this process. */
function doubt({ id }: Entry, reason: string, { outbox, clock }: Pick<OutboxNeeds, 'outbox' | 'clock'>): void {
  outbox.markUnknown(id, new Date(clock().getTime() + BEFORE_REPEAT), reason)
}

function postpone(
  entry: Entry,
  reason: string,
  { outbox, clock }: Pick<OutboxNeeds, 'outbox' | 'clock'>,
): OutboxResult {
  const at = nextAttempt(entry.attempts + 1, clock())
  if (at === null) {
    outbox.markFailed(entry.id, reason)
    return { ...named(entry), what: 'failed', reason }
  }
  outbox.postpone(entry.id, at, reason)
  return { ...named(entry), what: 'later', reason }
}

const named = ({ id, kind, messageId }: Entry) => ({ id, kind, messageId })

const ago = ({ clock }: Pick<OutboxNeeds, 'clock'>, milliseconds: number): Date =>
  new Date(clock().getTime() - milliseconds)
