import type { Applicant } from '../call/applicant.ts'
import type { Document } from '../document/document.ts'
import type { Check } from '../eligibility/check.ts'
import type { Form } from '../form/form.ts'
import type { TokenValues } from '../naming/expected.ts'
import type { Problem } from './problem.ts'

/** `withdrawal`, `evidence`, `declined`: belong to an application, and are no version of it. */
export type Relation =
  | 'application'
  | 'withdrawal'
  | 'evidence'
  | 'declined'
  | 'command'
  | 'unrelated'
  | 'automatic'
  | 'inquiry'
export type Outcome = 'accepted' | 'returned' | 'rejected' | 'held' | 'noted' | 'ignored'
/** How well a name follows the call's template. */
export type Degree = 'exact' | 'cosmetic' | 'wrong'

/** Which clock gave the judged time; null: none, so the deadline is uncertain. */
export type Clock = 'received' | 'internaldate' | 'argument' | null

/** `form`: the form that counts; its content is left out, for a decision is kept for ever. */
export type JudgedDocument = Omit<Document, 'content'> & {
  readonly isForm: boolean
  /** The deliverable that it is; null or left out: none. */
  readonly deliverable?: string | null
}

/** A document of an earlier mail that still counts. */
export type KeptDocument = Pick<JudgedDocument, 'name' | 'sha256' | 'status' | 'isForm' | 'deliverable'>

/** A row of a summary, its cells joined by ` | `, and whether a form of the set stands for it. */
export type SummaryRow = { readonly row: string; readonly matches: boolean }

/** `full`: what was found is told; `neutral`: only that it came; `never`: nothing is sent. */
export type Answer = 'full' | 'neutral' | 'never'

/** Everything the machine says of an entry of a message: a plain value, kept as JSON beside what people decide later. */
export type Decision = {
  readonly relation: Relation
  readonly call: string | null
  readonly branch: { readonly name: string } | null
  /** Who applies, where it is no branch. */
  readonly applicant?: Applicant
  readonly outcome: Outcome
  readonly problems: readonly Problem[]
  /** `values`: what subject and file name say for the tokens of the rules; left out: nothing. */
  readonly naming: { readonly subject: Degree; readonly file: Degree; readonly values?: TokenValues } | null
  /** Of the whole message. */
  readonly documents: readonly JudgedDocument[]
  /** The places in `documents` of what is this applicant's, where the message brings something for several; left out: all. */
  readonly brought?: readonly number[]
  readonly form: Form | null
  readonly checks: readonly Check[] | null
  /** Things worth a word that are no fault (a cosmetic name, an odd member count), in Chinese. */
  readonly remarks: readonly string[]
  /** The judged time, ISO 8601 in UTC; null where no clock could be trusted. */
  readonly receivedAt: string | null
  readonly clock: Clock
  readonly answer: Answer
  /** A question in the sender's own words, cut; beside an application the rest of the mail is judged all the same. */
  readonly question?: string
  /** An inquiry that asks nothing: it only thanks, or says that a letter came. */
  readonly thanks?: true
  /** It came from an address that isn't the applicant's own. */
  readonly stranger?: true
  /** For staff alone, in Chinese: what differs between a summary and the forms, what there is too much of. */
  readonly notes?: readonly string[]
  readonly summary?: readonly SummaryRow[]
  /** What earlier mails of the applicant brought and this one did not replace; left out: nothing. */
  readonly kept?: readonly KeptDocument[]
  /** A person confirmed the withdrawal: what came before it no longer counts. */
  readonly ended?: true
  /** A person settled what it asks or brings: kept in the papers, or its «不申报» confirmed. */
  readonly settled?: true
  /** Judged again under another configuration, at a person's word. */
  readonly replayed?: true
  /** A person accepted it although no form came: it displaces no version with one. */
  readonly withoutForm?: true
  /** A person closed the case; its sender was not written to. */
  readonly closed?: true
  /** A person took the decision before this one back: what was in force before that is again. */
  readonly undone?: true
}

/** What is decided of a message, an entry each. */
export type Decisions = readonly [Decision, ...Decision[]]

/** Who applies; null while that is open. */
export const applicantOf = ({ applicant, branch }: Pick<Decision, 'applicant' | 'branch'>): Applicant | null =>
  applicant ?? (branch === null ? null : { key: branch.name, shown: branch.name })

/** The documents that are this applicant's. */
export const broughtBy = ({
  documents,
  brought,
}: Pick<Decision, 'documents' | 'brought'>): readonly JudgedDocument[] =>
  brought === undefined ? documents : documents.filter((_, index) => brought.includes(index))

/** What all entries of a message say alike; null where they differ. */
export function inCommon<One, Value>(entries: readonly One[], of: (entry: One) => Value): Value | null {
  const [first, ...others] = entries.map(of)
  if (first === undefined) return null
  if (others.length === 0) return first
  const text = JSON.stringify(first)
  return others.every(other => JSON.stringify(other) === text) ? first : null
}
