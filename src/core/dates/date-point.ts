import type { Month } from '../call/call.ts'
import { readNumeral } from './chinese-numerals.ts'

/** A written date without its end: `date` as in the form's JSON, `dotted` where its month is written without 月. */
export type DatePoint = {
  readonly from: Month
  readonly to: Month
  /** The first month that may be its end: of «2022年6-7月» July. */
  readonly endFrom: Month
  readonly date: string
  readonly length: number
  readonly dotted: boolean
}

const DIGIT = '〇○◯Oo零一二三四五六七八九'
/** Four digits, Chinese ones too; two only before 年 or as 22-23学年. */
export const YEAR = `(?:(?:19|20)\\d{2}|[一二][${DIGIT}0]{3}|\\d{2}(?=\\s?年|\\s?[-—–]\\s?\\d{2}\\s?学年))`
export const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])'
const DAY = '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])'

/** Days on which the Party and the university commend, by month. */
const FEASTS: Readonly<Record<string, number>> = { 三八: 3, 五一: 5, 五四: 5, 七一: 7, 八一: 8, 十一: 10 }
const FEAST = Object.keys(FEASTS).join('|')

type Read = (groups: Readonly<Record<string, string>>) => Omit<DatePoint, 'length'> | null

/** Tried in this order; each stands at the beginning of what it looks at. */
const FORMS: readonly (readonly [RegExp, Read])[] = [
  [/^(?<y>(?:19|20)\d\d)(?<m>\d\d)(?<d>\d\d)(?!\d)/, groups => monthOrDay(groups, true)],
  [/^(?<y>(?:19|20)\d\d)(?<m>\d\d)(?!\d)/, groups => monthOrDay(groups, true)],
  [
    new RegExp(`^(?<y>${YEAR})\\s?年\\s?(?<m>${MONTH})\\s?月(?:份)?(?:\\s?(?<d>${DAY})\\s?[日号])?`),
    groups => monthOrDay(groups, false),
  ],
  [
    new RegExp(`^(?<y>${YEAR})\\s?年\\s?(?<half>[上下])半年`),
    ({ y, half }) => months(y, half === '上' ? [1, 6] : [7, 12]),
  ],
  [new RegExp(`^(?<y>${YEAR})\\s?年\\s?年?(?<e>[初底末])`), ({ y, e }) => months(y, e === '初' ? [1, 3] : [12, 12])],
  [
    new RegExp(`^(?<y>${YEAR})\\s?年\\s?(?<m>${MONTH})\\s?[-—–~～至到、]\\s?(?<n>${MONTH})\\s?月`),
    ({ y, m, n }) => fromMonthTo(y, [readNumeral(m ?? '') ?? 0, readNumeral(n ?? '') ?? 0]),
  ],
  [new RegExp(`^(?<y>${YEAR})\\s?年\\s?第?(?<q>[一二三四1-4])季度`), ({ y, q }) => months(y, quarter(q))],
  [
    new RegExp(
      `^(?<y>${YEAR})\\s?年?\\s?(?:["“”「『'‘](?<f>${FEAST})["“”」』'’]|(?<g>${FEAST})(?=表彰|前夕?|期间|评选|,|，|\\s|$))`,
    ),
    ({ y, f, g }) => feast(y, f ?? g),
  ],
  [
    /^(?<y>(?:19|20)\d\d)\s?(?<s>[./-])\s?(?<m>\d{1,2})\s?\k<s>\s?(?<d>\d{1,2})(?!\d)[日号]?/,
    groups => monthOrDay(groups, true),
  ],
  [/^(?<y>(?:19|20)\d\d)\s?[./-]\s?(?<m>0?[1-9]|1[0-2])(?![\d年学])\s?月?/, groups => monthOrDay(groups, true)],
  [
    new RegExp(`^(?<y>${YEAR})\\s?(?:年度?|学年度?)(?!\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?月|初)`),
    ({ y }) => months(y, [1, 12]),
  ],
]

/** The date with which a text begins, or null. Full-width ASCII must be folded before. */
export function readPoint(text: string): DatePoint | null {
  for (const [form, read] of FORMS) {
    const match = form.exec(text)
    if (match === null) continue
    const point = read(match.groups ?? {})
    return point === null ? null : { ...point, length: match[0].length }
  }
  return null
}

/** The year with which a text begins, without 年: only its neighbours can tell that it is one. */
export function readBareYear(text: string): DatePoint | null {
  const [year] = /^(?:19|20)\d\d(?!\d)/.exec(text) ?? []
  const point = year === undefined ? null : months(year, [1, 12])
  return point === null ? null : { ...point, length: 4 }
}

/** A year of four digits; two are of this century up to 79. */
export function readYear(text: string | undefined): number | null {
  const year = readNumeral(text ?? '')
  if (year === null) return null
  const full = (text ?? '').length === 2 ? year + (year < 80 ? 2000 : 1900) : year
  return full >= 1900 && full <= 2099 ? full : null
}

/** `YYYY-MM`; null where there is no such month. */
export const monthText = (year: number | null, month: number | null): Month | null =>
  year === null || month === null || month < 1 || month > 12 ? null : `${year}-${twoDigits(month)}`

function monthOrDay({ y, m, d }: Readonly<Record<string, string>>, dotted: boolean): Omit<DatePoint, 'length'> | null {
  const year = readYear(y)
  const month = readNumeral(m ?? '')
  const text = monthText(year, month)
  if (text === null || year === null || month === null) return null
  if (d === undefined) return { from: text, to: text, endFrom: text, date: text, dotted }
  const day = readNumeral(d)
  if (day === null || day < 1 || day > lastDay(year, month)) return null
  return { from: text, to: text, endFrom: text, date: `${text}-${twoDigits(day)}`, dotted }
}

function months(y: string | undefined, [first, last]: readonly [number, number]): Omit<DatePoint, 'length'> | null {
  const year = readYear(y)
  const [from, to] = [monthText(year, first), monthText(year, last)]
  if (from === null || to === null || to < from) return null
  const date = first === 1 && last === 12 ? String(year) : first === last ? from : `${from}/${to}`
  return { from, to, endFrom: from, date, dotted: false }
}

function fromMonthTo(y: string | undefined, between: readonly [number, number]): Omit<DatePoint, 'length'> | null {
  const point = months(y, between)
  return point === null ? null : { ...point, endFrom: point.to }
}

function feast(y: string | undefined, name: string | undefined): Omit<DatePoint, 'length'> | null {
  const month = monthText(readYear(y), FEASTS[name ?? ''] ?? null)
  return month === null ? null : { from: month, to: month, endFrom: month, date: month, dotted: false }
}

function quarter(q: string | undefined): readonly [number, number] {
  const last = (readNumeral(q ?? '') ?? 1) * 3
  return [last - 2, last]
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const twoDigits = (number: number): string => String(number).padStart(2, '0')
