import { sha256 } from '../sha256.ts'
import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'
import type { FullRow } from './outbox.ts'

/** What became of a try to send, in the table `outbox`; what was sent or given up is an event. */
export function createOutboxOutcomes(database: Database, events: Events) {
  const sent = database.prepare<[string, number], FullRow & { purpose: string }>(
    "UPDATE outbox SET state = 'sent', sent_at = ?, last_error = NULL WHERE id = ? RETURNING *",
  )
  const later = database.prepare("UPDATE outbox SET state = 'due', due_at = ?, last_error = ? WHERE id = ?")
  const failed = database.prepare<[string, number], FullRow & { purpose: string }>(
    "UPDATE outbox SET state = 'failed', last_error = ? WHERE id = ? RETURNING *",
  )
  const unknown = database.prepare("UPDATE outbox SET state = 'unknown', due_at = ?, last_error = ? WHERE id = ?")
  // A code stands nowhere but in the mail, once that went out.
  const forget = database.prepare('UPDATE desk_codes SET code = NULL WHERE purpose = ?')
  const tell = (kind: 'sent' | 'failed', row: (FullRow & { purpose: string }) | undefined, at: Date): void => {
    if (row === undefined) return
    const { id, message_id: message, mail } = row
    forget.run(row.purpose)
    events.append({ kind, outbox: id, what: row.kind, message, mail: sha256(mail) }, at)
  }
  return {
    markSent: (id: number, at: Date): void =>
      atomically(database, () => tell('sent', sent.get(at.toISOString(), id), at)),
    postpone: (id: number, until: Date, error: string): void => {
      later.run(until.toISOString(), error, id)
    },
    markFailed: (id: number, error: string, at: Date): void =>
      atomically(database, () => tell('failed', failed.get(error, id), at)),
    /** Whether it went out is open; from `repeatAt` on it may be sent once more. */
    markUnknown: (id: number, repeatAt: Date, error: string): void => {
      unknown.run(repeatAt.toISOString(), error, id)
    },
  }
}
