import { amendmentLine } from '../call/amendment-text.ts'
import { worded } from '../call/nouns.ts'
import { pendingText } from '../call/pending-call.ts'
import { dayIn } from '../text/day.ts'
import { clean } from '../text/quote.ts'
import { timeIn } from '../text/time.ts'
import { callName } from './call-name.ts'
import type { CallFacts, DigestCall, DigestFacts } from './facts.ts'
import { countOf, STATE_NAMES, type Standing } from './state-names.ts'

const ORDER: readonly Standing[] = [
  ...(['withdrawn', 'accepted', 'withdrawing', 'held', 'returned', 'rejected'] as const),
  ...(['declined', 'declining', 'evidence', 'none', 'excluded'] as const),
]
const COMMON: readonly Standing[] = ['accepted', 'held', 'returned', 'none']

/** «受理12个、待核验2个…», which add up to the rows; what is rare is named where there is any. Without a roster nobody is waited for. */
const countsText = (rows: CallFacts['rows'], inRoster: boolean): string =>
  ORDER.filter(standing => inRoster || standing !== 'none')
    .map(standing => ({ standing, count: countOf(rows, standing) }))
    .filter(({ standing, count }) => count > 0 || COMMON.includes(standing))
    .map(({ standing, count }) => `${STATE_NAMES[standing]}${count}个`)
    .join('、')

const stateOf = (call: DigestCall, facts: DigestFacts): string => {
  const { title, deadline, rows, unknownSubmissions, nouns, inRoster } = call
  const when = timeIn(deadline, facts.timezone)
  const today = dayIn(deadline, facts.timezone) === dayIn(facts.composedAt, facts.timezone) ? '（今日）' : ''
  const term = deadline < facts.composedAt ? `已于${when}截止` : `${when}截止${today}`
  const listed = rows.filter(row => row.listed)
  const whose = inRoster ? '{applicant}不明或不在名册中' : '{applicant}不明'
  const unknown = unknownSubmissions === 0 ? '' : worded(`；另有${unknownSubmissions}件，${whose}`, nouns)
  const short = callName(call.id, facts)
  const called = short === null || short === title ? '' : `（简称“${short}”）`
  return `${clean(title)}${called}：${term}，${worded(allText(listed, inRoster), nouns)}，${countsText(listed, inRoster)}${unknown}。`
}

/** Of one row of the roster there may be several. */
function allText(listed: CallFacts['rows'], inRoster: boolean): string {
  if (!inRoster) return `已有${listed.length}个{applicant}来件`
  const roots = new Set(listed.map(({ root }) => root)).size
  return `名册内${roots}个{applicant}${roots === listed.length ? '' : `、${listed.length}项申报`}`
}

/** What the committee amended, for staff. */
const amendmentsOf = ({ amendments, brief }: DigestCall, { timezone }: DigestFacts): readonly string[] =>
  amendments.length === 0 || brief
    ? []
    : [`通知变更：${amendments.map(one => clean(amendmentLine(one, timezone), 300)).join('；')}。`]

/** One sentence for each call, and one on what was amended; then those that are not open. */
export const callStates = (facts: DigestFacts): readonly string[] => [
  ...(facts.calls.length === 0
    ? ['目前没有受理中的通知。']
    : facts.calls.flatMap(call => [stateOf(call, facts), ...amendmentsOf(call, facts)])),
  ...facts.pending.map(one => `${clean(one.id)}${pendingText(one)}。`),
]
