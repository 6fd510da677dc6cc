import { listed } from '../words/listed.ts'
import { PARTS_OF_DAY } from '../words/parts-of-day.ts'
import { pattern } from '../words/pattern.ts'
import { withDigits } from './day-words.ts'
import { daysIn, type WrittenDay } from './deadline-days.ts'
import { timesOf, WEEKDAY_BEHIND } from './deadline-times.ts'
import { isOther, POSTPONED, SENDS, whereFor } from './deadline-where.ts'
import { withoutClosing } from './later-stages.ts'
import type { Notice, Sentence } from './notice.ts'
import { BY_THEN } from './vocabulary.ts'

/** An instant that a sentence may mean, and what of it the sentence doesn't say. */
type Candidate = { readonly at: string; readonly why: string }

/** What is asked of a person: never decided, however plain it looks. */
export type DeadlineQuestion = { readonly candidates: readonly Candidate[]; readonly said: readonly string[] }

const BEFORE_WORDS = listed('截止 截至 最迟 不晚于 不迟于 务必于 须于 需于 请于 应于 即日起至')
const MOST = 10

const BOUND = pattern`^\)?(?:\([^()]{0,12}\))?,?${BY_THEN}`
const BEFORE = pattern`${[...BEFORE_WORDS, POSTPONED]}[^,。]{0,12}$|(?:时间|日期|期限)[为是]?:?$`
/** «10月20日-11月7日»: the end of a span. */
const SPAN = /(?:日|号|起)(?:\([^()]{0,6}\))?(?:\d{1,2}[:时点]\d{0,2})?(?:至|到|-|—|–|~){1,2}$/

type Found = {
  readonly said: string
  readonly text: string
  readonly day: WrittenDay
  readonly weight: number
  readonly where: string
}

/** The instants that may be the deadline, the likeliest first; `bases`: the notice's day, or the days that it may be of. */
export function readDeadline(notice: Notice, bases: readonly string[]): DeadlineQuestion {
  const { sentences } = withoutClosing(notice)
  const found = bases
    .flatMap(base => sentences.flatMap((sentence, index) => foundIn(sentence, sentences[index - 1], base)))
    .sort((a, b) => b.weight - a.weight)
  const [best] = found
  if (best === undefined) return { candidates: [], said: sentences.filter(isUndated).map(({ said }) => said) }
  const candidates = found.flatMap(one => candidatesOf(one, bases[0] ?? ''))
  return {
    candidates: withoutGuesses(unique(candidates)).slice(0, MOST),
    said: [...new Set(found.map(({ said }) => said))],
  }
}

function foundIn({ said, folded }: Sentence, before: Sentence | undefined, base: string): Found[] {
  const text = withDigits(folded)
  const days = daysIn(text, base)
  return days.flatMap((day, at) => {
    if (!isBound(text, day)) return []
    const ahead = text.slice(0, day.from)
    const around = SPAN.test(ahead) ? text : text.slice(days[at - 1]?.to ?? 0, days[at + 1]?.from)
    const { weight, where } = whereFor({ text, around, ahead, before: before?.folded ?? '' })
    return weight > 0 ? [{ said, text, day, weight, where }] : []
  })
}

/** «下午4点前发至邮箱», «另行通知», «10个工作日内»: about the deadline, and no day in it. */
const isUndated = ({ folded }: Sentence): boolean =>
  /截止|截至|逾期/.test(folded) ||
  (SENDS.test(folded) &&
    !isOther(folded) &&
    /\d(?:[:时点日月][^,。]{0,4})?(?:之|以)?前|另行通知|(?:工作日|[日天周]|个月)(?:之|以)?内/.test(folded))

/** «3月10日9时至4月25日17时»: the day from which on. */
const OPENS_SPAN = /^(?:至|到|-|—|–|~){1,2}(?:(?:19|20)\d\d年)?\d{1,2}[月日号]/

const isBound = (text: string, { from, to }: WrittenDay): boolean => {
  const [ahead, rest] = [text.slice(0, from), text.slice(to)]
  if (OPENS_SPAN.test(rest.replace(TIME, ''))) return false
  return BOUND.test(rest.replace(TIME, '')) || BEFORE.test(ahead) || (SPAN.test(ahead) && !isOther(text))
}

/** A time of day with whatever stands around it. */
const CLOCK = /\d{1,4}(?:[:时点]\d{0,2}(?::\d{2}|分)?[半整]?)?|下班|当[日天]|24/
const TIME = pattern`^${WEEKDAY_BEHIND}${PARTS_OF_DAY}?(?:北京时间)?${CLOCK}?`

function candidatesOf({ text, day, where }: Found, announced: string): Candidate[] {
  const times = timesOf(text.slice(day.to), day.run)
  return day.readings.flatMap(reading =>
    times.map(({ time, why }) => ({
      at: `${reading.day}T${time}+08:00`,
      why: [where, reading.why, why, reading.day < announced ? '早于通知日期' : '']
        .filter(one => one !== '')
        .join(', '),
    })),
  )
}

/** Of a day whose hour is said somewhere no other hour is likely. */
const withoutGuesses = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(
    ({ at, why }) =>
      !isGuessed(why) || !candidates.some(other => other.at.slice(0, 10) === at.slice(0, 10) && !isGuessed(other.why)),
  )

const isGuessed = (why: string): boolean => why.includes('未写时刻')

const unique = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter((one, index) => candidates.findIndex(({ at }) => at === one.at) === index)
