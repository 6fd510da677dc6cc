import {
  type Application,
  applicationNumber,
  chainOf,
  type Entered,
  type Submission,
} from '../core/application/application.ts'
import type { Applicant } from '../core/call/applicant.ts'
import type { Outcome } from '../core/judge/decision.ts'
import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'

type Row = {
  message_id: number
  entry: number
  uid: number
  received_at: string | null
  outcome: Outcome
  machine_outcome: Outcome
  sender: string | null
  files: string
  version: number
  standing: number
  repeats: number
  without_form: number
  ended: number
}

type Found = { id: number; call_id: string; sequence: number }

/** The tables `applications` and `submissions`; each change of what stands is an event. */
export function createApplications(database: Database, events: Events) {
  const find = database.prepare<[string, string], Found>(
    'SELECT * FROM applications WHERE call_id = ? AND applicant = ?',
  )
  const ofEntry = database.prepare<[number, number], Found>(
    'SELECT a.* FROM submissions s JOIN applications a ON a.id = s.application_id WHERE s.message_id = ? AND s.entry = ?',
  )
  const rename = database.prepare(`
    UPDATE applications SET applicant = @to || substr(applicant, length(@from) + 1)
    WHERE call_id = @call AND (applicant = @from OR substr(applicant, 1, length(@from) + 1) = @from || '/')
      AND NOT EXISTS (SELECT 1 FROM applications other WHERE other.call_id = @call
        AND other.applicant = @to || substr(applications.applicant, length(@from) + 1))`)
  const leave = database.prepare('DELETE FROM submissions WHERE message_id = ? AND entry = ?')
  const begin = database.prepare(`
    INSERT INTO applications (call_id, applicant, sequence)
    VALUES (@call, @applicant, (SELECT ifnull(max(sequence), 0) + 1 FROM applications WHERE call_id = @call))
    ON CONFLICT (call_id, applicant) DO NOTHING`)
  const enter = database.prepare(`
    INSERT INTO submissions (message_id, entry, application_id, version, standing, repeats, files, without_form, ended)
    VALUES (@messageId, @entry, @id, (SELECT count(*) + 1 FROM submissions WHERE application_id = @id), 0, 0, @files, @withoutForm, @ended)
    ON CONFLICT (message_id, entry) DO UPDATE SET application_id = excluded.application_id, without_form = excluded.without_form,
      ended = excluded.ended,
      standing = iif(application_id = excluded.application_id, standing, 0)`)
  const chains = createChains(database, events)
  return {
    /** What the applicant, by its key, has in the call; null before its first submission. */
    find: (call: string, applicant: string): Application | null => {
      const row = find.get(call, applicant)
      return row === undefined ? null : chains.read(row)
    },
    /** All of a call, in the order of their numbers. */
    ofCall: chains.ofCall,
    /**
     * Puts an entry of a concluded message into the chain of its application, begun where needed, and rebuilds the chain; one that stood in
     * another chain leaves that one.
     */
    enter: ({ messageId, entry, files, withoutForm = false, ended = false, ...to }: Entered, at: Date): Application =>
      atomically(database, () => {
        begin.run(to)
        const row = find.get(to.call, to.applicant)
        if (row === undefined) throw new Error(`no application of ${to.applicant} in ${to.call}`)
        const before = ofEntry.get(messageId, entry)
        enter.run({
          ...{ messageId, entry, id: row.id, files: JSON.stringify(files) },
          ...{ withoutForm: Number(withoutForm), ended: Number(ended) },
        })
        if (before !== undefined && before.id !== row.id) chains.rebuild(before, at)
        return chains.rebuild(row, at)
      }),
    /** The row is called otherwise now: its number, and those of the several that came of it, stay. */
    rename: (call: string, from: string, to: string): void => {
      rename.run({ call, from, to })
    },
    /** An entry that belongs to no application any more; nothing happens where it belonged to none. */
    leave: (messageId: number, entry: number, at: Date): void =>
      atomically(database, () => {
        const left = ofEntry.get(messageId, entry)
        leave.run(messageId, entry)
        if (left !== undefined) chains.rebuild(left, at)
      }),
  }
}

export type Applications = ReturnType<typeof createApplications>

/** The submissions of an application in their order. */
function createChains(database: Database, events: Events) {
  const rowsOf = database.prepare<[number], Row>(`
    SELECT s.message_id, s.entry, m.uid, m.received_at, e.outcome, ifnull(d.outcome, e.outcome) AS machine_outcome, m.sender, s.files,
      s.version, s.standing, s.repeats, s.without_form, s.ended
    FROM submissions s JOIN messages m ON m.id = s.message_id JOIN entries e ON e.message_id = s.message_id AND e.entry = s.entry
    LEFT JOIN decisions d ON d.message_id = m.id AND d.entry = s.entry AND d.decided_by IS NULL AND d.superseded = 0
    WHERE s.application_id = ?`)
  const inCall = database.prepare<[string], Found & { applicant: string; shown: string | null }>(`
    SELECT a.*, (SELECT e.shown FROM submissions s JOIN entries e ON e.message_id = s.message_id AND e.entry = s.entry
      WHERE s.application_id = a.id AND e.shown IS NOT NULL ORDER BY s.message_id DESC LIMIT 1) AS shown
    FROM applications a WHERE a.call_id = ? ORDER BY a.sequence`)
  const lower = database.prepare('UPDATE submissions SET standing = 0 WHERE application_id = ? AND standing = 1')
  const place = database.prepare(
    'UPDATE submissions SET version = ?, standing = ?, repeats = ? WHERE message_id = ? AND entry = ?',
  )
  const numberOf = ({ call_id, sequence }: Found) => applicationNumber(call_id, sequence)
  const read = (found: Found): Application => ({
    number: numberOf(found),
    chain: chainOf(rowsOf.all(found.id).map(toSubmission)),
  })
  return {
    read,
    ofCall: (call: string): readonly (Application & { readonly applicant: Applicant })[] =>
      inCall.all(call).map(row => ({
        applicant: { key: row.applicant, shown: row.shown ?? row.applicant },
        ...read(row),
      })),
    rebuild: (found: Found, at: Date): Application => {
      const rows = rowsOf.all(found.id)
      const chain = chainOf(rows.map(toSubmission))
      const stood = rows.find(({ standing }) => standing === 1)?.message_id ?? null
      const standing = chain.find(one => one.standing)
      const stands = standing?.messageId ?? null
      lower.run(found.id)
      for (const one of chain)
        place.run(one.version, Number(one.standing), Number(one.repeats), one.messageId, one.entry)
      const number = numberOf(found)
      const entry = standing === undefined || standing.entry === 0 ? {} : { entry: standing.entry }
      if (stands !== stood) events.append({ kind: 'stands', application: number, message: stands, ...entry }, at)
      return { number, chain }
    },
  }
}

const toSubmission = (row: Row): Submission => ({
  messageId: row.message_id,
  entry: row.entry,
  uid: row.uid,
  receivedAt: row.received_at === null ? null : new Date(row.received_at),
  outcome: row.outcome,
  machineOutcome: row.machine_outcome,
  sender: row.sender,
  files: JSON.parse(row.files) as string[],
  withoutForm: row.without_form === 1,
  ended: row.ended === 1,
})
