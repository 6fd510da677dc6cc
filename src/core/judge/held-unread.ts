import type { WhyUnreadable } from '../document/document.ts'
import type { Decision } from './decision.ts'
import type { Problem } from './problem.ts'
import { makeProblem } from './problem-text.ts'

/** What the file has no part in stays true. */
const outsideFile = ({ code }: Problem): boolean => /^(?:deadline|sender|branch\.excluded)/.test(code)

/** The decision on a message of which only the header could be read, through no fault of its sender: held, with the neutral receipt. */
export function heldUnread(decision: Decision, why: WhyUnreadable): Decision {
  const late = decision.outcome === 'rejected'
  return {
    ...decision,
    outcome: late ? 'rejected' : 'held',
    problems: late
      ? decision.problems
      : [...decision.problems.filter(outsideFile), makeProblem('file.unreadable', { detail: why })],
    answer: decision.answer === 'full' && !late ? 'neutral' : decision.answer,
  }
}
