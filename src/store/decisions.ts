import type { Decision } from '../core/judge/decision.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import { sha256 } from '../sha256.ts'
import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'

type Row = {
  id: number
  message_id: number
  decided_by: string | null
  reason: string | null
  outcome: string
  body: string
  decided_at: string
}

type Made = { readonly decision: Decision; readonly by: string; readonly reason: string }

/** The hash by which the chain of events knows a decision again. */
export const recordOf = (row: Row): string =>
  sha256(JSON.stringify([row.message_id, row.decided_by, row.reason, row.outcome, row.body, row.decided_at]))

/** The table `decisions`; each one added is an event. */
export function createDecisions(database: Database, events: Events) {
  const insert = database.prepare<[Omit<Row, 'id'>]>(`
    INSERT INTO decisions (message_id, decided_by, reason, outcome, body, decided_at)
    VALUES (@message_id, @decided_by, @reason, @outcome, @body, @decided_at)`)
  const latest = database.prepare<[], number | null>('SELECT max(id) FROM decisions')
  const of = database.prepare<[number], Row>('SELECT * FROM decisions WHERE message_id = ? ORDER BY id')

  const add = (messageId: number, { decision, ...who }: Omit<Made, 'by' | 'reason'> & Who, at: Date): number =>
    atomically(database, () => {
      const { outcome } = decision
      const body = JSON.stringify(decision)
      const row = { ...who, message_id: messageId, outcome, body, decided_at: at.toISOString() }
      const id = Number(insert.run(row).lastInsertRowid)
      const kind = who.decided_by === null ? 'judged' : 'decided'
      events.append({ kind, message: messageId, decision: id, outcome, record: recordOf({ ...row, id }) }, at)
      return id
    })
  return {
    /** Throws where the machine has decided on the message before. */
    addByMachine: (messageId: number, decision: Decision, at: Date): void => {
      add(messageId, { decision, decided_by: null, reason: null }, at)
    },
    /** Beside the machine's, and the latest counts; gives its id. */
    addByPerson: (messageId: number, { decision, by, reason }: Made, at: Date): number =>
      add(messageId, { decision, decided_by: by, reason }, at),
    /** By which it is known whether anything was decided since; null: nothing ever was. */
    latest: (): number | null => latest.pluck().get() ?? null,
    /** In the order in which they were made. */
    of: (messageId: number): readonly OnRecord[] => of.all(messageId).map(fromRow),
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
