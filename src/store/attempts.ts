import type { WaitingMessage } from '../core/application/recorded-message.ts'
import { aloneAt } from '../core/sending/retry.ts'
import type { Database } from './database.ts'
import { fromRow, type Row, WAITING } from './waiting.ts'

/** Attempts at judging, in the table `messages` of one mailbox: what was begun and never ended was cut short with the process. */
export function createAttempts(database: Database, mailbox: string) {
  const begin = database.prepare('UPDATE messages SET attempts = attempts + 1, begun_at = ? WHERE id = ?')
  const fail = database.prepare('UPDATE messages SET begun_at = NULL, last_error = ? WHERE id = ?')
  const cancelAll = database.prepare(
    'UPDATE messages SET begun_at = NULL, attempts = max(attempts - 1, 0) WHERE mailbox = ? AND begun_at IS NOT NULL',
  )
  const begun = database.prepare<[string], { id: number; interruptions: number }>(
    "SELECT id, interruptions FROM messages WHERE mailbox = ? AND begun_at IS NOT NULL AND state = 'received'",
  )
  const interrupt = database.prepare(
    'UPDATE messages SET begun_at = NULL, interruptions = interruptions + 1, not_before = ? WHERE id = ?',
  )
  const suspects = database.prepare<{ mailbox: string; now: string; latest: string }, Row>(
    `${WAITING} AND mailbox = @mailbox AND interruptions > 0
       AND (not_before IS NULL OR not_before <= @now OR not_before > @latest) ORDER BY interruptions, attempts, id`,
  )
  return {
    /** Counted before the work, so that a death in it is known. */
    begin: (id: number, at: Date): void => {
      begin.run(at.toISOString(), id)
    },
    /** Judging threw. */
    fail: (id: number, error: string): void => {
      fail.run(error.slice(0, 1000), id)
    },
    /** What this process began and could not bring to an end, nor write down that it could not. */
    cancelAll: (): number => cancelAll.run(mailbox).changes,
    /** After a start: the messages during which the process died. One during which it died `limit` times waits, longer each time. */
    recordDeaths: (limit: number, at: Date): readonly number[] =>
      begun.all(mailbox).map(({ id, interruptions }) => {
        interrupt.run(aloneAt(interruptions + 1, limit, at)?.toISOString() ?? null, id)
        return id
      }),
    /** Messages during which the process died and whose time has come; a time further ahead than any wait comes from a clock that was wrong. */
    suspects: (now: Date, longestWait: number): readonly WaitingMessage[] =>
      suspects
        .all({
          mailbox,
          now: now.toISOString(),
          latest: new Date(now.getTime() + longestWait).toISOString(),
        })
        .map(fromRow),
  }
}

export type Attempts = ReturnType<typeof createAttempts>
