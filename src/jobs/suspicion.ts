import type { DeliveryResult } from '../core/sending/delivery-result.ts'
import type { Stopped } from './outbox-needs.ts'

/** So many recipients in a row, and it is no longer theirs. */
const IN_A_ROW = 3

export type Suspicion = ReturnType<typeof createSuspicion>

/** Whether what goes wrong mail after mail is the server's, so that the rest of the outbox is spared the same; for all passes of a process. */
export function createSuspicion() {
  const recipients = new Set<string>()
  return {
    /** Why to stop, after one more; null to go on. */
    after(recipient: string, sent: DeliveryResult): Stopped | null {
      if (sent.kind === 'sent') recipients.clear()
      const kind = suspected(sent)
      if (kind === null || sent.kind === 'sent') return null
      recipients.add(recipient)
      if (recipients.size < IN_A_ROW) return null
      return { kind, reason: `so it went with ${IN_A_ROW} mails in a row: ${sent.reason}` }
    },
  }
}

function suspected(sent: DeliveryResult): Stopped['kind'] | null {
  if (sent.kind === 'broken') return 'unreachable'
  return sent.kind === 'barred' || (sent.kind === 'refused' && sent.content) ? 'sender' : null
}
