import type { Call } from '../core/call/call.ts'
import type { CallFacts } from '../core/digest/facts.ts'
import type { Decision } from '../core/judge/decision.ts'
import { callFacts } from './digest-calls.ts'
import { type Related, withNoteState } from './digest-related.ts'
import { supersededAmong } from './digest-superseded.ts'

export type CallRowsNeeds = {
  /** Everything that belongs to the call. */
  readonly related: (call: string) => readonly Related[]
  /** The latest. */
  readonly decisionOn: (id: number, entry: number) => Decision | null
}

/** Where a call stands now, as the digest shows it. */
export function callNow(call: Call, { related: relatedTo, decisionOn }: CallRowsNeeds): CallFacts {
  const related = relatedTo(call.id).map(one => withNoteState(one, decisionOn))
  return callFacts(call, countingOf(related, decisionOn), supersededAmong(related, decisionOn))
}

/** What was closed without a decision makes no state. */
export const countingOf = (related: readonly Related[], decisionOn: CallRowsNeeds['decisionOn']): readonly Related[] =>
  related.filter(one => one.outcome !== 'held' || decisionOn(one.id, one.entry)?.closed !== true)
