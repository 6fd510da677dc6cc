import type { Call } from '../call/call.ts'
import type { Degree } from '../judge/decision.ts'
import type { Tidied } from './normalise.ts'
import type { NameKind } from './remark.ts'
import type { BranchReading } from './roster.ts'
import type { Token } from './template.ts'

/** `missing`: empty; `pattern`: another title, no unit, no branch; `destroyed`: lost on the way, nobody's fault. */
export type NameFault = 'missing' | 'pattern' | 'placeholder' | 'destroyed'

/** A name as the naming rule sees it. `wrong` without a fault: the pattern is right, the branch isn't in the roster. */
export type NameReading = {
  readonly degree: Degree
  readonly branch: BranchReading
  readonly fault: NameFault | null
  /** Chinese, for the receipt; null unless cosmetic. */
  readonly remark: string | null
  /** What stands for the tokens of the form and can be that. */
  readonly values: Readonly<Record<Token, string>>
  /** What stands in the places of all tokens, whether it can or not. */
  readonly parts: readonly string[]
  /** It had to be written otherwise first: held apart, or without a label in front. */
  readonly isApart?: true
  /** Words of the sender's own stand before it. */
  readonly isBehindWords?: true
}

export type CallForNames = Pick<
  Call,
  'naming' | 'unit' | 'university' | 'roster' | 'applicant' | 'form' | 'title' | 'short' | 'deliverables'
>

export type Name = {
  readonly tidied: Tidied
  readonly kind: NameKind
  readonly call: CallForNames
  readonly template: string
}

export const NO_VALUES = { values: {}, parts: [] }

export const wrong = (fault: NameFault | null, branch: BranchReading): NameReading => ({
  degree: 'wrong',
  branch,
  fault,
  remark: null,
  ...NO_VALUES,
})
