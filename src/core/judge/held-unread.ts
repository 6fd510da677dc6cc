import type { Call } from '../call/call.ts'
import { nounsOf } from '../call/nouns.ts'
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
export const judgedByHeader = (
  [first, ...others]: Decisions,
  why: WhyUnreadable,
  calls: readonly Call[],
): Decisions => [unread(first, why, calls), ...others.map(one => unread(one, why, calls))]

const unread = (decision: Decision, why: WhyUnreadable, calls: readonly Call[]): Decision =>
  decision.relation === 'application' ? heldUnread(decision, why, calls) : decision

function heldUnread(decision: Decision, why: WhyUnreadable, calls: readonly Call[]): Decision {
  const nouns = nounsOf(calls.find(({ id }) => id === decision.call) ?? null)
  const late = decision.outcome === 'rejected'
  return {
    ...decision,
    outcome: late ? 'rejected' : 'held',
    problems: [...decision.problems.filter(outsideFile), makeProblem('file.unreadable', { detail: why }, nouns)],
    answer: decision.answer === 'full' && !late ? 'neutral' : decision.answer,
  }
}
