import { applicationNumber, chainOf, type PlacedSubmission, type Submission } from '../core/application.ts'
import type { Outcome } from '../core/decision.ts'
import type { Database } from './database.ts'

type Row = {
  message_id: number
  uid: number
  received_at: string | null
  outcome: Outcome
  sender: string | null
  files: string
  version: number
  standing: number
  repeats: number
}

/** An application with its chain, oldest version first. */
export type Application = { readonly number: string; readonly chain: readonly PlacedSubmission[] }

/** The tables `applications` and `submissions`. */
export function createApplications(database: Database) {
  const find = database.prepare<[string, string], { id: number; sequence: number }>(
    'SELECT id, sequence FROM applications WHERE call_id = ? AND branch = ?',
  )
  const begin = database.prepare(`
    INSERT INTO applications (call_id, branch, sequence)
    VALUES (@call, @branch, (SELECT ifnull(max(sequence), 0) + 1 FROM applications WHERE call_id = @call))
    ON CONFLICT (call_id, branch) DO NOTHING`)
  const enter = database.prepare(`
    INSERT INTO submissions (message_id, application_id, version, standing, repeats, files)
    VALUES (?, ?, (SELECT count(*) + 1 FROM submissions WHERE application_id = ?), 0, 0, ?)`)
  const chain = database.prepare<[number], Row>(`
    SELECT s.message_id, m.uid, m.received_at, m.outcome, m.sender, s.files, s.version, s.standing, s.repeats
    FROM submissions s JOIN messages m ON m.id = s.message_id WHERE s.application_id = ?`)
  const lower = database.prepare('UPDATE submissions SET standing = 0 WHERE application_id = ? AND standing = 1')
  const place = database.prepare('UPDATE submissions SET version = ?, standing = ?, repeats = ? WHERE message_id = ?')

  const rebuild = (applicationId: number): readonly PlacedSubmission[] => {
    const placed = chainOf(chain.all(applicationId).map(toSubmission))
    lower.run(applicationId)
    for (const one of placed) place.run(one.version, Number(one.standing), Number(one.repeats), one.messageId)
    return placed
  }
  return {
    /** What the branch has in the call; null before its first submission. */
    find: (call: string, branch: string): Application | null => {
      const row = find.get(call, branch)
      if (row === undefined) return null
      return { number: applicationNumber(call, row.sequence), chain: chainOf(chain.all(row.id).map(toSubmission)) }
    },
    /** Puts a settled message into the chain of its application, begun where needed, and rebuilds the chain. */
    enter: (
      to: { readonly call: string; readonly branch: string },
      messageId: number,
      files: readonly string[],
    ): Application => {
      begin.run(to)
      const row = find.get(to.call, to.branch)
      if (row === undefined) throw new Error(`no application of ${to.branch} in ${to.call}`)
      enter.run(messageId, row.id, row.id, JSON.stringify(files))
      return { number: applicationNumber(to.call, row.sequence), chain: rebuild(row.id) }
    },
  }
}

export type Applications = ReturnType<typeof createApplications>

const toSubmission = (row: Row): Submission => ({
  messageId: row.message_id,
  uid: row.uid,
  receivedAt: row.received_at === null ? null : new Date(row.received_at),
  outcome: row.outcome,
  sender: row.sender,
  files: JSON.parse(row.files) as string[],
})
