import type { Call } from '../call/call.ts'
import type { Decision } from './decision.ts'
import { formBrought } from './form-brought.ts'
import type { Deed } from './person-decision.ts'

export type Choice = Exclude<Deed, 'undo'>

/** `isOver`: the deadline has passed. */
type Case = {
  readonly decision: Pick<Decision, 'form' | 'problems' | 'documents' | 'answer' | 'outcome'> &
    Partial<Pick<Decision, 'relation' | 'brought' | 'kept'>>
  readonly call: Pick<Call, 'deliverables'> | null
  readonly isOver: boolean
}

/**
 * What can rightly be decided of a case, the likeliest first. Without a form nothing is accepted as a matter of course; nobody is asked to
 * mend what there is no time for; and whoever is never answered is neither asked nor refused, for nobody would tell them.
 */
export function choicesFor({ decision, call, isOver }: Case): readonly Choice[] {
  const ofNote = OF_NOTES[decision.relation ?? 'application']
  if (ofNote !== undefined) return ofNote
  const answers = decision.answer !== 'never'
  return [
    ...(formBrought(decision, call) === 'none' ? [] : ['accept' as const]),
    ...(answers && !isOver && decision.outcome !== 'returned' ? ['return' as const] : []),
    ...(answers && decision.outcome !== 'rejected' ? ['reject' as const] : []),
    'close',
  ]
}

/** What belongs to an application and is no version of it. */
const OF_NOTES: Partial<Readonly<Record<Decision['relation'], readonly Choice[]>>> = {
  withdrawal: ['withdraw', 'keep', 'close'],
  declined: ['withdraw', 'close'],
  evidence: ['keep', 'close'],
}
