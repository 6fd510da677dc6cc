import type { Decision, Outcome } from './decision.ts'

/** What a person can decide of a submission. */
export type Verdict = 'accept' | 'return' | 'reject'

const OUTCOMES = { accept: 'accepted', return: 'returned', reject: 'rejected' } as const satisfies Record<
  Verdict,
  Outcome
>

/**
 * The decision as a person leaves it: what was found stays as found, the outcome is theirs. Whoever decides has looked at the sender,
 * so that the answer may say what was decided; who is never answered stays so.
 */
export const decidedAs = (found: Decision, verdict: Verdict, branch: string | null): Decision => ({
  ...found,
  outcome: OUTCOMES[verdict],
  branch: branch === null ? found.branch : { name: branch },
  answer: found.answer === 'neutral' ? 'full' : found.answer,
})
