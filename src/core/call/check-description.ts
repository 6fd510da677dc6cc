import type { FieldId } from '../form/description.ts'
import type { Level, RecipientKind } from '../form/form.ts'

/** A kind of condition that `shenbao` knows how to look at. */
export type CheckType =
  | 'complete'
  | 'mentions'
  | 'ask'
  | 'number'
  | 'ratio'
  | 'age'
  | 'dateWithin'
  | 'count'
  | 'honour'
  | 'grade'
  | 'graduation'
  | 'plan.deadlines'
  | 'plan.outcomes'
  | 'scope.stable'
  | 'duties'
  | 'standard'
  | 'yirongshuanggao'
  | 'honour.branch'
  | 'honour.member'
  | 'role'
  | 'conduct'
  | 'form.complete'

/** The name of a condition within its call. */
export type CheckId = string

/** A condition as the call's file describes it: `shenbao` knows how to look, the call says for what. */
export type CheckDescription = {
  readonly id: CheckId
  readonly type: CheckType
  /** The condition in the notice's words, short, for replies and digest. */
  readonly title: string
  /** The years before the anchor that count; null where the condition has no window. */
  readonly window: { readonly years: number; readonly anchor: 'deadline' | 'announced' } | null
  /** The lowest level that counts; null where levels play no part. */
  readonly level: Exclude<Level, 'unknown'> | null
  /** Lists of words by name: those that the check's `words` name. */
  readonly words: Readonly<Record<string, readonly string[]>>
  /** What it looks at, and between which bounds. */
  readonly params: CheckParameters
}

export type CheckParameters = {
  /** The field of the form that is looked at. */
  readonly field?: FieldId
  /** The field that it is a part of: the 120 of «5/120». */
  readonly of?: FieldId
  readonly least?: number
  readonly most?: number
  /** Days or months, both included. */
  readonly from?: string
  readonly to?: string
  /** Whose honours count. */
  readonly recipients?: readonly RecipientKind[]
  /** Only for applicants whose fields say this: `{ sex: 男 }`. */
  readonly when?: Readonly<Record<FieldId, string>>
}

export type Parameter = keyof CheckParameters
