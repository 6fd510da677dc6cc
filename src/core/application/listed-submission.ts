import type { Outcome, Relation } from '../judge/decision.ts'
import type { OutboxKind, OutboxState, WithheldFor } from '../sending/outgoing-mail.ts'

/** A message as `list --json` prints it; times are ISO 8601 in UTC. */
export type ListedSubmission = {
  readonly id: number
  readonly uid: number
  readonly uidValidity: number
  readonly sha256: string | null
  readonly state: 'received' | 'judged' | 'quarantined'
  readonly relation: Relation | null
  readonly call: string | null
  readonly branch: string | null
  readonly outcome: Outcome | null
  readonly machineOutcome: Outcome | null
  readonly number: string | null
  readonly version: number | null
  readonly standing: boolean
  readonly receivedAt: string | null
  readonly from: string | null
  readonly subject: string | null
  readonly attempts: number
  readonly reply: {
    readonly kind: OutboxKind
    readonly messageId: string
    readonly state: OutboxState
    readonly attempts: number
  } | null
}

/** The same with what only the digest wants to know. */
export type RelatedMessage = ListedSubmission & {
  readonly folder: string
  readonly concludedAt: Date | null
  /** Why the reply is withheld. */
  readonly withheldFor: WithheldFor | null
}

/** What `list` prints of a message in its table, and may be narrowed to. */
export type ListedLine = Pick<
  RelatedMessage,
  'id' | 'state' | 'relation' | 'call' | 'branch' | 'outcome' | 'machineOutcome' | 'version' | 'standing'
> &
  Pick<RelatedMessage, 'receivedAt' | 'from' | 'subject' | 'withheldFor'> & { readonly replyState: OutboxState | null }
