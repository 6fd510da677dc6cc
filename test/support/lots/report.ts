import { add, f1, precision, recall, type Score, type ScoredField } from './score.ts'
import type { Fault, Judged } from './verdict.ts'

/** What came of the forms of a family. */
export type Tally = {
  readonly scores: Map<ScoredField, Score>
  readonly outcomes: Map<string, number>
  /** The seeds of the forms with a fault. */
  readonly faults: Map<Fault, number[]>
  /** The seeds of the forms of which a field was not read right. */
  readonly misread: Map<ScoredField, number[]>
}

export const emptyTally = (): Tally => ({
  scores: new Map(),
  outcomes: new Map(),
  faults: new Map(),
  misread: new Map(),
})

const NONE: Score = { right: 0, read: 0, there: 0 }

export function tallied(tally: Tally, seed: number, { scores, faults, decision }: Judged): void {
  const told = [decision.outcome, ...decision.problems.map(({ code }) => code)].join(' ')
  tally.outcomes.set(told, (tally.outcomes.get(told) ?? 0) + 1)
  for (const fault of faults) tally.faults.set(fault, [...(tally.faults.get(fault) ?? []), seed])
  for (const [field, score] of scores) {
    tally.scores.set(field, add(tally.scores.get(field) ?? NONE, score))
    if (score.right < score.there || score.right < score.read)
      tally.misread.set(field, [...(tally.misread.get(field) ?? []), seed])
  }
}

/** All fields but the finer ones of honours, which count with them. */
export const overall = ({ scores }: Tally): Score =>
  [...scores].filter(([field]) => !field.startsWith('honours.')).reduce((sum, [, score]) => add(sum, score), NONE)

const share = (value: number): string => value.toFixed(3)
const SEEDS = 8

export function reportLines(tally: Tally): string[] {
  const row = (name: string, score: Score, seeds: readonly number[]): string =>
    [
      name.padEnd(16),
      ...[precision(score), recall(score), f1(score)].map(share),
      `${score.right}/${score.read}/${score.there}`.padEnd(14),
      some(seeds),
    ].join('  ')
  const outcomes = [...tally.outcomes].sort(([, one], [, other]) => other - one).slice(0, 12)
  return [
    'field             prec.  recall F1     right/read/there  misread',
    ...[...tally.scores]
      .filter(([, { read, there }]) => read + there > 0)
      .map(([field, score]) => row(field, score, tally.misread.get(field) ?? [])),
    row('all', overall(tally), []),
    ...[...tally.faults].map(([fault, seeds]) => `${fault}: ${seeds.length}  seeds ${some(seeds)}`),
    ...outcomes.map(([outcome, count]) => `${String(count).padStart(5)} ${outcome}`),
  ]
}

const some = (seeds: readonly number[]): string => seeds.slice(0, SEEDS).join(' ') + (seeds.length > SEEDS ? ' …' : '')
