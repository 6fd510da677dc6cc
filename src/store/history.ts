import type { Event } from '../core/application/event.ts'
import type { Database } from './database.ts'

export type PastEvent = { readonly at: Date; readonly event: Event }

type Row = { at: string; kind: string; content: string }

/** Questions to the chain of events. */
export function createHistory(database: Database) {
  const of = database.prepare<[number], Row>(
    "SELECT at, kind, content FROM events WHERE json_extract(content, '$.message') = ? ORDER BY id",
  )
  const exported = database.prepare<[string], string>(
    "SELECT max(at) FROM events WHERE kind = 'exported' AND json_extract(content, '$.call') = ?",
  )
  const milestones = database.prepare<[string], { kind: string; at: string }>(`
    SELECT kind, max(at) AS at FROM events WHERE kind IN ('packed', 'exported', 'purged') AND json_extract(content, '$.call') = ?
    GROUP BY kind`)
  return {
    /** When papers of the call were last made, when it was exported, and purged; each where it was. */
    milestones: (call: string): ReadonlyMap<string, Date> =>
      new Map(milestones.all(call).map(({ kind, at }) => [kind, new Date(at)])),
    /** Everything that happened to a message, in order. */
    of: (messageId: number): readonly PastEvent[] => of.all(messageId).map(fromRow),
    /** When the call was last exported; null where it never was. */
    lastExport: (call: string): Date | null => {
      const at = exported.pluck().get(call)
      return at ? new Date(at) : null
    },
  }
}

const fromRow = ({ at, kind, content }: Row): PastEvent => ({
  at: new Date(at),
  event: { kind, ...(JSON.parse(content) as object) } as Event,
})
