import type {
  NewMail,
  OutboxEntry,
  OutboxKind,
  OutboxState,
  OutgoingMail,
  WithheldFor,
} from '../core/sending/outgoing-mail.ts'
import { atomically, type Database } from './database.ts'

/** An entry with the mail itself. */
export type FullEntry = OutboxEntry & { readonly mail: OutgoingMail }

export type Row = {
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

/** The tables `outbox` and `outbox_mails`, as far as mails come into them, and give way to newer ones. */
export function createOutbox(database: Database) {
  const expired = database.prepare<[string], number>(`
    SELECT message_id FROM outbox WHERE expires_at <= ? AND expires_at IS NOT NULL AND ${UNSENT}
      AND message_id IS NOT NULL AND ${IS_REPLY}`)
  const supersede = database.prepare<{ messageId: number; by: string }>(`
    UPDATE outbox SET state = 'withheld', withheld_for = 'superseded'
    WHERE message_id = @messageId AND ${IS_REPLY} AND purpose NOT IN (SELECT value FROM json_each(@by)) AND ${UNSENT}`)
  const older = database.prepare(`
    UPDATE outbox SET state = 'withheld', withheld_for = 'superseded'
    WHERE ${IS_REPLY} AND ${SENDABLE} AND EXISTS (
      SELECT 1 FROM outbox newer WHERE newer.message_id = outbox.message_id AND newer.${IS_REPLY} AND newer.id > outbox.id
        AND (newer.recipient = outbox.recipient OR newer.composed_at > outbox.composed_at))`)
  const overtaken = database.prepare<[string]>(`
    UPDATE outbox SET state = 'withheld', withheld_for = 'superseded'
    WHERE expires_at <= ? AND expires_at IS NOT NULL AND ${UNSENT} AND kind = 'reminder'`)
  const put = createPut(database)
  /** What was added for the purpose before stays as it is; else they take the place of replies to the message not sent yet. */
  const addAll = (mails: readonly NewMail[], state: Added, at: Date): void =>
    atomically(database, () => {
      const by = JSON.stringify(mails.map(({ purpose }) => purpose))
      for (const mail of mails) {
        const { kind, messageId } = mail
        if (put(mail, state, at) && messageId !== null && !ASIDE.includes(kind)) supersede.run({ messageId, by })
      }
    })
  return {
    add: (mail: NewMail, state: Added, at: Date): void => addAll([mail], state, at),
    /** Replies to one message, each to somebody else. */
    addAll,
    /** The messages whose replies were not sent while they were true. */
    expired: (now: Date): readonly number[] => expired.pluck().all(now.toISOString()),
    /** No reply to the message that isn't sent yet goes out any more. False where there was none. */
    supersede: (messageId: number): boolean => supersede.run({ messageId, by: '[]' }).changes > 0,
    rewrite: createRewrite(database),
    /** One that was under way when a newer reply to its message was composed, and did not go out, doesn't any more; nor what time has overtaken. */
    supersedeOlder: (now: Date): void => {
      older.run()
      overtaken.run(now.toISOString())
    },
  }
}

/** False where one was put there for the same purpose before. */
function createPut(database: Database) {
  const insert = database.prepare(`
    INSERT INTO outbox (purpose, kind, message_id, header_id, recipient, about, expires_at, state, withheld_for, due_at, composed_at)
    VALUES (@purpose, @kind, @messageId, @headerId, @recipient, @about, @expiresAt, @state, @withheldFor, @at, @at)
    ON CONFLICT (purpose) DO NOTHING`)
  const insertMail = database.prepare('INSERT INTO outbox_mails (id, mail) VALUES (?, ?)')
  return ({ mail, about = null, expiresAt = null, ...entry }: NewMail, { withheldFor }: Added, at: Date): boolean => {
    const { changes, lastInsertRowid } = insert.run({
      ...{ purpose: entry.purpose, kind: entry.kind, messageId: entry.messageId, about, withheldFor },
      recipient: mail.to.map(({ address }) => address.toLowerCase()).join(','),
      headerId: mail.messageId,
      expiresAt: expiresAt?.toISOString() ?? null,
      state: withheldFor === null ? 'due' : 'withheld',
      at: at.toISOString(),
    })
    if (changes === 1) insertMail.run(lastInsertRowid, JSON.stringify(mail))
    return changes === 1
  }
}

/** What it says is not true any more: one that isn't sent yet says this instead. False where it is sent, or there is none. */
function createRewrite(database: Database) {
  const rewrite = database
    .prepare<[string | null, string], number>(
      `UPDATE outbox SET expires_at = ? WHERE purpose = ? AND ${UNSENT} RETURNING id`,
    )
    .pluck()
  const rewriteMail = database.prepare('UPDATE outbox_mails SET mail = ? WHERE id = ?')
  return ({ purpose, mail, expiresAt = null }: NewMail): boolean =>
    atomically(database, () => {
      const id = rewrite.get(expiresAt?.toISOString() ?? null, purpose)
      return id !== undefined && rewriteMail.run(JSON.stringify(mail), id).changes === 1
    })
}

type Added = { readonly withheldFor: WithheldFor | null }

/** Letters in a message's thread that are no replies to it: they supersede none. */
const ASIDE: readonly OutboxKind[] = ['notice', 'announcement', 'reminder', 'result']
export const IS_ASIDE = `kind IN (${ASIDE.map(kind => `'${kind}'`).join(', ')})`
export const IS_REPLY = `kind NOT IN (${ASIDE.map(kind => `'${kind}'`).join(', ')})`

export const LIGHT = 'id, kind, message_id, recipient, about, state, withheld_for, attempts, last_error'
const UNSENT = "(state = 'due' OR withheld_for IN ('hold', 'cap'))"
export const SENDABLE = "(state = 'due' OR (state = 'withheld' AND withheld_for = 'cap'))"

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
