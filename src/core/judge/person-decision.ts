import type { Decision, Outcome } from './decision.ts'

/** What a person can decide of a submission. */
export type Verdict = 'accept' | 'return' | 'reject'

/** The same, and what people do to a case besides. */
export type Deed = Verdict | 'withdraw' | 'keep' | 'close' | 'undo'

const OUTCOMES = { accept: 'accepted', return: 'returned', reject: 'rejected' } as const satisfies Record<
  Verdict,
  Outcome
>

/** `branch`: null leaves it as it is. */
export type Said = { readonly verdict: Verdict; readonly branch: string | null; readonly withoutForm: boolean }

/**
 * The decision as a person leaves it: what was found stays as found, the outcome is theirs. Whoever decides has looked at the sender,
 * so that the answer may say what was decided; who is never answered stays so.
 */
export const decidedAs = (found: Decision, { verdict, branch, withoutForm }: Said): Decision => ({
  ...asFound(found),
  outcome: OUTCOMES[verdict],
  branch: branch === null ? found.branch : { name: branch },
  answer: found.answer === 'neutral' ? 'full' : found.answer,
  ...(verdict === 'accept' && withoutForm ? { withoutForm: true } : {}),
})

/** A withdrawal, or «不申报», that a person confirmed. */
export const withdrawn = (found: Decision, branch: string | null): Decision => ({
  ...kept(found, branch),
  ...(found.relation === 'withdrawal' ? { ended: true } : {}),
})

/** A withdrawal that is not confirmed, or evidence that is taken into the papers. Who is a stranger to the branch learns no more than before. */
export const kept = (found: Decision, branch: string | null): Decision => ({
  ...asFound(found),
  outcome: 'noted',
  branch: branch === null ? found.branch : { name: branch },
  answer: found.answer === 'neutral' && found.stranger !== true ? 'full' : found.answer,
  settled: true,
})

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
  const { outcome, branch, replayed, withoutForm, closed, undone, ended, settled } = lot
  const said = Object.fromEntries(
    Object.entries({ replayed, withoutForm, closed, undone, ended, settled }).filter(([, flag]) => flag !== undefined),
  )
  return { ...asFound(own), outcome, branch, ...said }
}
