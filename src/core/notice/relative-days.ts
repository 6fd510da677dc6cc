import { WEEK } from '../words/parts-of-day.ts'
import { patternWith } from '../words/pattern.ts'
import { later } from './day-words.ts'

const RELATIVE = patternWith('y')`(下下|[下本这])个?${WEEK}([一二三四五六日天])(?!\(\d{1,2}[月.])`
const WEEKS: Readonly<Record<string, number>> = { 本: 0, 这: 0, 下: 1, 下下: 2 }
const WEEKDAYS = '一二三四五六日'

/** «下周三», counted from the week of the notice; null where none stands there, or a date stands in brackets behind it. */
export function readWeekday(text: string, from: number, announced: string): { day: string; said: string } | null {
  RELATIVE.lastIndex = from
  const match = RELATIVE.exec(text)
  if (match === null) return null
  const [said, week = '', name = ''] = match
  const monday = later(announced, -((new Date(`${announced}T00:00:00Z`).getUTCDay() + 6) % 7))
  return { day: later(monday, (WEEKS[week] ?? 0) * 7 + WEEKDAYS.indexOf(name.replace('天', '日'))), said }
}

/** The number of a month's last day. */
export const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
