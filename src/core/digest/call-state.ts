import { clean } from '../quote.ts'
import { beijing } from '../time.ts'
import type { CallFacts, DigestFacts } from './facts.ts'
import { countOf, STATE_NAMES } from './state-names.ts'

/** «受理12个、待核验2个…»; refused ones are named where there are any. */
const countsText = (rows: CallFacts['rows']): string =>
  (['accepted', 'held', 'returned', 'rejected', 'none'] as const)
    .map(state => ({ state, count: countOf(rows, state) }))
    .filter(({ state, count }) => state !== 'rejected' || count > 0)
    .map(({ state, count }) => `${STATE_NAMES[state]}${count}个`)
    .join('、')

const stateOf = ({ title, deadline, rows, unknownBranchSubmissions }: CallFacts, facts: DigestFacts): string => {
  const when = beijing(deadline, facts.timezone)
  const term = deadline < facts.composedAt ? `已于${when}截止` : `${when}截止`
  const listed = rows.filter(row => row.listed)
  const unknown = unknownBranchSubmissions === 0 ? '' : `；另有${unknownBranchSubmissions}件的支部不在名册中`
  return `${clean(title)}：${term}，名册内${listed.length}个支部，${countsText(listed)}${unknown}。`
}

/** One sentence for each call. */
export const callStates = (facts: DigestFacts): readonly string[] =>
  facts.calls.length === 0 ? ['目前没有受理中的通知。'] : facts.calls.map(call => stateOf(call, facts))
