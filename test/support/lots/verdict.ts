import type { Decision } from '../../../src/core/judge/decision.ts'
import type { Drawn } from './families.ts'
import { type Scores, scoreForm } from './score.ts'
import { type ToldForm, toldOf } from './told.ts'

/** What may be wrong with a form's decision, in the words of the report. */
export type Fault =
  /** A complete form is returned or refused. */
  | 'wrongful'
  /** A complete form's field is said to be empty. */
  | 'reproached'
  /** An emptied field is not said to be empty. */
  | 'missed'
  /** A blank or last cycle's form, or an unrelated paper, is taken for another of these, or for a filled form. */
  | 'confused'
  /** A complete form is kept from being accepted. */
  | 'not accepted'

export type Judged = {
  readonly told: ToldForm
  readonly scores: Scores
  readonly faults: readonly Fault[]
  readonly decision: Decision
}

export function judgedForm(drawn: Drawn, decision: Decision): Judged {
  const told = toldOf(decision.form)
  return {
    told,
    scores: scoreForm(told, drawn.answers, drawn.asked),
    faults: faultsOf(drawn, decision, told),
    decision,
  }
}

function faultsOf({ expected, emptied, asked }: Drawn, { outcome, problems }: Decision, told: ToldForm): Fault[] {
  if (expected === 'complete') {
    const isReproached = [...told.empty].some(key => asked.has(key as never))
    return [
      ...(outcome === 'returned' || outcome === 'rejected' ? (['wrongful'] as const) : []),
      ...(isReproached ? (['reproached'] as const) : []),
      ...(outcome === 'accepted' ? [] : (['not accepted'] as const)),
    ]
  }
  if (expected === 'emptied') {
    const others = [...told.empty].filter(key => key !== emptied && asked.has(key as never))
    const isMissed = outcome !== 'returned' || emptied === null || !told.empty.has(emptied)
    return [...(isMissed ? (['missed'] as const) : []), ...(others.length > 0 ? (['reproached'] as const) : [])]
  }
  const codes = problems.map(({ code }) => code)
  // A blank in other words than the template's may be left to people, and so may what isn't proven another thing.
  const orHeld = expected !== 'outdated' && codes.includes('file.unreadable')
  const isRight = orHeld || codes.includes(expected === 'unrelated' ? 'form.absent' : `form.${expected}`)
  return isRight ? [] : ['confused']
}
