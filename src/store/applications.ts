import {
  type Application,
  applicationNumber,
  chainOf,
  type Entered,
  type Submission,
} from '../core/application/application.ts'
import type { Outcome } from '../core/judge/decision.ts'
import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'

type Row = {
  message_id: number
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
  const find = database.prepare<[string, string], Found>('SELECT * FROM applications WHERE call_id = ? AND branch = ?')
  const ofMessage = database.prepare<[number], Found>(
    'SELECT a.* FROM submissions s JOIN applications a ON a.id = s.application_id WHERE s.message_id = ?',
  )
  const rename = database.prepare(`
    UPDATE applications SET branch = @to WHERE call_id = @call AND branch = @from
      AND NOT EXISTS (SELECT 1 FROM applications WHERE call_id = @call AND branch = @to)`)
  const leave = database.prepare('DELETE FROM submissions WHERE message_id = ?')
  const begin = database.prepare(`
    INSERT INTO applications (call_id, branch, sequence)
    VALUES (@call, @branch, (SELECT ifnull(max(sequence), 0) + 1 FROM applications WHERE call_id = @call))
    ON CONFLICT (call_id, branch) DO NOTHING`)
  const enter = database.prepare(`
    INSERT INTO submissions (message_id, application_id, version, standing, repeats, files, without_form, ended)
    VALUES (@messageId, @id, (SELECT count(*) + 1 FROM submissions WHERE application_id = @id), 0, 0, @files, @withoutForm, @ended)
    ON CONFLICT (message_id) DO UPDATE SET application_id = excluded.application_id, without_form = excluded.without_form,
      ended = excluded.ended,
      standing = iif(application_id = excluded.application_id, standing, 0)`)
  const chains = createChains(database, events)
  return {
    /** What the branch has in the call; null before its first submission. */
    find: (call: string, branch: string): Application | null => {
      const row = find.get(call, branch)
      return row === undefined ? null : chains.read(row)
    },
    /**
     * Puts a concluded message into the chain of its application, begun where needed, and rebuilds the chain; a message that stood in
     * another chain leaves that one.
     */
    enter: ({ messageId, files, withoutForm = false, ended = false, ...to }: Entered, at: Date): Application =>
      atomically(database, () => {
        begin.run(to)
        const row = find.get(to.call, to.branch)
        if (row === undefined) throw new Error(`no application of ${to.branch} in ${to.call}`)
        const before = ofMessage.get(messageId)
        enter.run({
          ...{ messageId, id: row.id, files: JSON.stringify(files) },
          ...{ withoutForm: Number(withoutForm), ended: Number(ended) },
        })
        if (before !== undefined && before.id !== row.id) chains.rebuild(before, at)
        return chains.rebuild(row, at)
      }),
    /** The branch is called otherwise now: its number stays. */
    rename: (call: string, from: string, to: string): void => {
      rename.run({ call, from, to })
    },
    /** A message that belongs to no application any more; nothing happens where it belonged to none. */
    leave: (messageId: number, at: Date): void =>
      atomically(database, () => {
        const left = ofMessage.get(messageId)
        leave.run(messageId)
        if (left !== undefined) chains.rebuild(left, at)
      }),
  }
}

export type Applications = ReturnType<typeof createApplications>

/** The submissions of an application in their order. */
function createChains(database: Database, events: Events) {
  const rowsOf = database.prepare<[number], Row>(`
    SELECT s.message_id, m.uid, m.received_at, m.outcome, ifnull(d.outcome, m.outcome) AS machine_outcome, m.sender, s.files,
      s.version, s.standing, s.repeats, s.without_form, s.ended
    FROM submissions s JOIN messages m ON m.id = s.message_id
    LEFT JOIN decisions d ON d.message_id = m.id AND d.decided_by IS NULL AND d.superseded = 0
    WHERE s.application_id = ?`)
  const lower = database.prepare('UPDATE submissions SET standing = 0 WHERE application_id = ? AND standing = 1')
  const place = database.prepare('UPDATE submissions SET version = ?, standing = ?, repeats = ? WHERE message_id = ?')
  const numberOf = ({ call_id, sequence }: Found) => applicationNumber(call_id, sequence)
  return {
    read: (found: Found): Application => ({
      number: numberOf(found),
      chain: chainOf(rowsOf.all(found.id).map(toSubmission)),
    }),
    rebuild: (found: Found, at: Date): Application => {
      const rows = rowsOf.all(found.id)
      const chain = chainOf(rows.map(toSubmission))
      const stood = rows.find(({ standing }) => standing === 1)?.message_id ?? null
      const stands = chain.find(({ standing }) => standing)?.messageId ?? null
      lower.run(found.id)
      for (const one of chain) place.run(one.version, Number(one.standing), Number(one.repeats), one.messageId)
      const number = numberOf(found)
      if (stands !== stood) events.append({ kind: 'stands', application: number, message: stands }, at)
      return { number, chain }
    },
  }
}

const toSubmission = (row: Row): Submission => ({
  messageId: row.message_id,
  uid: row.uid,
  receivedAt: row.received_at === null ? null : new Date(row.received_at),
  outcome: row.outcome,
  machineOutcome: row.machine_outcome,
  sender: row.sender,
  files: JSON.parse(row.files) as string[],
  withoutForm: row.without_form === 1,
  ended: row.ended === 1,
})
