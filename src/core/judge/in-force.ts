import type { Nouns } from '../call/nouns.ts'
import type { Decision } from './decision.ts'
import { makeProblem } from './problem-text.ts'

/** A decision as it stands on record: the machine's where `decidedBy` is null. */
export type OnRecord = {
  readonly id: number
  readonly decision: Decision
  readonly decidedBy: string | null
  readonly reason: string | null
  readonly decidedAt: Date
}

/** Who decides where time does. */
export const SYSTEM = '系统'

/** The decisions on a message, in the order in which they were made, without those that a person took back. */
export function inForce<One extends Pick<OnRecord, 'decision'>>(decisions: readonly One[]): readonly One[] {
  const force: One[] = []
  for (const one of decisions) {
    if (one.decision.undone === true) force.pop()
    else force.push(one)
  }
  return force
}

/** Somebody weighed the case, and said so: no other configuration changes that. */
export const isByPerson = ({ decidedBy, decision }: Pick<OnRecord, 'decidedBy' | 'decision'>): boolean =>
  decidedBy !== null && decidedBy !== SYSTEM && decision.replayed !== true

/** A person's words that are meant for the sender: why something is returned or refused. null: there are none. */
export const toldReason = (one: Pick<OnRecord, 'decision' | 'decidedBy' | 'reason'>): string | null =>
  isByPerson(one) && isTold(one.decision) ? one.reason : null

/** The committee's reasons for excluding a branch are told to nobody. */
const isTold = ({ outcome, problems, closed }: Pick<Decision, 'outcome' | 'problems' | 'closed'>): boolean =>
  closed !== true &&
  (outcome === 'returned' || outcome === 'rejected') &&
  !problems.some(({ code }) => code === 'branch.excluded')

/** The same decision on a branch that is excluded by now. */
export const excluding = (decision: Decision, nouns: Nouns): Decision =>
  decision.problems.some(({ code }) => code === 'branch.excluded')
    ? decision
    : {
        ...decision,
        problems: [
          ...decision.problems,
          makeProblem('branch.excluded', { seen: decision.branch?.name ?? null }, nouns),
        ],
      }
