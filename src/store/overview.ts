import { applicationNumber } from '../core/application/application.ts'
import type { ListedLine, ListedSubmission, RelatedMessage } from '../core/application/listed-submission.ts'
import type { OutboxKind, OutboxState, WithheldFor } from '../core/sending/outgoing-mail.ts'
import type { Database } from './database.ts'
import { IS_REPLY } from './outbox.ts'

/** How many entries of the outbox are in each state: `held` wait for `replies: live`, `withheld` for a cap; what will never go out doesn't count. */
export type OutboxCounts = Readonly<Record<OutboxState | 'held', number>>

type Row = Omit<ListedSubmission, 'number' | 'standing' | 'reply'> & {
  readonly application_call: string | null
  readonly sequence: number | null
  readonly standing: number | null
  readonly reply_kind: OutboxKind | null
  readonly reply_message_id: string
  readonly reply_state: OutboxState
  readonly reply_attempts: number
  readonly reply_withheld_for: WithheldFor | null
  readonly folder: string
  readonly settled_at: string | null
}

/** What was decided by the machine, the place in its application, and the latest reply. */
const WITH_ALL = `
  LEFT JOIN decisions d ON d.message_id = m.id AND d.decided_by IS NULL AND d.superseded = 0
  LEFT JOIN submissions s ON s.message_id = m.id
  LEFT JOIN outbox o ON o.id = (SELECT max(id) FROM outbox WHERE message_id = m.id AND ${IS_REPLY})`

type LineRow = Omit<ListedLine, 'standing'> & { readonly standing: number | null }

const SELECT = `
  SELECT m.id, m.uid, m.uid_validity AS uidValidity, m.sha256, m.state, m.relation, m.call_id AS call, m.branch, m.outcome,
    d.outcome AS machineOutcome, a.call_id AS application_call, a.sequence, iif(s.ended, NULL, s.version) AS version, s.standing, m.received_at AS receivedAt,
    m.sender AS "from", m.subject, m.attempts,
    o.kind AS reply_kind, o.header_id AS reply_message_id, o.state AS reply_state, o.attempts AS reply_attempts,
    o.withheld_for AS reply_withheld_for, m.folder, m.settled_at
  FROM messages m ${WITH_ALL} LEFT JOIN applications a ON a.id = s.application_id`

const RELATED = "(m.relation <> 'unrelated' OR m.state <> 'judged') AND m.same_as IS NULL"

const LINES = `
  SELECT m.id, m.state, m.relation, m.call_id AS call, m.branch, m.outcome, d.outcome AS machineOutcome, iif(s.ended, NULL, s.version) AS version, s.standing,
    m.received_at AS receivedAt, m.sender AS "from", m.subject, o.state AS replyState, o.withheld_for AS withheldFor
  FROM messages m ${WITH_ALL} WHERE ${RELATED} ORDER BY m.id`

/**
 * What a digest can show: everything of its calls; of any call what is held, not judged yet or set aside, what was concluded since the
 * digest before, what a cap withholds; and what stands for the branch of any of these, for that may settle it.
 */
const OF_DIGEST = `
  WITH shown (id) AS (
    SELECT id FROM messages WHERE call_id IN (SELECT value FROM json_each(@calls))
    UNION SELECT id FROM messages WHERE outcome = 'held' AND relation <> 'unrelated'
    UNION SELECT id FROM messages
      WHERE outcome IN ('accepted', 'returned', 'rejected', 'held', 'noted', 'ignored') AND settled_at > @since AND relation <> 'unrelated'
    UNION SELECT id FROM messages WHERE state IN ('received', 'quarantined')
    UNION SELECT message_id FROM outbox WHERE state = 'withheld' AND withheld_for = 'cap' AND message_id IS NOT NULL
  ), known (id) AS (
    SELECT id FROM shown
    UNION SELECT s.message_id FROM shown CROSS JOIN messages mine ON mine.id = shown.id
      CROSS JOIN messages other ON other.call_id = mine.call_id AND other.branch = mine.branch
      CROSS JOIN submissions s ON s.message_id = other.id AND s.standing = 1
  )
  ${SELECT} WHERE m.id IN known AND ${RELATED} ORDER BY m.id`

