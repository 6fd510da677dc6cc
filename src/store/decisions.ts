import type { Decision } from '../core/judge/decision.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import { sha256 } from '../sha256.ts'
import { atomically, type Database } from './database.ts'
import type { Entries } from './entries.ts'
import type { Events } from './events.ts'

type Row = {
  id: number
  message_id: number
  entry: number
  decided_by: string | null
  reason: string | null
  outcome: string
  body: string
  decided_at: string
}

/** An entry of a message, by its place. */
type Of = { readonly messageId: number; readonly entry: number }

type Made = { readonly decision: Decision; readonly by: string; readonly reason: string }

/** The hash by which the chain of events knows a decision again. */
export const recordOf = (row: Row): string => {
  // Of the first entry as it was hashed before messages had several.
  const entry = row.entry === 0 ? [] : [row.entry]
  return sha256(
    JSON.stringify([row.message_id, ...entry, row.decided_by, row.reason, row.outcome, row.body, row.decided_at]),
  )
}

/** The table `decisions`; each one added counts for its entry from then on, and is an event. */
export function createDecisions(database: Database, events: Events, entries: Pick<Entries, 'put'>) {
  const insert = database.prepare<[Omit<Row, 'id'>]>(`
    INSERT INTO decisions (message_id, entry, decided_by, reason, outcome, body, decided_at)
    VALUES (@message_id, @entry, @decided_by, @reason, @outcome, @body, @decided_at)`)
  const latest = database.prepare<[], number>('SELECT id FROM decisions ORDER BY id DESC LIMIT 1')
  const of = database.prepare<[number, number], Row>(
    'SELECT * FROM decisions WHERE message_id = ? AND entry = ? ORDER BY id',
  )

  const all = database.prepare<[number], Row>('SELECT * FROM decisions WHERE message_id = ? ORDER BY entry, id')
  const add = ({ messageId, entry }: Of, { decision, ...who }: Omit<Made, 'by' | 'reason'> & Who, at: Date): number =>
    atomically(database, () => {
      const { outcome } = decision
      const body = JSON.stringify(decision)
      const row = { ...who, message_id: messageId, entry, outcome, body, decided_at: at.toISOString() }
      const id = Number(insert.run(row).lastInsertRowid)
      entries.put(messageId, entry, decision)
      const kind = who.decided_by === null ? 'judged' : 'decided'
      const message = { message: messageId, ...(entry === 0 ? {} : { entry }) }
      events.append({ kind, ...message, decision: id, outcome, record: recordOf({ ...row, id }) }, at)
      return id
    })
  return {
    /** Throws where the machine has decided on that entry of the message before. */
    addByMachine: (of: Of, decision: Decision, at: Date): void => {
      add(of, { decision, decided_by: null, reason: null }, at)
    },
    /** Beside the machine's, and the latest counts; gives its id. */
    addByPerson: (of: Of, { decision, by, reason }: Made, at: Date): number =>
      add(of, { decision, decided_by: by, reason }, at),
    /** By which it is known whether anything was decided since; null: nothing ever was. */
    latest: (): number | null => latest.pluck().get() ?? null,
    /** On each entry of a message, as `of` gives them. */
    byEntry: (messageId: number): readonly (readonly OnRecord[])[] => {
      const rows = all.all(messageId)
      const entries = Map.groupBy(rows, ({ entry }) => entry)
      const length = rows.length === 0 ? 0 : Math.max(...entries.keys()) + 1
      return Array.from({ length }, (_, entry) => (entries.get(entry) ?? []).map(fromRow))
    },
    /** On one entry of a message, in the order in which they were made. */
    of: (messageId: number, entry: number): readonly OnRecord[] => of.all(messageId, entry).map(fromRow),
  }
}

type Who = Pick<Row, 'decided_by' | 'reason'>

const fromRow = (row: Row): OnRecord => ({
  id: row.id,
  decision: JSON.parse(row.body) as Decision,
  decidedBy: row.decided_by,
  reason: row.reason,
  decidedAt: new Date(row.decided_at),
})

export type Decisions = ReturnType<typeof createDecisions>
