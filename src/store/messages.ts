import { UNRELATED } from '../core/application/conclusion.ts'
import type { ListedMessage, MessageFacts, WaitingMessage } from '../core/application/recorded-message.ts'
import type { Database } from './database.ts'
import { fromRow, type Row, WAITING } from './waiting.ts'

/** What is known of a message without its bytes; `sameAs`: the message whose bytes it shares. */
type Remembered = Pick<MessageFacts, 'sender' | 'subject' | 'messageId'> & {
  readonly sameAs: number | null
  readonly state: 'received' | 'judged' | 'quarantined'
  /** Of its bytes, or of its header where they were never downloaded. */
  readonly sha256: string
}

type Met = ListedMessage & { readonly mayApply: boolean }

const WAITS = ['received', null, null] as const
const DONE_WITH = ['judged', UNRELATED.relation, UNRELATED.outcome] as const

/** Writes one down; its number, or null where it is recorded already. Values by position: by name they take longer than the row. */
function recordingIn(database: Database, mailbox: string) {
  const insert = database.prepare<(string | number | null)[]>(`
    INSERT INTO messages (mailbox, folder, uid_validity, uid, size, internal_date, header_sha256, recorded_at, state, relation, outcome, settled_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (mailbox, folder, uid_validity, uid) DO NOTHING`)
  return (
    { folder, uidValidity, uid, size, headerSha256, internalDate, mayApply }: Met,
    now: string,
  ): number | null => {
    const date = internalDate?.toISOString() ?? null
    const [state, relation, outcome] = mayApply ? WAITS : DONE_WITH
    const settledAt = mayApply ? null : now
    const listed = [folder, uidValidity, uid, size, date, headerSha256] as const
    const { changes, lastInsertRowid } = insert.run(mailbox, ...listed, now, state, relation, outcome, settledAt)
    return changes === 0 ? null : Number(lastInsertRowid)
  }
}

/** The table `messages` of one mailbox (user@host). */
export function createMessages(database: Database, mailbox: string) {
  const write = recordingIn(database, mailbox)
  const waiting = database.prepare<[string], Row>(
    `${WAITING} AND mailbox = ? AND interruptions = 0 ORDER BY attempts, failed_fetches, ifnull(internal_date, recorded_at), id`,
  )
  const setSha = database.prepare('UPDATE messages SET sha256 = ? WHERE id = ?')
  const twin = database.prepare<[string, number], { id: number }>(
    "SELECT id FROM messages WHERE sha256 = ? AND id <> ? AND same_as IS NULL AND state <> 'received' ORDER BY id LIMIT 1",
  )
  const headerTwin = database.prepare<[string, number, number], { id: number }>(
    "SELECT id FROM messages WHERE header_sha256 = ? AND size = ? AND id <> ? AND state = 'quarantined' ORDER BY id LIMIT 1",
  )
  const failedFetch = database.prepare(
    'UPDATE messages SET failed_fetches = failed_fetches + 1, last_error = ? WHERE id = ?',
  )
  const remembered = database.prepare<[number], Remembered>(`
    SELECT same_as AS sameAs, state, sender, subject, message_id AS messageId, ifnull(sha256, header_sha256) AS sha256
    FROM messages WHERE id = ?`)
  const uids = database.prepare<[string, string, number], number>(
    'SELECT uid FROM messages WHERE mailbox = ? AND folder = ? AND uid_validity = ?',
  )
  return {
    /** Its number, or null where it is recorded already; it waits to be judged. */
    record: (found: ListedMessage, at: Date): number | null => write({ ...found, mayApply: true }, at.toISOString()),
    /** Those that were not recorded already; what may not apply is unrelated, and done with. */
    recordAll: <Found extends Met>(found: readonly Found[], at: Date): readonly Found[] => {
      const now = at.toISOString()
      return found.filter(one => write(one, now) !== null)
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
    remembered: (id: number): Remembered | null => remembered.get(id) ?? null,
    uids: (folder: string, uidValidity: number): readonly number[] => uids.pluck().all(mailbox, folder, uidValidity),
  }
}

export type Messages = ReturnType<typeof createMessages>
