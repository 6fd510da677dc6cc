import type { NewMail, OutboxKind, OutboxState, OutgoingMail, WithheldFor } from '../core/outgoing-mail.ts'
import { LONGEST_DELAY } from '../core/retry.ts'
import type { Database } from './database.ts'

export type OutboxEntry = {
  readonly id: number
  readonly kind: OutboxKind
  readonly messageId: number | null
  readonly recipient: string
  readonly mail: OutgoingMail
  readonly state: OutboxState
  readonly attempts: number
  readonly lastError: string | null
}

type Row = {
  id: number
  kind: OutboxKind
  message_id: number | null
  recipient: string
  mail: string
  state: OutboxState
  attempts: number
  last_error: string | null
}

/** The table `outbox`. */
export function createOutbox(database: Database) {
  const insert = database.prepare(`
    INSERT INTO outbox (purpose, kind, message_id, header_id, recipient, mail, state, withheld_for, due_at, composed_at)
    VALUES (@purpose, @kind, @messageId, @headerId, @recipient, @mail, @state, @withheldFor, @at, @at)
    ON CONFLICT (purpose) DO NOTHING`)
  const due = database.prepare<[string, string, number], Row>(
    "SELECT * FROM outbox WHERE state = 'due' AND (due_at <= ? OR due_at > ?) ORDER BY kind IN ('digest', 'alarm') DESC, due_at, id LIMIT ?",
  )
  const claim = database.prepare(
    "UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ? AND state = 'due'",
  )
  const unclaim = database.prepare(
    "UPDATE outbox SET state = 'due', attempts = attempts - 1, last_error = ? WHERE id = ?",
  )
  const sent = database.prepare("UPDATE outbox SET state = 'sent', sent_at = ?, last_error = NULL WHERE id = ?")
  const later = database.prepare("UPDATE outbox SET state = 'due', due_at = ?, last_error = ? WHERE id = ?")
  const failed = database.prepare("UPDATE outbox SET state = 'failed', last_error = ? WHERE id = ?")
  const unknown = database.prepare("UPDATE outbox SET state = 'unknown', due_at = ?, last_error = ? WHERE id = ?")
  const withhold = database.prepare(
    "UPDATE outbox SET state = 'withheld', withheld_for = ? WHERE id = ? AND state = 'due'",
  )
  const hold = database.prepare(
    "UPDATE outbox SET state = 'withheld', withheld_for = 'hold' WHERE state = 'due' AND kind NOT IN ('digest', 'alarm')",
  )
  const releaseCapped = database.prepare(`
    UPDATE outbox SET state = 'due', withheld_for = NULL WHERE state = 'withheld' AND withheld_for = 'cap'
      AND (SELECT count(*) FROM outbox other WHERE other.sent_at > ? AND other.recipient = outbox.recipient) < ?`)
  const release = database.prepare(RELEASE_LATEST)
  const supersede = database.prepare(
    "UPDATE outbox SET withheld_for = 'superseded' WHERE state = 'withheld' AND withheld_for = 'hold'",
  )
  const sentSince = database.prepare<[string], number>('SELECT count(*) FROM outbox WHERE sent_at > ?')
  const repliesSince = database.prepare<[string], number>(
    "SELECT count(*) FROM outbox WHERE sent_at > ? AND kind NOT IN ('digest', 'alarm')",
  )
  const staffSince = database.prepare<[string], number>(
    "SELECT count(*) FROM outbox WHERE sent_at > ? AND kind IN ('digest', 'alarm')",
  )
  const sentTo = database.prepare<[string, string], number>(
    'SELECT count(*) FROM outbox WHERE sent_at > ? AND recipient = ?',
  )
  const latest = database.prepare<[number], Row>('SELECT * FROM outbox WHERE message_id = ? ORDER BY id DESC LIMIT 1')
  const thread = database.prepare<[string], { message_id: number }>(
    'SELECT message_id FROM outbox WHERE header_id = ? AND message_id IS NOT NULL',
  )
  return {
    /** What was added for the purpose before stays as it is. */
    add: (entry: NewMail, state: { readonly withheldFor: WithheldFor | null }, at: Date): void => {
      const { withheldFor } = state
      const { mail, ...rest } = entry
      const recipient = mail.to.map(({ address }) => address.toLowerCase()).join(',')
      const row = { recipient, headerId: mail.messageId, mail: JSON.stringify(mail), withheldFor }
      insert.run({ ...rest, ...row, state: withheldFor === null ? 'due' : 'withheld', at: at.toISOString() })
    },
    /** A time further ahead than any delay was written under a clock that was wrong. */
    due: (now: Date, limit: number): readonly OutboxEntry[] =>
      due.all(now.toISOString(), new Date(now.getTime() + LONGEST_DELAY).toISOString(), limit).map(fromRow),
    /** False when somebody else has it. */
    claim: (id: number): boolean => claim.run(id).changes === 1,
    /** It never came to sending: no attempt is counted. */
    unclaim: (id: number, error: string): void => {
      unclaim.run(error, id)
    },
    markSent: (id: number, at: Date): void => {
      sent.run(at.toISOString(), id)
    },
    postpone: (id: number, until: Date, error: string): void => {
      later.run(until.toISOString(), error, id)
    },
    markFailed: (id: number, error: string): void => {
      failed.run(error, id)
    },
    /** Whether it went out is open; from `repeatAt` on it may be sent once more. */
    markUnknown: (id: number, repeatAt: Date, error: string): void => {
      unknown.run(repeatAt.toISOString(), error, id)
    },
    withhold: (id: number, because: WithheldFor): void => {
      withhold.run(because, id)
    },
    /** What a day's cap kept back goes out when the day has passed. */
    releaseCapped: (since: Date, perAddress: number): number =>
      releaseCapped.run(since.toISOString(), perAddress).changes,
    /** The operator went back to `replies: hold`: what isn't sent yet stays. */
    holdReplies: (): number => hold.run().changes,
    /** Going live: of each application the reply to its latest submission goes out, and every reply that belongs to none. */
    releaseHeld: (): number => {
      const released = release.run().changes
      supersede.run()
      return released
    },
    /** Everything sent after that moment. */
    countSentSince: (moment: Date): number => sentSince.pluck().get(moment.toISOString()) ?? 0,
    countRepliesSince: (moment: Date): number => repliesSince.pluck().get(moment.toISOString()) ?? 0,
    /** Digests and alarms. */
    countToStaffSince: (moment: Date): number => staffSince.pluck().get(moment.toISOString()) ?? 0,
    countSentTo: (address: string, since: Date): number => sentTo.pluck().get(since.toISOString(), address) ?? 0,
    /** The latest reply to a message. */
    latestFor: (messageId: number): OutboxEntry | null => {
      const row = latest.get(messageId)
      return row === undefined ? null : fromRow(row)
    },
    /** The message that our mail with this Message-ID answered. */
    answeredBy: (headerId: string): number | null => thread.get(headerId)?.message_id ?? null,
  }
}

export type Outbox = ReturnType<typeof createOutbox>

const RELEASE_LATEST = `
  UPDATE outbox SET state = 'due', withheld_for = NULL
  WHERE state = 'withheld' AND withheld_for = 'hold' AND NOT EXISTS (
    SELECT 1 FROM submissions mine
    JOIN messages received ON received.id = mine.message_id
    JOIN submissions others ON others.application_id = mine.application_id
    JOIN messages newer ON newer.id = others.message_id
    JOIN outbox theirs ON theirs.message_id = newer.id
    WHERE mine.message_id = outbox.message_id
      AND (ifnull(newer.received_at, '9'), newer.uid, newer.id) > (ifnull(received.received_at, '9'), received.uid, received.id))`

const fromRow = (row: Row): OutboxEntry => ({
  id: row.id,
  kind: row.kind,
  messageId: row.message_id,
  recipient: row.recipient,
  mail: JSON.parse(row.mail) as OutgoingMail,
  state: row.state,
  attempts: row.attempts,
  lastError: row.last_error,
})
