import { WEEK } from '../words/parts-of-day.ts'
import { patternWith } from '../words/pattern.ts'
import { dayOf, weekday } from './day-words.ts'
import { lastOfMonth, readWeekday } from './relative-days.ts'
import { BY_THEN } from './vocabulary.ts'

/** A day that a written one may be, and what had to be supplied. */
type DayReading = { readonly day: string; readonly why: string }

/** A day as a sentence writes it: where, and which it may be. `run`: digits of a time that stuck to it. */
export type WrittenDay = {
  readonly from: number
  readonly to: number
  readonly readings: readonly DayReading[]
  readonly run: string | null
}

type Found = Omit<WrittenDay, 'readings'> & { readonly readings: readonly Reading[]; readonly said: string | null }
/** `year` and `month` are null where the sentence doesn't say them. */
type Reading = {
  readonly year: number | null
  readonly month: number | null
  readonly day: number
  readonly why: string
  /** 今年, 明年; 本月, 下月. */
  readonly relative?: string | undefined
  readonly monthWord?: string | undefined
}

const FULL = patternWith(
  'y',
)`(?:((?:19|20)\d\d)(?:年|(?=\d{1,2}月))|(今年|本年|明年))?(?:(\d{1,2})月(?:份)?|([本当下]月))?(\d{1,2})[日号](?:\(${WEEK}([一二三四五六日天])\))?`
const DOTTED = /((?:19|20)\d\d)[.\-/](\d{1,2})[.\-/](\d{1,2})(?!\d)日?/y
/** «520日»: 月 was lost. */
const MONTHLESS_RUN = /(?:((?:19|20)\d\d)年?)?(\d{3,4})[日号]/y
/** «5231200前», «520日»: everything between the digits was lost. */
const RUN = patternWith('y')`(?:((?:19|20)\d\d)年)?(\d{5,8})(?=${BY_THEN})`
/** «5月23前», «5月23 12:00前», «5月2312:00前»: 日 was lost. */
const HOUR = /(?:1\d|2[0-4]|0?[7-9])[:时点]/
const DAYLESS = patternWith('y')`(?:((?:19|20)\d\d)年)?(\d{1,2})月(\d{1,2}?)(?=${BY_THEN}|[上下中]午| ?${HOUR})`
/** «52517:00前». */
const DIGITS = patternWith('y')`(?:((?:19|20)\d\d)年?)?(\d{3,4}?)(?=${HOUR})`

/** «5.20前»: only where it can't be a number of something else. */
const SHORT = patternWith(
  'y',
)`(1[0-2]|0?[1-9])[./](\d{1,2})(?![\d./%])日?(?=\)?(?:\d{1,2}[:时点]|下班|${BY_THEN}|[上下中]午))`
const MONTH_END = /(?:((?:19|20)\d\d)年)?(?:(\d{1,2})月(?:份)?|([本当下]?月))底/y

/** The days that a folded sentence writes, in its order; `announced`: the notice's own day, which tells a year that isn't said. */
export function daysIn(text: string, announced: string): WrittenDay[] {
  const days: WrittenDay[] = []
  let last: { readonly to: number; readonly readings: readonly Reading[] } | null = null
  for (let at = 0; at < text.length; ) {
    const found = /\d/.test(text[at - 1] ?? '') ? null : dayAt(text, at, announced)
    if (found === null) at += 1
    else {
      const { said, readings, ...place } = found
      const start: Reading | undefined = SPANS.test(text.slice(last?.to, place.from)) ? last?.readings[0] : undefined
      const whole: readonly Reading[] = readings.map(reading => inMonthOf(start, reading))
      days.push({ ...place, readings: whole.flatMap(reading => completed(reading, said, announced)) })
      last = { to: found.to, readings: whole }
      at = found.to
    }
  }
  return days.filter(({ readings }) => readings.length > 0)
}

/** «6月9日至13日», «10月21日(周二)—24日». */
const SPANS = /^(?:\([^()]{0,8}\))?(?:至|到|[-—–~]){1,2}$/

const inMonthOf = (first: Reading | undefined, reading: Reading): Reading =>
  first === undefined || reading.month !== null || reading.monthWord !== undefined || reading.day < first.day
    ? reading
    : { ...reading, year: first.year, month: first.month, relative: first.relative }

type Written = { readonly match: RegExpExecArray; readonly announced: string }

