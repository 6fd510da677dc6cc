import type { Applicant } from '../call/applicant.ts'
import type { Outcome, Relation } from '../judge/decision.ts'
import type { OutboxKind, OutboxState, WithheldFor } from '../sending/outgoing-mail.ts'

/** What a message brings one applicant in one call. */
export type ListedEntry = {
  readonly call: string | null
  readonly applicant: Applicant | null
  /** Where the applicant is one. */
  readonly branch: string | null
  readonly relation: Relation
  /** A person's, where there is one. */
  readonly outcome: Outcome
  readonly machineOutcome: Outcome | null
  readonly number: string | null
  readonly version: number | null
  readonly standing: boolean
  /** A confirmed withdrawal. */
  readonly ended: boolean
}

/** A message as `list --json` prints it; times are ISO 8601 in UTC. What its entries say is null where they differ. */
export type ListedSubmission = {
  readonly id: number
  readonly uid: number
  readonly uidValidity: number
  readonly sha256: string | null
  readonly state: 'received' | 'judged' | 'quarantined'
  readonly relation: Relation | null
  readonly call: string | null
  readonly branch: string | null
  readonly applicant: Applicant | null
  readonly outcome: Outcome | null
  readonly machineOutcome: Outcome | null
  readonly number: string | null
  readonly version: number | null
  readonly standing: boolean | null
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
  /** None before it is judged. */
  readonly entries: readonly ListedEntry[]
}

/** An entry of a message that isn't known to be unrelated, with what digest and export want to know; of one not judged yet the message alone. */
export type RelatedEntry = Omit<ListedSubmission, 'entries' | 'standing'> & {
  /** Its place among the message's entries. */
  readonly entry: number
  readonly standing: boolean
  readonly folder: string
  readonly concludedAt: Date | null
  /** Why the reply is withheld. */
  readonly withheldFor: WithheldFor | null
}

/** What `list` prints of an entry in its table, and may be narrowed to. */
export type ListedLine = Pick<
  RelatedEntry,
  'id' | 'state' | 'relation' | 'call' | 'branch' | 'outcome' | 'machineOutcome' | 'version' | 'standing'
> &
  Pick<RelatedEntry, 'receivedAt' | 'from' | 'subject' | 'withheldFor'> & {
    /** How people read the applicant; null while it is open. */
    readonly shown: string | null
    readonly replyState: OutboxState | null
  }
