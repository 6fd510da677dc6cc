import type { Decision } from '../core/judge/decision.ts'
import { applicantOf } from '../core/judge/decision.ts'
import type { Database } from './database.ts'

type Place = { readonly message_id: number; readonly entry: number }

/** An applicant by all keys that it had; `roots`: the names of the row of the roster for which there may be several. */
type Whose = { readonly keys: readonly string[]; readonly roots: readonly string[] }

/** The table `entries`: what a message brings each applicant in each call, as it is decided now. */
export function createEntries(database: Database) {
  const put = database.prepare(`
    INSERT INTO entries (message_id, entry, relation, call_id, applicant, shown, branch, outcome)
    VALUES (@id, @entry, @relation, @call, @key, @shown, @branch, @outcome)
    ON CONFLICT (message_id, entry) DO UPDATE SET relation = excluded.relation, call_id = excluded.call_id, applicant = excluded.applicant,
      shown = excluded.shown, branch = excluded.branch, outcome = excluded.outcome`)
  const earlier = database.prepare<[{ call: string; keys: string; roots: string; at: string }], Place>(`
    SELECT e.message_id, e.entry FROM entries e JOIN messages m ON m.id = e.message_id
    WHERE e.call_id = @call AND (e.applicant IN (SELECT value FROM json_each(@keys))
        OR EXISTS (SELECT 1 FROM json_each(@roots) WHERE e.applicant = value OR substr(e.applicant, 1, length(value) + 1) = value || '/'))
      AND e.relation IN ('application', 'evidence') AND e.outcome IN ('accepted', 'returned', 'held', 'noted') AND m.received_at < @at
      AND NOT EXISTS (SELECT 1 FROM applications a JOIN submissions s ON s.application_id = a.id JOIN messages w ON w.id = s.message_id
        WHERE a.call_id = e.call_id AND a.applicant = e.applicant AND s.ended = 1
          AND w.received_at < @at AND (w.received_at, w.uid) > (m.received_at, m.uid))
    ORDER BY m.received_at DESC, m.uid DESC, e.entry`)
  const of = database.prepare<[number], number>('SELECT entry FROM entries WHERE message_id = ? ORDER BY entry').pluck()
  return {
    put: (id: number, entry: number, decision: Decision): void => {
      const { relation, call, branch, outcome } = decision
      const { key, shown } = applicantOf(decision) ?? { key: null, shown: null }
      put.run({ ...{ id, entry, relation, call, outcome, key, shown }, branch: branch?.name ?? null })
    },
    /**
     * What came before for an applicant, and, with `roots`, for all whose keys begin with one; the latest first. A confirmed withdrawal cuts
     * off what it ended.
     */
    earlier: (call: string, { keys, roots }: Whose, at: Date): readonly Place[] =>
      earlier.all({ call, keys: JSON.stringify(keys), roots: JSON.stringify(roots), at: at.toISOString() }),
    /** The places of a message's entries, in their order; none where it was not judged, or has nothing to do with us. */
    of: (id: number): readonly number[] => of.all(id),
  }
}

export type Entries = ReturnType<typeof createEntries>
