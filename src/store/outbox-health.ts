import type { OutboxFacts } from '../core/doctor/health-facts.ts'
import type { Database } from './database.ts'

type Row = { due: number; oldest: string | null; delayed: string | null }

/** What of our mail has not gone out, and since when. */
export function createOutboxHealth(database: Database) {
  const waiting = database.prepare<[], Row>(`
    SELECT count(*) AS due, min(composed_at) AS oldest, min(delays.since) AS delayed
    FROM outbox LEFT JOIN delays ON delays.outbox = outbox.id WHERE state = 'due'`)
  const failed = database.prepare<[], number>("SELECT count(*) FROM outbox WHERE state = 'failed'")
  const error = database.prepare<[], string>(`
    SELECT last_error FROM outbox WHERE state = 'due' AND last_error IS NOT NULL ORDER BY attempts DESC, due_at DESC LIMIT 1`)
  return {
    outboxHealth: (): OutboxFacts => {
      const { due = 0, oldest = null, delayed = null } = waiting.get() ?? {}
      return {
        due,
        oldestDue: toDate(oldest),
        delayedSince: toDate(delayed),
        failed: failed.pluck().get() ?? 0,
        lastError: error.pluck().get() ?? null,
      }
    },
  }
}

const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text))
