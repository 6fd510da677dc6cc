import type { Decision } from '../core/decision.ts'
import type { PersonCase, Point } from '../core/digest/facts.ts'
import { problemTitle } from '../core/problem-text.ts'
import { isNew, type Related, senderOf } from './digest-related.ts'

export type Moment = {
  readonly at: Date
  readonly since: Date | null
  readonly deadlineOf: (call: string | null) => Date | undefined
  readonly decisionOn: (id: number) => Decision | null
}

/** Held submissions, returned ones past the deadline, and new accepted ones with something to verify: in this order. */
export function personCases(related: readonly Related[], moment: Moment): readonly PersonCase[] {
  const newest = newestStanding(related)
  const cases = related.flatMap(one => {
    if (one.relation !== 'application' || isOvertaken(one, newest)) return []
    const decision = moment.decisionOn(one.id)
    const points = decision === null ? [] : pointsOf(one, decision, moment)
    return points.length === 0 ? [] : [caseOf(one, points, decision)]
  })
  return [...cases].sort((a, b) => URGENCY.indexOf(a.outcome) - URGENCY.indexOf(b.outcome))
}

const URGENCY = ['held', 'returned', 'rejected', 'accepted', 'ignored'] as const

const caseOf = (one: Related, points: readonly Point[], decision: Decision | null): PersonCase => ({
  ...senderOf(one),
  call: one.call,
  branch: one.branch,
  outcome: one.outcome ?? 'held',
  codes: one.outcome === 'accepted' ? [] : (decision?.problems ?? []).map(({ code }) => code),
  points,
})

const keyOf = ({ call, branch }: Related): string => `${call}\n${branch}`

const newestStanding = (related: readonly Related[]): ReadonlyMap<string, number> =>
  new Map(related.filter(({ standing }) => standing).map(one => [keyOf(one), one.version ?? 0]))

/** A newer version that was accepted settles what was wrong with an older one of the branch. */
const isOvertaken = (one: Related, newest: ReadonlyMap<string, number>): boolean =>
  one.branch !== null && (newest.get(keyOf(one)) ?? 0) > (one.version ?? 0)

function pointsOf(one: Related, decision: Decision, { at, since, deadlineOf }: Moment): readonly Point[] {
  const problems = decision.problems.map(({ code, seen }) => ({
    reason: problemTitle(code),
    evidence: seen === null ? [] : [seen],
  }))
  if (one.outcome === 'held') return problems.length === 0 ? [{ reason: '需人工核验', evidence: [] }] : problems
  const deadline = deadlineOf(one.call)
  if (one.outcome === 'returned' && deadline !== undefined && at > deadline)
    return [{ reason: '退回后至截止时未补正', evidence: [] }, ...problems]
  return one.outcome === 'accepted' && isNew(one, since) ? toVerify(decision) : []
}

/** What a machine could not tell; 现实表现 can never be told from a form and would stand at every branch. */
const toVerify = ({ checks }: Decision): readonly Point[] =>
  (checks ?? [])
    .filter(({ id, verdict }) => verdict === 'review' && id !== 'conduct')
    .map(({ note, evidence }) => ({ reason: note, evidence: evidence.slice(0, 2) }))
