import type { Decision } from '../core/decision.ts'
import type { Database } from './database.ts'

/** A decision on record: the machine's where `decidedBy` is null. */
export type RecordedDecision = {
  readonly decision: Decision
  readonly decidedBy: string | null
  readonly reason: string | null
  readonly decidedAt: Date
}

type Row = { body: string; decided_by: string | null; reason: string | null; decided_at: string }

/** The table `decisions`. */
export function createDecisions(database: Database) {
  const insert = database.prepare(
    'INSERT INTO decisions (message_id, decided_by, reason, outcome, body, decided_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const of = database.prepare<[number], Row>(
    'SELECT body, decided_by, reason, decided_at FROM decisions WHERE message_id = ? ORDER BY id',
  )
  return {
    /** Throws where the machine has decided on the message before. */
    addByMachine: (messageId: number, decision: Decision, at: Date): void => {
      insert.run(messageId, null, null, decision.outcome, JSON.stringify(decision), at.toISOString())
    },
    /** In the order in which they were made. */
    of: (messageId: number): readonly RecordedDecision[] => of.all(messageId).map(fromRow),
  }
}

export type Decisions = ReturnType<typeof createDecisions>

const fromRow = (row: Row): RecordedDecision => ({
  decision: JSON.parse(row.body) as Decision,
  decidedBy: row.decided_by,
  reason: row.reason,
  decidedAt: new Date(row.decided_at),
})
