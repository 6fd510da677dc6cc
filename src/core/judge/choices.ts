import type { Decision } from './decision.ts'
import { formBrought } from './form-brought.ts'
import type { Deed } from './person-decision.ts'

export type Choice = Exclude<Deed, 'undo'>

/** `isOver`: the deadline has passed. */
export type Case = {
  readonly decision: Pick<Decision, 'form' | 'problems' | 'documents' | 'answer' | 'outcome'>
  readonly isOver: boolean
}

/**
 * What can rightly be decided of a case, the likeliest first. Without a form nothing is accepted as a matter of course; nobody is asked to
 * mend what there is no time for; and whoever is never answered is neither asked nor refused, for nobody would tell them.
 */
export function choicesFor({ decision, isOver }: Case): readonly Choice[] {
  const answers = decision.answer !== 'never'
  return [
    ...(formBrought(decision) === 'none' ? [] : ['accept' as const]),
    ...(answers && !isOver && decision.outcome !== 'returned' ? ['return' as const] : []),
    ...(answers && decision.outcome !== 'rejected' ? ['reject' as const] : []),
    'close',
  ]
}
