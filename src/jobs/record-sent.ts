import type { DeliveryResult } from '../core/sending/delivery-result.ts'
import type { OutboxEntry } from '../core/sending/outgoing-mail.ts'
import { nextAttempt } from '../core/sending/retry.ts'
import type { OutboxNeeds, OutboxResult } from './outbox-needs.ts'

/** So long the server may still be busy with what it was handed. */
const BEFORE_REPEAT = 5 * 60_000

export const HANDED_OVER = 'handed over, the answer is not known'

type Recording = Pick<OutboxNeeds, 'outbox' | 'clock'>

/** Writes down what became of a mail; null where it never came to sending, which is held against no mail. */
export function record(entry: OutboxEntry, sent: DeliveryResult, needs: Recording): OutboxResult | null {
  const { outbox, clock } = needs
  switch (sent.kind) {
    case 'sent':
      outbox.markSent(entry.id, clock())
      return { ...named(entry), what: 'sent', reason: null }
    case 'refused':
      return giveUp(entry, sent, needs)
    case 'unknown':
      markUnknown(entry, sent.reason, needs)
      return { ...named(entry), what: 'unknown', reason: sent.reason }
    case 'later':
      return postpone(entry, sent.reason, needs)
    case 'barred':
    case 'broken':
      outbox.delay(entry.id, clock())
      return postpone(entry, sent.reason, needs)
    case 'busy':
    case 'unreachable':
      outbox.delay(entry.id, clock())
      // What was said of this mail's recipient may be meant for it alone: the others come first next time.
      if (sent.kind === 'busy' && sent.named) return postpone(entry, sent.reason, needs)
      outbox.unclaim(entry.id, sent.reason, null)
      return null
    default:
      return sent satisfies never
  }
}

/** From here on it may have gone out, whatever becomes of this process. */
export function markUnknown({ id }: OutboxEntry, reason: string, { outbox, clock }: Recording): void {
  outbox.markUnknown(id, new Date(clock().getTime() + BEFORE_REPEAT), reason)
}

function postpone(entry: OutboxEntry, reason: string, needs: Recording): OutboxResult {
  const at = nextAttempt(entry.attempts + 1, needs.clock())
  if (at === null) return giveUp(entry, { reason, content: false }, needs)
  needs.outbox.postpone(entry.id, at, reason)
  return { ...named(entry), what: 'later', reason }
}

type Refused = { readonly reason: string; readonly content: boolean }

/** A mail with files that the server would not have goes without them: silence is worse. */
function giveUp(entry: OutboxEntry, refused: Refused, { outbox, clock }: Recording): OutboxResult {
  const became = outbox.markFailed(entry.id, refused, clock())
  return { ...named(entry), what: became === 'lighter' ? 'later' : 'failed', reason: refused.reason }
}

const named = ({ id, kind, messageId }: OutboxEntry) => ({ id, kind, messageId })
