import type { Level } from '../form/form.ts'

export type CheckId =
  | 'scope.stable'
  | 'duties'
  | 'standard'
  | 'yirongshuanggao'
  | 'honour.branch'
  | 'honour.member'
  | 'role'
  | 'conduct'
  | 'plan.deadlines'
  | 'plan.outcomes'
  | 'form.complete'

/** A condition as the call's file describes it: `shenbao` knows how to look, the call says for what. */
export type CheckDescription = {
  readonly id: CheckId
  /** The condition in the notice's words, short, for replies and digest. */
  readonly title: string
  /** The years before the anchor that count; null where the condition has no window. */
  readonly window: { readonly years: number; readonly anchor: 'deadline' | 'announced' } | null
  /** The lowest level that counts; null where levels play no part. */
  readonly level: Exclude<Level, 'unknown'> | null
  /** Lists of words by name: those that the check's `words` name. */
  readonly words: Readonly<Record<string, readonly string[]>>
}
