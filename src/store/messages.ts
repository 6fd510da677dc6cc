import type { ListedMessage, MessageFacts, WaitingMessage } from '../core/application/recorded-message.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { Database } from './database.ts'
import { fromRow, type Row, WAITING } from './waiting.ts'

/** What is known of a message without its bytes; `sameAs`: the message whose bytes it shares. */
export type Remembered = Pick<MessageFacts, 'sender' | 'subject' | 'messageId'> & {
  readonly sameAs: number | null
  readonly state: 'received' | 'judged' | 'quarantined'
  /** Of its bytes, or of its header where they were never downloaded. */
  readonly sha256: string
}

/** The table `messages` of one mailbox (user@host). */
export function createMessages(database: Database, mailbox: string) {
  const insert = database.prepare(`
    INSERT INTO messages (mailbox, folder, uid_validity, uid, size, internal_date, header_sha256, state, recorded_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'received', ?) ON CONFLICT (mailbox, folder, uid_validity, uid) DO NOTHING`)
  const waiting = database.prepare<[string], Row>(
    `${WAITING} AND mailbox = ? AND interruptions = 0 ORDER BY attempts, failed_fetches, ifnull(internal_date, recorded_at), id`,
  )
  const setSha = database.prepare('UPDATE messages SET sha256 = ? WHERE id = ?')
  const error = database.prepare('UPDATE messages SET last_error = ? WHERE id = ?')
  const twin = database.prepare<[string, number], { id: number }>(
    "SELECT id FROM messages WHERE sha256 = ? AND id <> ? AND same_as IS NULL AND state <> 'received' ORDER BY id LIMIT 1",
  )
  const headerTwin = database.prepare<[string, number, number], { id: number }>(
    "SELECT id FROM messages WHERE header_sha256 = ? AND size = ? AND id <> ? AND state = 'quarantined' ORDER BY id LIMIT 1",
  )
  const failedFetch = database.prepare(
    'UPDATE messages SET failed_fetches = failed_fetches + 1, last_error = ? WHERE id = ?',
  )
  const forget = database.prepare('UPDATE messages SET sha256 = NULL, received_at = NULL WHERE id = ?')
  const conclude = database.prepare(`
    UPDATE messages SET state = 'judged', settled_at = @at, relation = @relation, call_id = @call, branch = @branch, outcome = @outcome,
      received_at = @receivedAt, sender = @sender, subject = @subject, message_id = @messageId, last_error = NULL, begun_at = NULL, not_before = NULL
    WHERE id = @id OR same_as = @id`)
  const setAside = database.prepare(`
    UPDATE messages SET state = 'quarantined', settled_at = ?, begun_at = NULL, not_before = NULL, sender = ifnull(sender, ?), subject = ifnull(subject, ?) WHERE id = ?`)
  const repeat = database.prepare(`
    UPDATE messages SET state = 'judged', settled_at = ?, begun_at = NULL, same_as = twin.id, relation = twin.relation, call_id = twin.call_id, branch = twin.branch,
      outcome = twin.outcome, received_at = twin.received_at, sender = twin.sender, subject = twin.subject, message_id = twin.message_id
    FROM messages AS twin WHERE twin.id = ? AND messages.id = ?`)
  const decide = database.prepare(`
    UPDATE messages SET state = 'judged', relation = @relation, call_id = @call, branch = @branch, outcome = @outcome, received_at = @receivedAt
    WHERE id = @id OR same_as = @id`)
  const remembered = database.prepare<[number], Remembered>(`
    SELECT same_as AS sameAs, state, sender, subject, message_id AS messageId, ifnull(sha256, header_sha256) AS sha256
    FROM messages WHERE id = ?`)
  const uids = database.prepare<[string, string, number], number>(
    'SELECT uid FROM messages WHERE mailbox = ? AND folder = ? AND uid_validity = ?',
  )
  return {
    /** False when it is recorded already. */
    record: (found: ListedMessage, at: Date): number | null => {
      const date = found.internalDate?.toISOString() ?? null
      const { folder, uidValidity, uid, size, headerSha256 } = found
      const result = insert.run(mailbox, folder, uidValidity, uid, size, date, headerSha256, at.toISOString())
      return result.changes === 0 ? null : Number(result.lastInsertRowid)
    },
    /** Those tried least come first, so that a bad one never stops the others; then in the order of receipt. */
    waiting: (): readonly WaitingMessage[] => waiting.all(mailbox).map(fromRow),
    identify: (id: number, sha256: string): void => {
      setSha.run(sha256, id)
    },
    /** A concluded message of the very same bytes. */
    twinOf: (id: number, sha256: string): number | null => twin.get(sha256, id)?.id ?? null,
    /** A message set aside by its header, of the same header and size. */
    headerTwinOf: (message: WaitingMessage): number | null =>
      headerTwin.get(message.headerSha256, message.size, message.id)?.id ?? null,
    /** The server did not hand it over: others come first next time. */
    countFailedFetch: (id: number, error: string): void => {
      failedFetch.run(error.slice(0, 1000), id)
    },
    /** Of unrelated mail neither hash nor time is kept. */
    forgetContent: (id: number): void => {
      forget.run(id)
    },
    noteError: (id: number, text: string): void => {
      error.run(text.slice(0, 1000), id)
    },
    /** The same mail under other UIDs, which there is where it was tried again, shares its lot. */
    conclude: (id: number, facts: MessageFacts, at: Date): void => {
      conclude.run({ ...facts, id, receivedAt: facts.receivedAt?.toISOString() ?? null, at: at.toISOString() })
    },
    /** The same bytes under another UID are the same message: no decision and no reply of their own. */
    concludeAsTwin: (id: number, twinId: number, at: Date): void => {
      repeat.run(at.toISOString(), twinId, id)
    },
    /** For a person, who finds the mail by sender and subject. */
    setAside: (
      id: number,
      seen: { readonly sender: string | null; readonly subject: string | null },
      at: Date,
    ): void => {
      setAside.run(at.toISOString(), seen.sender, seen.subject, id)
    },
    /** A person's decision counts from now on, also for the same mail under other UIDs. */
    decide: (id: number, { relation, call, branch, outcome, receivedAt }: Decision): void => {
      decide.run({ id, relation, call, branch: branch?.name ?? null, outcome, receivedAt })
    },
    remembered: (id: number): Remembered | null => remembered.get(id) ?? null,
    uids: (folder: string, uidValidity: number): readonly number[] => uids.pluck().all(mailbox, folder, uidValidity),
  }
}

export type Messages = ReturnType<typeof createMessages>
