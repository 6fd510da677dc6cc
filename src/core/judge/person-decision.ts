import type { Applicant } from '../call/applicant.ts'
import type { Decision, Outcome } from './decision.ts'

/** What a person can decide of a submission. */
export type Verdict = 'accept' | 'return' | 'reject'

/** The same, and what people do to a case besides. */
export type Deed = Verdict | 'withdraw' | 'keep' | 'close' | 'undo'

const OUTCOMES = { accept: 'accepted', return: 'returned', reject: 'rejected' } as const satisfies Record<
  Verdict,
  Outcome
>

/** Who applies, as a person says: of a roster its row, else the applicant alone. */
export type Whose = { readonly branch: { readonly name: string } | null; readonly applicant?: Applicant }

/** `whose`: null leaves it as it is. */
type Said = { readonly verdict: Verdict; readonly whose: Whose | null; readonly withoutForm: boolean }

/**
 * The decision as a person leaves it: what was found stays as found, the outcome is theirs. Whoever decides has looked at the sender,
 * so that the answer may say what was decided; who is never answered stays so.
 */
export const decidedAs = (found: Decision, { verdict, whose, withoutForm }: Said): Decision => ({
  ...ofWhom(asFound(found), whose),
  outcome: OUTCOMES[verdict],
  answer: found.answer === 'neutral' ? 'full' : found.answer,
  ...(verdict === 'accept' && withoutForm ? { withoutForm: true } : {}),
})

/** A withdrawal, or «不申报», that a person confirmed. */
export const withdrawn = (found: Decision, whose: Whose | null): Decision => ({
  ...kept(found, whose),
  ...(found.relation === 'withdrawal' ? { ended: true } : {}),
})

/** A withdrawal that is not confirmed, or evidence that is taken into the papers. Who is a stranger to the branch learns no more than before. */
export const kept = (found: Decision, whose: Whose | null): Decision => ({
  ...ofWhom(asFound(found), whose),
  outcome: 'noted',
  answer: found.answer === 'neutral' && found.stranger !== true ? 'full' : found.answer,
  settled: true,
})

function ofWhom(decision: Decision, whose: Whose | null): Decision {
  if (whose === null) return decision
  const { applicant: _, ...found } = decision
  return { ...found, ...whose }
}

/** A closed case keeps its outcome. */
export const closed = (found: Decision): Decision => ({ ...asFound(found), closed: true })

/** What was in force before is again. */
export const broughtBack = (before: Decision): Decision => ({ ...before, undone: true })

/** What was said of the decision before doesn't hold for the next one. */
export function asFound(decision: Decision): Decision {
  const { replayed: _, withoutForm: __, closed: ___, undone: ____, ended: _____, settled: ______, ...found } = decision
  return found
}

/** A mail that brought the same files shares the lot of the version that it repeats. */
export function sharing(own: Decision, lot: Decision): Decision {
  const { outcome, branch, applicant, replayed, withoutForm, closed, undone, ended, settled } = lot
  const said = Object.fromEntries(
    Object.entries({ replayed, withoutForm, closed, undone, ended, settled }).filter(([, flag]) => flag !== undefined),
  )
  return { ...ofWhom(asFound(own), { branch, ...(applicant === undefined ? {} : { applicant }) }), outcome, ...said }
}
