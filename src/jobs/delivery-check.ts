import { isForStaff, type OutboxKind, type UnconfirmedMail } from '../core/sending/outgoing-mail.ts'
import { LONGEST_DELAY } from '../core/sending/retry.ts'

export type DeliveryCheckNeeds = {
  readonly clock: () => Date
  readonly unconfirmed: {
    open(): readonly UnconfirmedMail[]
    repeat(id: number): boolean
    resume(id: number): void
    reopenSinceRestored(restoredAt: Date, now: Date): number
    pullBack(now: Date): number
  }
  readonly outbox: { markSent(id: number, at: Date): void }
  /** `hold`: nothing but mail to staff is sent again. */
  readonly replies: 'hold' | 'live'
  /** When this database was restored from a backup; null where it never was. */
  readonly restoredAt: Date | null
  /** The Message-IDs of what was sent since that day; null where the server keeps no sent mail. */
  readonly sentSince: (day: Date) => Promise<ReadonlySet<string> | null>
}

/** What became of a doubt: `found` among the sent mail, to be sent once more, or to be sent as if nothing had happened. */
export type Resolved = {
  readonly id: number
  readonly kind: OutboxKind
  readonly messageId: number | null
  readonly what: 'found' | 'repeat' | 'resume'
}

/** So long an unreachable mailbox keeps a repeat back; then silence would be worse than a twin. */
const PATIENCE = 60 * 60_000

type Raising = Pick<DeliveryCheckNeeds, 'clock' | 'restoredAt'> & {
  readonly unconfirmed: Pick<DeliveryCheckNeeds['unconfirmed'], 'reopenSinceRestored' | 'pullBack'>
}

/** Before anything is sent: what is due in a restored database may have gone out after the backup was made. */
export function reopenDeliveries({ clock, restoredAt, unconfirmed }: Raising): void {
  const now = clock()
  unconfirmed.pullBack(now)
  if (restoredAt !== null) unconfirmed.reopenSinceRestored(restoredAt, now)
}

/** Looks for what may have gone out among the sent mail, where the server keeps it; what is not there is sent once more, with its Message-ID. */
export async function checkDeliveries(needs: DeliveryCheckNeeds): Promise<readonly Resolved[]> {
  const now = needs.clock()
  reopenDeliveries(needs)
  const open = needs.unconfirmed.open().filter(one => !one.handedOver || isDue(one.dueAt, now))
  if (open.length === 0) return []
  const sent = await findSent(open, needs)
  return open.flatMap(one => {
    const what = resolve(one, sent, needs)
    return what === null ? [] : [{ id: one.id, kind: one.kind, messageId: one.messageId, what }]
  })
}

/** A time further ahead than any delay was written under a clock that was wrong. */
const isDue = (dueAt: Date, now: Date): boolean => dueAt <= now || dueAt.getTime() > now.getTime() + LONGEST_DELAY

type Sent = ReadonlySet<string> | 'not-kept' | 'not-known'

async function findSent(open: readonly UnconfirmedMail[], { sentSince }: DeliveryCheckNeeds): Promise<Sent> {
  const first = new Date(Math.min(...open.map(({ composedAt }) => composedAt.getTime())))
  try {
    return (await sentSince(first)) ?? 'not-kept'
  } catch {
    return 'not-known'
  }
}

function resolve(
  one: UnconfirmedMail,
  sent: Sent,
  { unconfirmed, outbox, clock, replies }: DeliveryCheckNeeds,
): Resolved['what'] | null {
  if (typeof sent !== 'string' && sent.has(one.headerId)) {
    outbox.markSent(one.id, clock())
    return 'found'
  }
  if (replies === 'hold' && !isForStaff(one.kind) && one.kind !== 'desk') return null
  if (!one.handedOver) {
    unconfirmed.resume(one.id)
    return 'resume'
  }
  const waits = sent === 'not-known' && clock().getTime() - one.dueAt.getTime() < PATIENCE
  return !waits && unconfirmed.repeat(one.id) ? 'repeat' : null
}
