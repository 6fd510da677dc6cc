import type { Amendment, Change } from '../core/call/amendment.ts'
import { sha256 } from '../sha256.ts'
import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'

type Row = { id: number; call_id: string; body: string; made_by: string; reason: string; made_at: string }

/** The hash by which the chain of events knows an amendment again. */
export const amendmentRecord = (row: Row): string =>
  sha256(JSON.stringify([row.call_id, row.body, row.made_by, row.reason, row.made_at]))

export const amendmentOf = (row: Row): Amendment => ({
  id: row.id,
  call: row.call_id,
  change: JSON.parse(row.body) as Change,
  by: row.made_by,
  reason: row.reason,
  at: new Date(row.made_at),
})

/** The table `amendments`; each one added is an event. */
export function createAmendments(database: Database, events: Events) {
  const all = database.prepare<[], Row>('SELECT * FROM amendments ORDER BY id')
  const latest = database.prepare<[], string>('SELECT id || made_at || body FROM amendments ORDER BY id DESC LIMIT 1')
  const insert = database.prepare<[Omit<Row, 'id'>]>(`
    INSERT INTO amendments (call_id, body, made_by, reason, made_at) VALUES (@call_id, @body, @made_by, @reason, @made_at)`)
  return {
    /** Of every call, in order. */
    all: (): readonly Amendment[] => all.all().map(amendmentOf),
    /** By which it is known whether any was added; null: there are none. */
    latest: (): string | null => latest.pluck().get() ?? null,
    add: ({ call, change, by, reason, at }: Omit<Amendment, 'id'>): number =>
      atomically(database, () => {
        const row = {
          call_id: call,
          body: JSON.stringify(change),
          made_by: by,
          reason,
          made_at: at.toISOString(),
        }
        const id = Number(insert.run(row).lastInsertRowid)
        const record = amendmentRecord({ ...row, id })
        events.append({ kind: 'amended', call, amendment: id, what: change.kind, record }, at)
        return id
      }),
  }
}
