import { type OutgoingMail, withoutEnclosures } from '../core/sending/outgoing-mail.ts'
import { sha256 } from '../sha256.ts'
import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'
import { LIGHT, type Row } from './outbox.ts'

type Told = Row & { purpose: string }
type Refused = { readonly reason: string; readonly content: boolean }

/** What became of a try to send, in the table `outbox`; what was sent or given up is an event. */
export function createOutboxOutcomes(database: Database, events: Events) {
  const sent = database.prepare<[string, number], Told>(
    `UPDATE outbox SET state = 'sent', sent_at = ?, last_error = NULL WHERE id = ? RETURNING purpose, ${LIGHT}`,
  )
  const later = database.prepare("UPDATE outbox SET state = 'due', due_at = ?, last_error = ? WHERE id = ?")
  const failed = database.prepare<[string, number], Told>(
    `UPDATE outbox SET state = 'failed', last_error = ? WHERE id = ? RETURNING purpose, ${LIGHT}`,
  )
  const unknown = database.prepare("UPDATE outbox SET state = 'unknown', due_at = ?, last_error = ? WHERE id = ?")
  // A code stands nowhere but in the mail, once that went out.
  const forget = database.prepare('UPDATE desk_codes SET code = NULL WHERE purpose = ?')
  const mailOf = database.prepare<[number], string>('SELECT mail FROM outbox_mails WHERE id = ?').pluck()
  const rewrite = database.prepare('UPDATE outbox_mails SET mail = ? WHERE id = ?')
  const tell = (kind: 'sent' | 'failed', row: Told | undefined, at: Date): void => {
    if (row === undefined) return
    const { id, message_id: message } = row
    forget.run(row.purpose)
    events.append({ kind, outbox: id, what: row.kind, message, mail: sha256(mailOf.get(id) ?? '') }, at)
  }
  return {
    markSent: (id: number, at: Date): void =>
      atomically(database, () => tell('sent', sent.get(at.toISOString(), id), at)),
    postpone: (id: number, until: Date, error: string): void => {
      later.run(until.toISOString(), error, id)
    },
    markFailed: (id: number, { reason, content }: Refused, at: Date): 'lighter' | 'failed' =>
      atomically(database, () => {
        const light = content ? withoutEnclosures(JSON.parse(mailOf.get(id) ?? '{}') as OutgoingMail) : null
        if (light === null) {
          tell('failed', failed.get(reason, id), at)
          return 'failed'
        }
        rewrite.run(JSON.stringify(light), id)
        later.run(at.toISOString(), reason, id)
        return 'lighter'
      }),
    /** Whether it went out is open; from `repeatAt` on it may be sent once more. */
    markUnknown: (id: number, repeatAt: Date, error: string): void => {
      unknown.run(repeatAt.toISOString(), error, id)
    },
  }
}
