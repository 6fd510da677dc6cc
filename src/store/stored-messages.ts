import type { StoredMessage } from '../core/application/recorded-message.ts'
import type { Database } from './database.ts'

type Row = Omit<StoredMessage, 'internalDate' | 'receivedAt'> & {
  internalDate: string | null
  receivedAt: string | null
}

/** Judged messages whose bytes are stored: what can be judged again, and what is exported. */
export function createStoredMessages(database: Database) {
  const all = database.prepare<[], Row>(`
    SELECT m.id, m.uid, m.internal_date AS internalDate, m.received_at AS receivedAt, m.call_id AS call, m.sender, m.subject
    FROM messages m JOIN raw_messages r ON r.message_id = m.id
    WHERE m.state = 'judged' AND m.same_as IS NULL ORDER BY ifnull(m.received_at, '9'), m.uid, m.id`)
  return {
    /** In the order of (judged time, UID), those without a trusted time last. */
    all: (): readonly StoredMessage[] => all.all().map(fromRow),
  }
}

const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(at))

const fromRow = (row: Row): StoredMessage => ({
  ...row,
  internalDate: dateOf(row.internalDate),
  receivedAt: dateOf(row.receivedAt),
})
