import type { Problem } from '../problem.ts'

/**
 * What a problem means for the outcome, in the order of precedence: `late` and `final` reject, `uncertain` and `doubt` hold,
 * `fixable` returns while there is time, `person` holds.
 */
type Gravity = 'late' | 'uncertain' | 'final' | 'doubt' | 'fixable' | 'person'

export type Finding = { readonly gravity: Gravity; readonly problem: Problem }

export const finding = (gravity: Gravity, problem: Problem): Finding => ({ gravity, problem })
