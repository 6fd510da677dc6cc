import type { FormDescription } from '../form/description.ts'
import type { Applicants } from './applicants.ts'
import type { Branch } from './branch.ts'
import type { CheckDescription } from './check-description.ts'
import type { Deliverable } from './deliverable.ts'
import type { NameRule } from './name-rule.ts'
import type { Nouns } from './nouns.ts'
import type { ResultWording } from './result-wording.ts'

export type { Branch, BranchType } from './branch.ts'

/** A month, `YYYY-MM`. */
export type Month = string

/** The months for which something is applied. */
export type Cycle = { readonly from: Month; readonly to: Month }

/** How mails and files must be called; a rule for the archive in place of the file's, where there is one. */
type Naming = {
  readonly subject: NameRule
  readonly file: NameRule
  readonly archive: NameRule | null
  /** Names that the notice gives as examples: what its rules must take. */
  readonly examples?: NameExamples | undefined
}
type NameExamples = Readonly<Partial<Record<'subject' | 'file' | 'archive', string | undefined>>>

/** One notice asking for applications (通知): a file in `config/calls/`. */
export type Call = {
  readonly id: string
  readonly title: string
  /** How digest and desk name the call where there are several: `short`, else its id. */
  readonly short: string
  /** The unit whose members apply, as it stands in subjects and file names. */
  readonly unit: string
  /** What may stand before the unit in a name and changes nothing: the university; '' where there is none. */
  readonly university: string
  /** The roster is an invented one: replies may not go live. */
  readonly example: boolean
  /** The day of the notice, `YYYY-MM-DD` in the service's time zone. */
  readonly announced: string
  /** At or before this instant is in time. */
  readonly deadline: Date
  /** As published: it anchors the windows of the conditions, also where the deadline was put off. */
  readonly publishedDeadline: Date
  readonly cycle: Cycle | null
  readonly applicant: Applicants
  /** Empty where the applicants are in none. */
  readonly roster: readonly Branch[]
  readonly naming: Naming
  /** The documents asked for. */
  readonly deliverables: readonly Deliverable[]
  /** Without fields where the call asks for no form. */
  readonly form: FormDescription
  readonly nouns: Nouns
  /** How the result is told. */
  readonly results: ResultWording
  /** The conditions, in the order of the notice. */
  readonly checks: readonly CheckDescription[]
}
