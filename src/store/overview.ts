import type { ListedLine, ListedSubmission, RelatedEntry } from '../core/application/listed-submission.ts'
import type { OutboxState } from '../core/sending/outgoing-mail.ts'
import type { Database } from './database.ts'
import { messagesOf, type Row, toRelated } from './listed-rows.ts'
import { IS_REPLY } from './outbox.ts'

/** How many entries of the outbox are in each state: `held` wait for `replies: live`, `withheld` for a cap; what will never go out doesn't count. */
type OutboxCounts = Readonly<Record<OutboxState | 'held', number>>

/** Its entries, what was decided of each by the machine, the place of each in its application, and the latest reply. */
const WITH_ALL = `
  LEFT JOIN entries e ON e.message_id = ifnull(m.same_as, m.id)
  LEFT JOIN decisions d ON d.message_id = m.id AND d.entry = e.entry AND d.decided_by IS NULL AND d.superseded = 0
  LEFT JOIN submissions s ON s.message_id = m.id AND s.entry = e.entry
  LEFT JOIN outbox o ON o.id = (SELECT max(id) FROM outbox WHERE message_id = m.id AND ${IS_REPLY})`

type LineRow = Omit<ListedLine, 'standing'> & { readonly standing: number | null }

const SELECT = `
  SELECT m.id, m.uid, m.uid_validity AS uidValidity, m.sha256, m.state, m.relation, m.call_id AS call, m.branch, m.outcome,
    e.entry, e.relation AS entryRelation, e.call_id AS entryCall, e.branch AS entryBranch, e.outcome AS entryOutcome, e.applicant AS key, e.shown,
    d.outcome AS machineOutcome, a.call_id AS application_call, a.sequence, iif(s.ended, NULL, s.version) AS version, s.standing, s.ended,
    m.received_at AS receivedAt, m.sender AS "from", m.subject, m.attempts,
    o.kind AS reply_kind, o.header_id AS reply_message_id, o.state AS reply_state, o.attempts AS reply_attempts,
    o.withheld_for AS reply_withheld_for, m.folder, m.settled_at
  FROM messages m ${WITH_ALL} LEFT JOIN applications a ON a.id = s.application_id`

const RELATED = "(m.relation IS NOT 'unrelated' OR m.state <> 'judged') AND m.same_as IS NULL"
/** Entries come in their order by themselves, as the key of their table has them; said, it would cost a sorting of all. */
const ORDER = 'ORDER BY m.id'

const LINES = `
  SELECT m.id, m.state, iif(e.entry IS NULL, m.relation, e.relation) AS relation, e.call_id AS call, e.branch, e.shown,
    iif(e.entry IS NULL, m.outcome, e.outcome) AS outcome, d.outcome AS machineOutcome, iif(s.ended, NULL, s.version) AS version, s.standing,
    m.received_at AS receivedAt, m.sender AS "from", m.subject, o.state AS replyState, o.withheld_for AS withheldFor
  FROM messages m ${WITH_ALL} WHERE ${RELATED} ${ORDER} DESC`

/**
 * What a digest can show: everything of its calls; of any call what is held, not judged yet or set aside, what was concluded since the
 * digest before, what a cap withholds; and what stands for the applicant of any of these, for that may settle it.
 */
const OF_DIGEST = `
  WITH shown (id) AS (
    SELECT message_id FROM entries WHERE call_id IN (SELECT value FROM json_each(@calls))
    UNION SELECT message_id FROM entries WHERE outcome = 'held'
    UNION SELECT id FROM messages INDEXED BY messages_by_time WHERE settled_at > @since AND relation IS NOT 'unrelated'
    UNION SELECT id FROM messages WHERE state IN ('received', 'quarantined')
    UNION SELECT message_id FROM outbox WHERE state = 'withheld' AND withheld_for = 'cap' AND message_id IS NOT NULL
  ), known (id) AS (
    SELECT id FROM shown
    UNION SELECT s.message_id FROM shown CROSS JOIN entries mine ON mine.message_id = shown.id
      CROSS JOIN entries other ON other.call_id = mine.call_id AND other.applicant = mine.applicant
      CROSS JOIN submissions s ON s.message_id = other.message_id AND s.entry = other.entry AND s.standing = 1
  )
  ${SELECT} WHERE m.id IN known AND ${RELATED} ${ORDER}`

const OF_CALL = `${SELECT} WHERE m.id IN (SELECT message_id FROM entries WHERE call_id = @call) AND e.call_id = @call AND ${RELATED} ${ORDER}`

/** A page of the file is then no call to the system: half the time of reading all there is. Not for the worker: a volume that fails would end it. */
const readMapped = (database: Database) => database.pragma('mmap_size = 2147418112')

/** Queries across the tables, for people who look at the service. */
export function createOverview(database: Database) {
  const all = database.prepare<[], Row>(`${SELECT} ${ORDER}`)
  const one = database.prepare<[number], Row>(`${SELECT} WHERE m.id = ?`)
  const lines = database.prepare<[], LineRow>(LINES)
  const related = database.prepare<[], Row>(`${SELECT} WHERE ${RELATED} ${ORDER}`)
  const ofCall = database.prepare<{ call: string }, Row>(OF_CALL)
  const ofDigest = database.prepare<{ calls: string; since: string }, Row>(OF_DIGEST)
  const counts = database.prepare<[], { state: OutboxState | 'held'; count: number }>(
    `SELECT iif(withheld_for = 'hold', 'held', state) AS state, count(*) AS count FROM outbox
     WHERE withheld_for IS NULL OR withheld_for IN ('hold', 'cap') GROUP BY outbox.state, withheld_for`,
  )
  return {
    /** Every message, oldest first, unrelated ones included. */
    messages: function* (): Iterable<ListedSubmission> {
      readMapped(database)
      yield* messagesOf(all.iterate())
    },
    message: (id: number): ListedSubmission | null => [...messagesOf(one.all(id))][0] ?? null,
    /** What isn't known to be unrelated, entry by entry. */
    related: (): readonly RelatedEntry[] => related.all().map(toRelated),
    /** The same, a line for each entry, the newest message first. */
    lines: function* (): Iterable<ListedLine> {
      readMapped(database)
      for (const row of lines.iterate()) yield Object.assign(row, { standing: row.standing === 1 })
    },
    /** The same of one call; of a message that also brings something for another, the entries of this one. */
    relatedTo: (call: string): readonly RelatedEntry[] => ofCall.all({ call }).map(toRelated),
    /** All of it that a digest of these calls can show; `since`: when the one before was composed, null where there was none. */
    ofDigest: (calls: readonly string[], since: Date | null): readonly RelatedEntry[] =>
      ofDigest.all({ calls: JSON.stringify(calls), since: since?.toISOString() ?? '' }).map(toRelated),
    outbox: (): OutboxCounts => {
      const none = { due: 0, sending: 0, sent: 0, failed: 0, unknown: 0, withheld: 0, held: 0 }
      return Object.assign(none, Object.fromEntries(counts.all().map(({ state, count }) => [state, count])))
    },
  }
}
