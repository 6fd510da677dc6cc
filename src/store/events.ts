import type { ChainHead, Event } from '../core/application/event.ts'
import { sha256 } from '../sha256.ts'
import type { Database } from './database.ts'

export type EventRow = {
  readonly id: number
  readonly at: string
  readonly kind: string
  readonly content: string
  readonly hash: string
}

/** An entry's hash covers the hash before it ('' before the first) and everything that the entry says. */
export const hashOf = (before: string, { id, at, kind, content }: Omit<EventRow, 'hash'>): string =>
  sha256([before, id, at, kind, content].join('\n'))

/** The table `events`: only ever added to, which the database's own triggers see to. */
export function createEvents(database: Database) {
  const last = database.prepare<[], EventRow>('SELECT * FROM events ORDER BY id DESC LIMIT 1')
  const insert = database.prepare(
    'INSERT INTO events (id, at, kind, content, hash) VALUES (@id, @at, @kind, @content, @hash)',
  )
  return {
    /** To be called within the transaction of what it tells of. */
    append: ({ kind, ...content }: Event, at: Date): void => {
      if (!database.inTransaction) throw new Error('an event belongs into the transaction of what it tells of')
      const before = last.get()
      const entry = { id: (before?.id ?? 0) + 1, at: at.toISOString(), kind, content: JSON.stringify(content) }
      insert.run({ ...entry, hash: hashOf(before?.hash ?? '', entry) })
    },
    head: (): ChainHead | null => {
      const row = last.get()
      return row === undefined ? null : { entries: row.id, hash: row.hash }
    },
  }
}

export type Events = ReturnType<typeof createEvents>
