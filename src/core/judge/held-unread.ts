import type { WhyUnreadable } from '../document/document.ts'
import type { Decision, Decisions } from './decision.ts'
import type { Problem } from './problem.ts'
import { makeProblem } from './problem-text.ts'

/** What the file has no part in stays true. */
const outsideFile = ({ code }: Problem): boolean => /^(?:deadline|sender|branch\.excluded)/.test(code)

/** Too large to be downloaded and read: what the header says must do. */
export const isTooLarge = (size: number, limits: { readonly messageBytes: number }): boolean =>
  size > limits.messageBytes

/**
 * The decision on a message of which only the header could be read, through no fault of its sender: what applies to a call is held, with the
 * neutral receipt.
 */
export const judgedByHeader = ([first, ...others]: Decisions, why: WhyUnreadable): Decisions => [
  unread(first, why),
  ...others.map(one => unread(one, why)),
]

const unread = (decision: Decision, why: WhyUnreadable): Decision =>
  decision.relation === 'application' ? heldUnread(decision, why) : decision

function heldUnread(decision: Decision, why: WhyUnreadable): Decision {
  const late = decision.outcome === 'rejected'
  return {
    ...decision,
    outcome: late ? 'rejected' : 'held',
    problems: [...decision.problems.filter(outsideFile), makeProblem('file.unreadable', { detail: why })],
    answer: decision.answer === 'full' && !late ? 'neutral' : decision.answer,
  }
}
