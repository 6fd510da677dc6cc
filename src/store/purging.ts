import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'

/** What is purged: messages of the call received before that moment. */
export type ToPurge = { readonly call: string; readonly before: Date }

const CONCERNED = `
  SELECT id FROM messages WHERE state <> 'received' AND call_id = @call AND ifnull(received_at, recorded_at) < @before`

/**
 * Removes what is personal: bytes, decisions with what forms said, replies, senders and subjects. What proves that nothing was lost stays:
 * the row of each message, its hashes, its outcome, the chain of versions and the chain of events.
 */
export function createPurging(database: Database, events: Events) {
  const of = (text: string) => database.prepare<[{ call: string; before: string }]>(text)
  const count = of(`SELECT count(*) AS count FROM (${CONCERNED} AND (sender IS NOT NULL OR subject IS NOT NULL OR
    EXISTS (SELECT 1 FROM raw_messages WHERE message_id = messages.id)))`)
  const changed = of(`
    SELECT max(at) AS at FROM (SELECT settled_at AS at FROM messages WHERE id IN (${CONCERNED})
      UNION ALL SELECT decided_at FROM decisions WHERE message_id IN (${CONCERNED}))`)
  const unsent = of(`
    SELECT count(*) AS count FROM outbox WHERE message_id IN (${CONCERNED})
      AND (state IN ('due', 'sending') OR (state = 'unknown' AND repeated = 0) OR withheld_for = 'cap')`)
  const removals = [
    `DELETE FROM scanned_pages WHERE document_id IN (SELECT id FROM scanned_documents WHERE message_id IN (${CONCERNED}))`,
    `DELETE FROM scanned_documents WHERE message_id IN (${CONCERNED})`,
    `DELETE FROM raw_messages WHERE message_id IN (${CONCERNED})`,
    `DELETE FROM outbox WHERE message_id IN (${CONCERNED})`,
    "DELETE FROM outbox WHERE kind = 'digest' AND state IN ('sent', 'failed') AND composed_at < @before AND @call IS NOT NULL",
    `DELETE FROM decisions WHERE message_id IN (${CONCERNED})`,
    `UPDATE messages SET sender = NULL, subject = NULL, message_id = NULL, last_error = NULL WHERE id IN (${CONCERNED})`,
  ].map(of)
  const values = ({ call, before }: ToPurge) => ({ call, before: before.toISOString() })
  const number = (row: unknown): number => (row as { count: number }).count
  return {
    /** How many messages still have something personal. */
    count: (which: ToPurge): number => number(count.get(values(which))),
    /** When anything of them was last decided; null where nothing was. */
    lastChange: (which: ToPurge): Date | null => {
      const { at } = changed.get(values(which)) as { at: string | null }
      return at === null ? null : new Date(at)
    },
    /** Replies that are still to be sent; one that was repeated and may have gone out is not. */
    unsent: (which: ToPurge): number => number(unsent.get(values(which))),
    purge: (which: ToPurge, at: Date): void => {
      // What is deleted is overwritten, not only forgotten.
      database.pragma('secure_delete = ON')
      atomically(database, () => {
        const messages = number(count.get(values(which)))
        for (const removal of removals) removal.run(values(which))
        events.append({ kind: 'purged', call: which.call, messages }, at)
      })
    },
    /** Nothing that was purged stays in the write-ahead log; to be called outside a transaction. */
    emptyLog: (): void => {
      database.pragma('wal_checkpoint(TRUNCATE)')
    },
  }
}
