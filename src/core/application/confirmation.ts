import type { Check } from '../eligibility/check.ts'

/**
 * A person's verdict on a condition, beside the machine's; it changes no outcome. `files`: of the version that it is about, sorted; null: it
 * holds for the applicant, whatever version counts. `reason`: for staff; no letter bears it.
 */
export type Confirmation = {
  readonly id: number
  readonly call: string
  readonly applicant: string
  readonly check: string
  readonly verdict: 'pass' | 'fail'
  readonly files: readonly string[] | null
  readonly by: string
  readonly reason: string
  readonly at: Date
}

/** What is looked at: an applicant's version by its files, sorted. */
type Looked = { readonly applicant: string | null; readonly files: readonly string[] }

/** The latest that holds for that condition of that version; null: no person said anything. */
export const confirmationOn = (
  check: string,
  { applicant, files }: Looked,
  confirmations: readonly Confirmation[],
): Confirmation | null =>
  confirmations.findLast(
    one => one.applicant === applicant && one.check === check && (one.files === null || sameFiles(one.files, files)),
  ) ?? null

const sameFiles = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((file, index) => file === other[index])

/** A condition as the machine judged it, and as a person did. */
export type SettledCheck = Check & { readonly person: Confirmation | null }

/** Each condition with what a person said of it. */
export const settledChecks = (
  checks: readonly Check[],
  looked: Looked,
  confirmations: readonly Confirmation[],
): readonly SettledCheck[] =>
  checks.map(check => ({ ...check, person: confirmationOn(check.id, looked, confirmations) }))

/** What nobody can say yet: the machine left it to people, and none of them has spoken. */
export const isUnsettled = ({ verdict, person }: SettledCheck): boolean => verdict === 'review' && person === null
