import type { BranchType } from '../call/branch.ts'
import type { FieldId } from './description.ts'

export type Level = 'national' | 'provincial' | 'municipal' | 'university' | 'school' | 'unknown'
export type RecipientKind = 'branch' | 'secretary' | 'member' | 'unknown'

/** One honour as the form tells it. */
export type Honour = {
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an interval `YYYY-MM/YYYY-MM` (2021-2022学年 is `2021-09/2022-08`); null where undated. */
  readonly date: string | null
  readonly name: string | null
  readonly recipient: string | null
  readonly recipientKind: RecipientKind
  readonly level: Level
  readonly grantedBy: string | null
  /** The words of the form, exactly: a row with its cells joined by ` | `, or the sentence. */
  readonly quote: string
}

/** A grade of 述职评议考核: `grade` as written. */
export type ReviewGrade = { readonly year: number; readonly grade: string; readonly quote: string }

/** A measure of the plan. */
export type Measure = {
  readonly text: string
  /** The end of its limit `YYYY-MM`, or `recurring` (每学期), `open` (长期坚持), null where empty or not understood. */
  readonly due: string | null
  /** The limit as written; '' where its cell is empty, null where the layout has no place for one. */
  readonly dueText: string | null
  /** Whether what tells the limit was understood as one: by its column's label, or by the words around it. */
  readonly isLimitKnown: boolean
  readonly quote: string
}

/**
 * `filled`: something was assigned. `empty`: its own label was recognised beyond doubt, its places are blank, and nothing of its kind is
 * left without an owner: this alone reproaches anybody. `unplaced`: its label was recognised, but not all of that holds. `notFound`: no
 * label of it was recognised and nothing was assigned.
 */
export type Presence = 'filled' | 'empty' | 'unplaced' | 'notFound'

export type Confidence = 'sure' | 'doubtful' | 'none'

/** What was read and has no owner, with the heading or label that it stands under; '' where nothing does. */
export type Unplaced = { readonly heading: string; readonly text: string }

/** What an applicant wrote. Absent values are null, absent lists are empty. */
export type Form = {
  readonly branchName: string | null
  readonly parentOrg: string | null
  readonly branchType: BranchType | 'unknown'
  /** As written, e.g. «☑教师 □学生»; null where absent. */
  readonly branchTypeText: string | null
  readonly memberCount: number | null
  readonly secretary: { readonly name: string | null; readonly post: string | null; readonly title: string | null }
  readonly phone: string | null
  readonly email: string | null
  readonly honours: readonly Honour[]
  /** The whole honours section as text; null where it was not found. */
  readonly honoursText: string | null
  readonly reviewGrades: readonly ReviewGrade[]
  /** What stands under 述职评议考核, as text; null where it was not found. */
  readonly reviewText: string | null
  readonly basis: string | null
  readonly idea: string | null
  readonly measures: readonly Measure[]
  /** The whole measures section as text; null where it was not found. */
  readonly measuresText: string | null
  readonly outcomes: string | null
  /** As written, by the field's id: every field and section of the form's description. */
  readonly values: Readonly<Record<FieldId, string | null>>
  readonly presence: Readonly<Record<FieldId, Presence>>
  readonly confidence: Readonly<Record<FieldId, Confidence>>
  readonly unplaced: readonly Unplaced[]
  /** Whether its headings and labels are, by and large, the template's. */
  readonly followsTemplate: boolean
  readonly source: 'text' | 'ocr'
}

/** What a document turned out to be for a call. */
export type FormReading =
  /** Proven another thing, by its title. */
  | { readonly kind: 'absent' }
  /** Neither proven another thing nor read: a person must look. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'blank' }
  /** A form of another cycle; `cycle` is what it says of itself. */
  | { readonly kind: 'outdated'; readonly cycle: string }
  | { readonly kind: 'filled'; readonly form: Form }
