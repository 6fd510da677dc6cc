import type { Call } from '../core/call/call.ts'
import type { DigestFacts, PersonCase } from '../core/digest/facts.ts'
import type { Related } from './digest-related.ts'

const TWO_WEEKS = 14 * 86_400_000
const UNSENT = ['due', 'sending', 'unknown']

/** What of a call is not over: a case to decide, a reply that has not gone out. */
const isUnfinished = ({ id }: Call, cases: readonly PersonCase[], related: readonly Related[]): boolean =>
  cases.some(({ call, outcome }) => call === id && outcome !== 'accepted') ||
  related.some(one => one.call === id && isUnsent(one))

const isUnsent = ({ reply, withheldFor }: Related): boolean =>
  UNSENT.includes(reply?.state ?? '') || withheldFor === 'cap' || withheldFor === 'hold'

export type Seen = {
  readonly kind: DigestFacts['kind']
  readonly at: Date
  readonly cases: readonly PersonCase[]
  readonly related: readonly Related[]
}

/**
 * How much of a digest each call takes: an open one all; a closed one a paragraph, and nothing once two weeks have passed
 * and nothing of it is open or unsent. The one whose deadline a digest is about, and the last ones while no other is open, are shown whole.
 */
export function shownCalls(calls: readonly Call[], seen: Seen): readonly { call: Call; brief: boolean }[] {
  const { at, cases, related } = seen
  const isAnyOpen = calls.some(({ deadline }) => at <= deadline)
  return calls.flatMap(call => {
    const past = at.getTime() - call.deadline.getTime()
    if (past <= 0 || isWhole(call, calls, seen)) return [{ call, brief: false }]
    if (past > TWO_WEEKS && !isUnfinished(call, cases, related)) return []
    return [{ call, brief: isAnyOpen || past > TWO_WEEKS }]
  })
}

function isWhole({ deadline }: Call, calls: readonly Call[], { kind, at }: Seen): boolean {
  if (kind !== 'deadline') return false
  const last = Math.max(...calls.map(one => one.deadline.getTime()).filter(time => time < at.getTime()))
  return deadline.getTime() === last
}