/** A page of the file is then no call to the system: half the time of reading all there is. Not for the worker: a volume that fails would end it. */
const readMapped = (database: Database) => database.pragma('mmap_size = 2147418112')

/** Queries across the tables, for people who look at the service. */
export function createOverview(database: Database) {
  const all = database.prepare<[], Row>(`${SELECT} ORDER BY m.id`)
  const one = database.prepare<[number], Row>(`${SELECT} WHERE m.id = ?`)
  const lines = database.prepare<[], LineRow>(LINES)
  const related = database.prepare<[], Row>(`${SELECT} WHERE ${RELATED} ORDER BY m.id`)
  const ofCall = database.prepare<[string], Row>(`${SELECT} WHERE m.call_id = ? AND ${RELATED} ORDER BY m.id`)
  const ofDigest = database.prepare<{ calls: string; since: string }, Row>(OF_DIGEST)
  const counts = database.prepare<[], { state: OutboxState | 'held'; count: number }>(
    `SELECT iif(withheld_for = 'hold', 'held', state) AS state, count(*) AS count FROM outbox
     WHERE withheld_for IS NULL OR withheld_for IN ('hold', 'cap') GROUP BY outbox.state, withheld_for`,
  )
  return {
    /** Every message, oldest first, unrelated ones included. */
    messages: function* (): Iterable<ListedSubmission> {
      readMapped(database)
      for (const row of all.iterate()) yield fromRow(row)
    },
    message: (id: number): ListedSubmission | null => {
      const row = one.get(id)
      return row === undefined ? null : fromRow(row)
    },
    /** What isn't known to be unrelated. */
    related: (): readonly RelatedMessage[] => related.all().map(toRelated),
    /** The same, a line each. */
    lines: function* (): Iterable<ListedLine> {
      readMapped(database)
      for (const row of lines.iterate()) yield Object.assign(row, { standing: row.standing === 1 })
    },
    /** The same of one call. */
    relatedTo: (call: string): readonly RelatedMessage[] => ofCall.all(call).map(toRelated),
    /** All of it that a digest of these calls can show; `since`: when the one before was composed, null where there was none. */
    ofDigest: (calls: readonly string[], since: Date | null): readonly RelatedMessage[] =>
      ofDigest.all({ calls: JSON.stringify(calls), since: since?.toISOString() ?? '' }).map(toRelated),
    outbox: (): OutboxCounts => {
      const none = { due: 0, sending: 0, sent: 0, failed: 0, unknown: 0, withheld: 0, held: 0 }
      return Object.assign(none, Object.fromEntries(counts.all().map(({ state, count }) => [state, count])))
    },
  }
}

const toRelated = (row: Row): RelatedMessage => ({
  ...fromRow(row),
  folder: row.folder,
  withheldFor: row.reply_withheld_for,
  concludedAt: row.settled_at === null ? null : new Date(row.settled_at),
})

const fromRow = (row: Row): ListedSubmission => ({
  id: row.id,
  uid: row.uid,
  uidValidity: row.uidValidity,
  sha256: row.sha256,
  state: row.state,
  relation: row.relation,
  call: row.call,
  branch: row.branch,
  outcome: row.outcome,
  machineOutcome: row.machineOutcome,
  number:
    row.application_call === null || row.sequence === null
      ? null
      : applicationNumber(row.application_call, row.sequence),
  version: row.version,
  standing: row.standing === 1,
  receivedAt: row.receivedAt,
  from: row.from,
  subject: row.subject,
  attempts: row.attempts,
  reply:
    row.reply_kind === null
      ? null
      : { kind: row.reply_kind, messageId: row.reply_message_id, state: row.reply_state, attempts: row.reply_attempts },
})
