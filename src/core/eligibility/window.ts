import type { Call } from '../call/call.ts'
import type { CheckDescription } from './check.ts'

/** Days in Beijing time, `YYYY-MM-DD`, both included: they compare as strings. */
export type DayInterval = { readonly from: string; readonly to: string }

export type Position = 'inside' | 'outside' | 'straddles'

/** The days that a date of the form's JSON covers (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of them joined by `/`); null for anything else. */
export function daysOf(date: string): DayInterval | null {
  const [first, last, ...more] = date.slice(0, 40).split('/').map(daysOfDate)
  if (first === undefined || first === null || more.length > 0) return null
  if (last === undefined) return first
  if (last === null || last.to < first.from) return null
  return { from: first.from, to: last.to }
}

/** The years before the anchor's day, that day and its anniversary included; null where the condition has no window. */
export function windowOf(
  window: CheckDescription['window'],
  call: Pick<Call, 'announced' | 'publishedDeadline'>,
): DayInterval | null {
  if (window === null) return null
  const to = window.anchor === 'deadline' ? beijingDay(call.publishedDeadline) : call.announced
  const [year = 0, month = 1, day = 1] = to.split('-').map(Number)
  const firstYear = year - window.years
  return { from: dayText(firstYear, month, Math.min(day, lastDay(firstYear, month))), to }
}

export function positionOf(days: DayInterval, window: DayInterval): Position {
  if (days.to < window.from || days.from > window.to) return 'outside'
  return days.from >= window.from && days.to <= window.to ? 'inside' : 'straddles'
}

const BEIJING_OFFSET = 8 * 60 * 60 * 1000

export const beijingDay = (instant: Date): string =>
  new Date(instant.getTime() + BEIJING_OFFSET).toISOString().slice(0, 'YYYY-MM-DD'.length)

function daysOfDate(text: string): DayInterval | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (match === null) return null
  const year = Number(match[1])
  const months = match[2] === undefined ? [1, 12] : [Number(match[2]), Number(match[2])]
  const [firstMonth = 0, lastMonth = 0] = months
  if (firstMonth < 1 || lastMonth > 12) return null
  const days = match[3] === undefined ? [1, lastDay(year, lastMonth)] : [Number(match[3]), Number(match[3])]
  const [firstDay = 0, finalDay = 0] = days
  if (firstDay < 1 || finalDay > lastDay(year, lastMonth)) return null
  return { from: dayText(year, firstMonth, firstDay), to: dayText(year, lastMonth, finalDay) }
}

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const dayText = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`

const twoDigits = (number: number): string => String(number).padStart(2, '0')
