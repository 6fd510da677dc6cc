import type {
  NewMail,
  OutboxEntry,
  OutboxKind,
  OutboxState,
  OutgoingMail,
  WithheldFor,
} from '../core/sending/outgoing-mail.ts'
import { LONGEST_DELAY } from '../core/sending/retry.ts'
import { sha256 } from '../sha256.ts'
import { atomically, type Database, redoably } from './database.ts'
import type { Events } from './events.ts'

/** An entry with the mail itself. */
export type FullEntry = OutboxEntry & { readonly mail: OutgoingMail }

type Row = {
  id: number
  kind: OutboxKind
  message_id: number | null
  recipient: string
  about: string | null
  state: OutboxState
  withheld_for: WithheldFor | null
  attempts: number
  last_error: string | null
}
type FullRow = Row & { mail: string }

/** The table `outbox`; what was sent or given up is an event. */
export function createOutbox(database: Database, events: Events) {
  const insert = database.prepare(`
    INSERT INTO outbox (purpose, kind, message_id, header_id, recipient, about, expires_at, mail, state, withheld_for, due_at, composed_at)
    VALUES (@purpose, @kind, @messageId, @headerId, @recipient, @about, @expiresAt, @mail, @state, @withheldFor, @at, @at)
    ON CONFLICT (purpose) DO NOTHING`)
  const due = database.prepare<{ now: string; ahead: string }, Row>(`
    SELECT ${LIGHT} FROM outbox WHERE ${SENDABLE} AND (due_at <= @now OR due_at > @ahead) AND (expires_at IS NULL OR expires_at > @now)
    ORDER BY kind IN ('digest', 'alarm') DESC, due_at, id`)
  const expired = database.prepare<[string], number>(`
    SELECT message_id FROM outbox WHERE expires_at <= ? AND expires_at IS NOT NULL AND (state = 'due' OR withheld_for IN ('hold', 'cap'))
      AND message_id IS NOT NULL`)
  const claim = database.prepare<[number, string], string>(`
    UPDATE outbox SET state = 'sending', withheld_for = NULL, attempts = attempts + 1
    WHERE id = ? AND ${SENDABLE} AND (expires_at IS NULL OR expires_at > ?) RETURNING mail`)
  const unclaim = database.prepare(
    "UPDATE outbox SET state = 'due', attempts = attempts - 1, last_error = ?, due_at = ifnull(?, due_at) WHERE id = ?",
  )
  const sent = database.prepare<[string, number], FullRow>(
    "UPDATE outbox SET state = 'sent', sent_at = ?, last_error = NULL WHERE id = ? RETURNING *",
  )
  const later = database.prepare("UPDATE outbox SET state = 'due', due_at = ?, last_error = ? WHERE id = ?")
  const failed = database.prepare<[string, number], FullRow>(
    "UPDATE outbox SET state = 'failed', last_error = ? WHERE id = ? RETURNING *",
  )
  const unknown = database.prepare("UPDATE outbox SET state = 'unknown', due_at = ?, last_error = ? WHERE id = ?")
  const withhold = database.prepare(
    `UPDATE outbox SET state = 'withheld', withheld_for = ? WHERE id = ? AND ${SENDABLE}`,
  )
  const supersede = database.prepare(`
    UPDATE outbox SET state = 'withheld', withheld_for = 'superseded'
    WHERE message_id = @messageId AND kind <> 'notice' AND purpose <> @by AND (state = 'due' OR withheld_for IN ('hold', 'cap'))`)
  const older = database.prepare(`
    UPDATE outbox SET state = 'withheld', withheld_for = 'superseded'
    WHERE kind <> 'notice' AND ${SENDABLE} AND EXISTS (
      SELECT 1 FROM outbox newer WHERE newer.message_id = outbox.message_id AND newer.kind <> 'notice' AND newer.id > outbox.id)`)
  const tell = (kind: 'sent' | 'failed', row: FullRow | undefined, at: Date): void => {
    if (row === undefined) return
    const { id, message_id: message, mail } = row
    events.append({ kind, outbox: id, what: row.kind, message, mail: sha256(mail) }, at)
  }
  return {
    /** What was added for the purpose before stays as it is; else it takes the place of replies to the message not sent yet. */
    add: ({ purpose, kind, messageId, about = null, expiresAt = null, mail }: NewMail, state: Added, at: Date): void =>
      atomically(database, () => {
        const { withheldFor } = state
        const { changes } = insert.run({
          ...{ purpose, kind, messageId, about, withheldFor },
          recipient: mail.to.map(({ address }) => address.toLowerCase()).join(','),
          headerId: mail.messageId,
          mail: JSON.stringify(mail),
          expiresAt: expiresAt?.toISOString() ?? null,
          state: withheldFor === null ? 'due' : 'withheld',
          at: at.toISOString(),
        })
        if (changes === 1 && messageId !== null && kind !== 'notice') supersede.run({ messageId, by: purpose })
      }),
    /** What may be sent now, the withheld ones that outwait a cap among them; for staff first, then in the order of falling due. */
    due: (now: Date): readonly OutboxEntry[] => {
      // A time further ahead than any delay was written under a clock that was wrong.
      const ahead = new Date(now.getTime() + LONGEST_DELAY)
      return due.all({ now: now.toISOString(), ahead: ahead.toISOString() }).map(fromRow)
    },
    /** The messages whose replies were not sent while they were true. */
    expired: (now: Date): readonly number[] => expired.pluck().all(now.toISOString()),
    /** The mail to hand over; null when somebody else has it, or it is no longer true. */
    claim: (id: number, now: Date): OutgoingMail | null => {
      const mail = redoably(database, () => claim.pluck().get(id, now.toISOString()))
      return mail === undefined ? null : (JSON.parse(mail) as OutgoingMail)
    },
    /** It never came to sending: no attempt is counted; with `behind`, what fell due before that goes first. */
    unclaim: (id: number, error: string, behind: Date | null): void => {
      unclaim.run(error, behind?.toISOString() ?? null, id)
    },
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
    withhold: (id: number, because: WithheldFor): void => {
      withhold.run(because, id)
    },
    /** No reply to the message that isn't sent yet goes out any more. */
    supersede: (messageId: number): void => {
      supersede.run({ messageId, by: '' })
    },
    /** One that was under way when a newer reply to its message was composed, and did not go out, doesn't any more. */
    supersedeOlder: (): void => {
      older.run()
    },
  }
}

export type Added = { readonly withheldFor: WithheldFor | null }

const LIGHT = 'id, kind, message_id, recipient, about, state, withheld_for, attempts, last_error'
const SENDABLE = "(state = 'due' OR (state = 'withheld' AND withheld_for = 'cap'))"

export const fromRow = (row: Row): OutboxEntry => ({
  id: row.id,
  kind: row.kind,
  messageId: row.message_id,
  recipient: row.recipient,
  about: row.about,
  state: row.state,
  withheldFor: row.withheld_for,
  attempts: row.attempts,
  lastError: row.last_error,
})

export const fromFullRow = (row: FullRow): FullEntry => ({
  ...fromRow(row),
  mail: JSON.parse(row.mail) as OutgoingMail,
})

export type Outbox = ReturnType<typeof createOutbox>
