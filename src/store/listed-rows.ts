import { applicationNumber } from '../core/application/application.ts'
import type { ListedEntry, ListedSubmission, RelatedEntry } from '../core/application/listed-submission.ts'
import { inCommon, type Outcome, type Relation } from '../core/judge/decision.ts'
import type { OutboxKind, OutboxState, WithheldFor } from '../core/sending/outgoing-mail.ts'

/** An entry of a message as the overview's queries give it. */
export type Row = Omit<ListedSubmission, 'number' | 'standing' | 'applicant' | 'reply' | 'entries'> & {
  /** null: nothing is known of what it brings. */
  readonly entry: number | null
  readonly entryRelation: Relation
  readonly entryCall: string | null
  readonly entryBranch: string | null
  readonly entryOutcome: Outcome
  readonly key: string | null
  readonly shown: string | null
  readonly application_call: string | null
  readonly sequence: number | null
  readonly standing: number | null
  readonly ended: number | null
  readonly reply_kind: OutboxKind | null
  readonly reply_message_id: string
  readonly reply_state: OutboxState
  readonly reply_attempts: number
  readonly reply_withheld_for: WithheldFor | null
  readonly folder: string
  readonly settled_at: string | null
}

/** The entry of that row. */
export const toRelated = (row: Row): RelatedEntry => {
  const { entries, ...message } = messageFrom([row])
  const { call, applicant, branch, relation, outcome } = entries[0] ?? message
  return {
    ...message,
    ...{ call, applicant, branch, relation, outcome },
    entry: row.entry ?? 0,
    standing: row.standing === 1,
    folder: row.folder,
    withheldFor: row.reply_withheld_for,
    concludedAt: row.settled_at === null ? null : new Date(row.settled_at),
  }
}

/** The messages of rows that come message by message, a row for each entry. */
export function* messagesOf(rows: Iterable<Row>): Iterable<ListedSubmission> {
  let own: [Row, ...Row[]] | null = null
  for (const row of rows) {
    if (own?.[0].id === row.id) own.push(row)
    else {
      if (own !== null) yield messageFrom(own)
      own = [row]
    }
  }
  if (own !== null) yield messageFrom(own)
}

function messageFrom(rows: readonly [Row, ...Row[]]): ListedSubmission {
  const [row] = rows
  const entries = rows.flatMap(entryOf)
  const common = <Key extends keyof ListedEntry>(key: Key) => inCommon(entries, one => one[key])
  return {
    id: row.id,
    uid: row.uid,
    uidValidity: row.uidValidity,
    sha256: row.sha256,
    state: row.state,
    relation: row.relation,
    call: row.call,
    branch: row.branch,
    applicant: common('applicant'),
    outcome: row.outcome,
    machineOutcome: common('machineOutcome'),
    number: common('number'),
    version: common('version'),
    standing: entries.length === 0 ? false : common('standing'),
    receivedAt: row.receivedAt,
    from: row.from,
    subject: row.subject,
    attempts: row.attempts,
    reply: replyOf(row),
    entries,
  }
}

/** Of unrelated mail no entry is kept, for there is nothing to tell of it. */
function entryOf(row: Row): readonly ListedEntry[] {
  if (row.entry === null)
    return row.relation === null || row.outcome === null ? [] : [nothing(row.relation, row.outcome)]
  const { key, shown, application_call: call, sequence } = row
  return [
    {
      call: row.entryCall,
      applicant: key === null || shown === null ? null : { key, shown },
      branch: row.entryBranch,
      relation: row.entryRelation,
      outcome: row.entryOutcome,
      machineOutcome: row.machineOutcome,
      number: call === null || sequence === null ? null : applicationNumber(call, sequence),
      version: row.version,
      standing: row.standing === 1,
      ended: row.ended === 1,
    },
  ]
}

const nothing = (relation: Relation, outcome: Outcome): ListedEntry => ({
  ...{ call: null, applicant: null, branch: null, relation, outcome, machineOutcome: null },
  ...{ number: null, version: null, standing: false, ended: false },
})

const replyOf = (row: Row): ListedSubmission['reply'] =>
  row.reply_kind === null
    ? null
    : { kind: row.reply_kind, messageId: row.reply_message_id, state: row.reply_state, attempts: row.reply_attempts }
