import { amendmentLine } from '../call/amendment-text.ts'
import { pendingText } from '../call/pending-call.ts'
import { clean } from '../text/quote.ts'
import { beijing } from '../text/time.ts'
import type { CallFacts, DigestFacts } from './facts.ts'
import { countOf, STATE_NAMES, type Standing } from './state-names.ts'

const ORDER: readonly Standing[] = [
  ...(['withdrawn', 'accepted', 'withdrawing', 'held', 'returned', 'rejected'] as const),
  ...(['declined', 'declining', 'evidence', 'none', 'excluded'] as const),
]
const COMMON: readonly Standing[] = ['accepted', 'held', 'returned', 'none']

/** «受理12个、待核验2个…», which add up to the roster; what is rare is named where there is any. */
const countsText = (rows: CallFacts['rows']): string =>
  ORDER.map(standing => ({ standing, count: countOf(rows, standing) }))
    .filter(({ standing, count }) => count > 0 || COMMON.includes(standing))
    .map(({ standing, count }) => `${STATE_NAMES[standing]}${count}个`)
    .join('、')

const stateOf = ({ title, deadline, rows, unknownBranchSubmissions }: CallFacts, facts: DigestFacts): string => {
  const when = beijing(deadline, facts.timezone)
  const term = deadline < facts.composedAt ? `已于${when}截止` : `${when}截止`
  const listed = rows.filter(row => row.listed)
  const unknown = unknownBranchSubmissions === 0 ? '' : `；另有${unknownBranchSubmissions}件，支部不明或不在名册中`
  return `${clean(title)}：${term}，名册内${listed.length}个支部，${countsText(listed)}${unknown}。`
}

/** What the committee amended, for staff. */
const amendmentsOf = ({ amendments = [], brief }: CallFacts, { timezone }: DigestFacts): readonly string[] =>
  amendments.length === 0 || brief === true
    ? []
    : [`通知变更：${amendments.map(one => clean(amendmentLine(one, timezone), 300)).join('；')}。`]

/** One sentence for each call, and one on what was amended; then those that are not open. */
export const callStates = (facts: DigestFacts): readonly string[] => [
  ...(facts.calls.length === 0
    ? ['目前没有受理中的通知。']
    : facts.calls.flatMap(call => [stateOf(call, facts), ...amendmentsOf(call, facts)])),
  ...(facts.pending ?? []).map(one => `${clean(one.id)}${pendingText(one)}。`),
]
