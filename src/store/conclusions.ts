import type { MessageFacts } from '../core/application/recorded-message.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { Database } from './database.ts'

/** What all entries of a message have in common there; null where they differ. */
const inCommon = (column: string): string =>
  `(SELECT iif(count(DISTINCT ifnull(${column}, '')) = 1, max(${column}), NULL) FROM entries WHERE message_id = @id)`

/** What becomes of a message, in the table `messages`. */
export function createConclusions(database: Database) {
  const error = database.prepare('UPDATE messages SET last_error = ? WHERE id = ?')
  const forget = database.prepare('UPDATE messages SET sha256 = NULL, received_at = NULL WHERE id = ?')
  const conclude = database.prepare(`
    UPDATE messages SET state = 'judged', settled_at = @at, relation = @relation, call_id = @call, branch = @branch, outcome = @outcome,
      received_at = @receivedAt, sender = @sender, subject = @subject, message_id = @messageId, last_error = NULL, begun_at = NULL, not_before = NULL
    WHERE id = @id OR same_as = @id`)
  const repeat = database.prepare(`
    UPDATE messages SET state = 'judged', settled_at = ?, begun_at = NULL, same_as = twin.id, relation = twin.relation, call_id = twin.call_id, branch = twin.branch,
      outcome = twin.outcome, received_at = twin.received_at, sender = twin.sender, subject = twin.subject, message_id = twin.message_id
    FROM messages AS twin WHERE twin.id = ? AND messages.id = ?`)
  const setAside = database.prepare(`
    UPDATE messages SET state = 'quarantined', settled_at = ?, begun_at = NULL, not_before = NULL, sender = ifnull(sender, ?), subject = ifnull(subject, ?) WHERE id = ?`)
  const decide = database.prepare(`
    UPDATE messages SET state = 'judged', relation = ${inCommon('relation')}, call_id = ${inCommon('call_id')}, branch = ${inCommon('branch')},
      outcome = ${inCommon('outcome')}, received_at = @receivedAt
    WHERE id = @id OR same_as = @id`)
  return {
    noteError: (id: number, text: string): void => {
      error.run(text.slice(0, 1000), id)
    },
    /** Of unrelated mail neither hash nor time is kept. */
    forgetContent: (id: number): void => {
      forget.run(id)
    },
    /** The same mail under other UIDs, which there is where it was tried again, shares its lot. */
    conclude: (id: number, facts: MessageFacts, at: Date): void => {
      conclude.run({ ...facts, id, receivedAt: facts.receivedAt?.toISOString() ?? null, at: at.toISOString() })
    },
    /** The same bytes under another UID are the same message: no decision and no reply of their own. */
    concludeAsTwin: (id: number, twinId: number, at: Date): void => {
      repeat.run(at.toISOString(), twinId, id)
    },
    /** For a person, who finds the mail by sender and subject. */
    setAside: (
      id: number,
      seen: { readonly sender: string | null; readonly subject: string | null },
      at: Date,
    ): void => {
      setAside.run(at.toISOString(), seen.sender, seen.subject, id)
    },
    /** A person's decision on an entry counts from now on, also for the same mail under other UIDs. */
    decide: (id: number, { receivedAt }: Decision): void => {
      decide.run({ id, receivedAt })
    },
  }
}

export type Conclusions = ReturnType<typeof createConclusions>
