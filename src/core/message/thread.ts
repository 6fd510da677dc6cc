import { withoutArchives } from '../document/document.ts'
import { applicantOf, broughtBy, type Decision, inCommon } from '../judge/decision.ts'
import type { Thread } from './relation.ts'

/** What was decided of a message that one of our replies answered, an entry each; empty where nothing is on record. */
export type Answered = readonly Decision[]

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
