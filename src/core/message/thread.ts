import type { Applicant } from '../call/applicant.ts'
import { withoutArchives } from '../document/document.ts'
import { applicantOf, broughtBy, type Decision, inCommon, type Outcome } from '../judge/decision.ts'

/** The reply of ours that a message answers. */
export type Thread = {
  readonly call: string | null
  readonly branch: string | null
  readonly applicant?: Applicant | null
  /** What was decided on the answered submission; null where that isn't known. */
  readonly outcome: Outcome | null
  /** SHA-256 of the documents that the answered submission brought. */
  readonly files: readonly string[]
}

/** What was decided of a message that one of our replies answered, an entry each; empty where nothing is on record. */
type Answered = readonly Decision[]

/** The submission that a mail answers through one of our replies, the latest reference first. */
export function threadThrough(
  references: readonly string[],
  answeredBy: (reference: string) => Answered | null,
): Thread | null {
  for (const reference of [...references].reverse()) {
    const answered = answeredBy(reference)
    if (answered !== null) return threadOf(answered)
  }
  return null
}

/** A letter that told of several applicants names none. */
const threadOf = (answered: Answered): Thread => ({
  call: inCommon(answered, ({ call }) => call),
  branch: inCommon(answered, ({ branch }) => branch?.name ?? null),
  applicant: inCommon(answered, applicantOf),
  outcome: inCommon(answered, ({ outcome }) => outcome),
  files: [...new Set(answered.flatMap(decision => withoutArchives(broughtBy(decision)).map(({ sha256 }) => sha256)))],
})
