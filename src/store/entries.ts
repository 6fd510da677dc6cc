import type { Decision } from '../core/judge/decision.ts'
import { applicantOf } from '../core/judge/decision.ts'
import type { Database } from './database.ts'

/** The table `entries`: what a message brings each applicant in each call, as it is decided now. */
export function createEntries(database: Database) {
  const put = database.prepare(`
    INSERT INTO entries (message_id, entry, relation, call_id, applicant, shown, branch, outcome)
    VALUES (@id, @entry, @relation, @call, @key, @shown, @branch, @outcome)
    ON CONFLICT (message_id, entry) DO UPDATE SET relation = excluded.relation, call_id = excluded.call_id, applicant = excluded.applicant,
      shown = excluded.shown, branch = excluded.branch, outcome = excluded.outcome`)
  const of = database.prepare<[number], number>('SELECT entry FROM entries WHERE message_id = ? ORDER BY entry').pluck()
  return {
    put: (id: number, entry: number, decision: Decision): void => {
      const { relation, call, branch, outcome } = decision
      const { key, shown } = applicantOf(decision) ?? { key: null, shown: null }
      put.run({ ...{ id, entry, relation, call, outcome, key, shown }, branch: branch?.name ?? null })
    },
    /** The places of a message's entries, in their order; none where it was not judged, or has nothing to do with us. */
    of: (id: number): readonly number[] => of.all(id),
  }
}

export type Entries = ReturnType<typeof createEntries>
