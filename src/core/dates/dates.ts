import type { Month } from '../call/call.ts'
import { readNumeral } from './chinese-numerals.ts'
import { type DatePoint, MONTH, monthText, readBareYear, readPoint, readYear, YEAR } from './date-point.ts'

/** A time as somebody wrote it: whole months, both included. */
export type Interval = {
  readonly from: Month
  readonly to: Month
  /** The first month of what was written as its end: of «2024-2026年» 2026-01; a single date is its own end. */
  readonly endFrom: Month
  /** As in the form's JSON: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM/YYYY-MM`. */
  readonly date: string
  readonly written: string
  /** Where it stands in the text, in UTF-16 units. */
  readonly at: number
  /** Whether an end was written («2022年3月至2024年3月»). */
  readonly isRange: boolean
}

/** More than any honour or measure takes. */
const LONGEST_TEXT = 20_000
const CONNECTOR = /^\s?(?:[-—–−~～至到]{1,2})\s?/
const TODAY = /^(?:今|现在|目前)/
/** What a year begins with, before anything is folded: most texts tell no time. */
const ANY_YEAR = /[\d０-９一二]/
const BEGINNING = new RegExp(`(?<!\\d)(?=${YEAR})`, 'g')
const ACADEMIC = new RegExp(
  `^(?<y>${YEAR})\\s?年?\\s?(?:[-—–−~～至到/]{1,2}\\s?(?<z>${YEAR}|\\d\\d)\\s?)?学年度?\\s?(?:第?(?<t>[一二12])学期)?`,
)
const SEMESTER = new RegExp(`^(?<y>${YEAR})\\s?年?\\s?(?<t>[春秋])季?学期`)
const END_MONTH = new RegExp(`^(?<m>${MONTH})\\s?月(?:\\s?\\d{1,2}\\s?[日号])?`)
const END_HALF = /^(?<half>[上下])半年/
const YEAR_RANGE = new RegExp(`^[-—–~～至到]{1,2}\\s?${YEAR}`)
const BARE_MONTH = /^(?<m>0?[1-9]|1[0-2])(?![\d.%年])/

/** All times that a text tells, in its order. `today` is what «至今» means. */
export function readIntervals(text: string, today: Month | null = null): Interval[] {
  if (!ANY_YEAR.test(text)) return []
  const folded = foldWidth(text.slice(0, LONGEST_TEXT))
  const found: Interval[] = []
  let end = 0
  for (const { index } of folded.matchAll(BEGINNING)) {
    if (index < end) continue
    const read = readAt(folded, index, today)
    if (read === null) continue
    end = index + read.length
    if (read.times === null) continue
    found.push({ ...read.times, written: text.slice(index, end).trim(), at: index })
  }
  return found
}

/** So much of a text is a time; null where it can't be one (it ends before it begins). */
type Read = {
  readonly times: Pick<Interval, 'from' | 'to' | 'endFrom' | 'date' | 'isRange'> | null
  readonly length: number
}

function readAt(text: string, at: number, today: Month | null): Read | null {
  const rest = text.slice(at, at + 60)
  const academic = readAcademic(rest)
  if (academic !== null) return academic
  const point = readPoint(rest) ?? bareYear(text, at)
  return point === null ? null : readEnd(rest, point, today)
}

/** 2021-2022学年 begins in September; its second term (春季学期) in February. */
function readAcademic(rest: string): Read | null {
  const spring = SEMESTER.exec(rest)
  if (spring !== null) return term(readYear(spring.groups?.y), spring.groups?.t ?? '', spring[0].length)
  const match = ACADEMIC.exec(rest)
  const { y, z, t } = match?.groups ?? {}
  const first = readYear(y)
  if (match === null || first === null) return null
  if (t !== undefined) return term(/[一1]/.test(t) ? first : first + 1, /[一1]/.test(t) ? '秋' : '春', match[0].length)
  const last = z === undefined ? first + 1 : readYear(z)
  if (last === null || last <= first) return { times: null, length: match[0].length }
  return span({ from: `${first}-09`, to: `${last}-08`, endFrom: `${first}-09` }, match[0].length)
}

function term(year: number | null, season: string, length: number): Read | null {
  if (year === null) return null
  const [from, to] = season === '秋' ? [`${year}-09`, `${year + 1}-01`] : [`${year}-02`, `${year}-08`]
  return span({ from, to, endFrom: from }, length)
}

const span = (months: Pick<Interval, 'from' | 'to' | 'endFrom'>, length: number): Read => ({
  times: { ...months, date: `${months.from}/${months.to}`, isRange: true },
  length,
})

/** «2021、2022年», or a cell that holds nothing but a year. */
function bareYear(text: string, at: number): DatePoint | null {
  const point = readBareYear(text.slice(at))
  if (point === null) return null
  const before = text.slice(0, at).trimEnd().at(-1) ?? '、'
  const after = text.slice(at + point.length).trimStart()
  const isAlone = /^[、,，;；和及与/(（|\n]$/.test(before) && (after === '' || /^[、,，;；和及与/)）|\n]/.test(after))
  return isAlone || YEAR_RANGE.test(after) ? point : null
}

function readEnd(rest: string, point: DatePoint, today: Month | null): Read {
  const { from, to, endFrom, date, length } = point
  const alone: Read = { times: { from, to, endFrom, date, isRange: false }, length }
  const [connector] = CONNECTOR.exec(rest.slice(length)) ?? []
  if (connector === undefined) return alone
  const start = length + connector.length
  const end = endAt(rest.slice(start), point, today)
  if (end === null) return alone
  const whole = start + end.length
  if (end.to === null || end.to < from) return { times: null, length: whole }
  return span({ from, to: end.to, endFrom: end.from ?? end.to }, whole)
}

/** `to` is null for «至今» where nobody says when that is; `from` where it is a month like `to`. */
type End = { readonly from?: Month; readonly to: Month | null; readonly length: number }

/** The end of a range: a date of its own, a month of the first one's year, or «至今». */
function endAt(rest: string, point: DatePoint, today: Month | null): End | null {
  const [now] = TODAY.exec(rest) ?? []
  if (now !== undefined) return { to: today, length: now.length }
  const year = point.from.slice(0, 4)
  const own = readPoint(rest) ?? readBareYear(rest)
  if (own !== null) return own
  const half = END_HALF.exec(rest)
  if (half !== null) {
    const [from, to] = half.groups?.half === '上' ? ['01', '06'] : ['07', '12']
    return { from: `${year}-${from}`, to: `${year}-${to}`, length: half[0].length }
  }
  const month = END_MONTH.exec(rest) ?? (point.dotted ? BARE_MONTH.exec(rest) : null)
  const to = month === null ? null : monthText(Number(year), readNumeral(month.groups?.m ?? ''))
  return month === null || to === null ? null : { to, length: month[0].length }
}

const WIDE = /[！-～\u3000]/
/** Full-width ASCII and space; the length stays. */
const foldWidth = (text: string): string =>
  !WIDE.test(text)
    ? text
    : text.replace(/[！-～]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')