/** The first that fits counts. */
const WAYS: readonly (readonly [RegExp, (written: Written) => Found])[] = [
  [DOTTED, ({ match }) => found(match, [reading(match[1], match[2], match[3])])],
  [FULL, ({ match }) => readFull(match)],
  [MONTHLESS_RUN, ({ match }) => found(match, splitDay(match[1], match[2] ?? '', `“${match[2]}日”疑缺“月”`))],
  [RUN, ({ match }) => readRun(match)],
  [DAYLESS, ({ match }) => found(match, [reading(match[1], match[2], match[3], '疑缺“日”')])],
  [DIGITS, ({ match }) => found(match, splitDay(match[1], match[2] ?? '', `“${match[2]}”疑缺“月”“日”`))],
  [SHORT, ({ match }) => found(match, [reading(undefined, match[1], match[2], `写作“${match[0]}”`)])],
  [MONTH_END, ({ match, announced }) => found(match, [endOfMonth(match, announced)])],
]

function dayAt(text: string, from: number, announced: string): Found | null {
  for (const [way, read] of WAYS) {
    way.lastIndex = from
    const match = way.exec(text)
    if (match !== null) return read({ match, announced })
  }
  const week = readWeekday(text, from, announced)
  if (week === null) return null
  const [year, month, day] = week.day.split('-')
  return {
    ...{ from, to: from + week.said.length, run: null, said: null },
    readings: [reading(year, month, day, `写作“${week.said}”`)],
  }
}

function endOfMonth([said, year, month, monthWord]: RegExpExecArray, announced: string): Reading {
  const [thisYear = 0, thisMonth = 1] = announced.split('-').map(Number)
  const number = month === undefined ? (monthWord === '下月' ? (thisMonth % 12) + 1 : thisMonth) : Number(month)
  const last = lastOfMonth(year === undefined ? thisYear : Number(year), number)
  return reading(year, String(number), String(last), `写作“${said}”`)
}

const found = (match: RegExpExecArray, readings: readonly Reading[], said: string | null = null): Found => ({
  ...{ from: match.index, to: match.index + match[0].length, readings, said, run: null },
})

const reading = (year: string | undefined, month: string | undefined, day: string | undefined, why = ''): Reading => ({
  year: year === undefined ? null : Number(year),
  month: month === undefined ? null : Number(month),
  day: Number(day),
  why,
})

function readFull(match: RegExpExecArray): Found {
  const [, year, relative, month, monthWord, day, said = null] = match
  const why = [relative, monthWord].filter(one => one !== undefined).join('')
  return found(match, [{ ...reading(year, month, day, why === '' ? '' : `写作“${why}”`), relative, monthWord }], said)
}

/** Every way to part digits into a month and a day. */
const splitDay = (year: string | undefined, digits: string, why: string): Reading[] =>
  [1, 2].flatMap(cut => {
    const [month, day] = [digits.slice(0, cut), digits.slice(cut)]
    const isDay = /^[1-9]\d?$/.test(day) && Number(month) >= 1 && Number(month) <= 12
    return isDay ? [reading(year, month, day, why)] : []
  })

/** «5231200»: month, day, hour and minute. */
function readRun(match: RegExpExecArray): Found {
  const [, year, digits = ''] = match
  const days = splitDay(year, digits.slice(0, -4), `“${digits}”疑缺“月”“日”和冒号`)
  return { ...found(match, days), run: digits.slice(-4) }
}

/** Year and month supplied from the day of the notice: the first such day from then on. */
function completed(written: Reading, said: string | null, announced: string): DayReading[] {
  const [year = 0, month = 0] = announced.split('-').map(Number)
  const given = written.relative === undefined ? written.year : year + (written.relative === '明年' ? 1 : 0)
  return monthsOf(written, month).flatMap(one => {
    const first = dayOf(given ?? year, one, written.day)
    const day = given === null && first !== null && first < announced ? dayOf(year + 1, one, written.day) : first
    if (day === null) return []
    const whys = [
      written.why,
      written.month === null && written.monthWord === undefined ? '未写月份' : '',
      given === null ? '未写年份' : '',
      said !== null && weekday(day) !== `周${said.replace('天', '日')}` ? `通知写周${said}, 实为${weekday(day)}` : '',
    ]
    return [{ day, why: whys.filter(why => why !== '').join(', ') }]
  })
}

function monthsOf({ month, monthWord }: Reading, current: number): readonly number[] {
  const next = (current % 12) + 1
  if (month !== null) return [month]
  if (monthWord === undefined) return [current, next]
  return [monthWord === '下月' ? next : current]
}
