import type { Problem, ProblemCode } from '../../src/core/judge/problem.ts'
import { makeProblem as make, type ProblemFacts } from '../../src/core/judge/problem-text.ts'
import { shippedCall } from './shipped-call.ts'

/** A problem in the words of the shipped call. */
export const makeProblem = (code: ProblemCode, facts: ProblemFacts = {}): Problem =>
  make(code, facts, shippedCall.nouns)
