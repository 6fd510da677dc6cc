import type { Decision } from '../judge/decision.ts'

/** What a mail brings one applicant: `name`, as entryNames has it; the latest decision, its number, `by` whom it was; null: the machine's. */
export type EntryFacts = {
  readonly entry: number
  readonly name: string
  readonly decisionId: number
  readonly decision: Decision
  readonly by: string | null
  readonly at: Date
  /** A later mail of the same applicant that counts; null: there is none. */
  readonly newer: number | null
}

/** A case as it is now. */
export type CaseFacts = {
  readonly id: number
  readonly entries: readonly EntryFacts[]
  /** Who sent it, in lower case. */
  readonly sender: string | null
  /** 受理编号 of its application. */
  readonly number: string | null
}
