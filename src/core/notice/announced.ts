import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { dayOf, readDay, withDigits } from './day-words.ts'
import type { Said } from './notice.ts'
import { PRINTED_BY_SITES } from './vocabulary.ts'

/** The day of the notice; where it isn't said, or without its year, the days that it may be, the likeliest first. */
export type Announced = {
  readonly day: Said<string> | null
  readonly candidates: readonly string[]
  /** The line that says a day without its year. */
  readonly said: string | null
}

export function announcedOf(lines: readonly string[], folded: readonly string[], today: string): Announced {
  const day = wholeDay(lines, folded)
  if (day !== null) return { day, candidates: [day.value], said: null }
  const years = yearsOf(folded, today)
  const at = folded.findLastIndex((line, index) => index >= folded.length - 6 && YEARLESS.test(withDigits(line)))
  const [, month, number] = YEARLESS.exec(withDigits(folded[at] ?? '')) ?? []
  const days = years.flatMap(year => (month === undefined ? [] : (dayOf(year, Number(month), Number(number)) ?? [])))
  return { day: null, candidates: days, said: lines[at] ?? null }
}

const TELLS_DAY = pattern`${[...PRINTED_BY_SITES, ...listed('时间 日期 发文')]}`
const YEARLESS = /^(\d{1,2})月(\d{1,2})日$/

function wholeDay(lines: readonly string[], folded: readonly string[]): Said<string> | null {
  const signed = folded
    .slice(-6)
    .findLastIndex(line => line.length < 60 && readDay(line) !== null && !/前|截止/.test(line))
  const from = Math.max(0, folded.length - 6)
  const places = [
    ...(signed < 0 ? [] : [from + signed]),
    ...folded.slice(0, 6).flatMap((line, at) => (TELLS_DAY.test(line) ? [at] : [])),
  ]
  for (const at of places) {
    const value = readDay(folded[at] ?? '')
    if (value !== null) return { value, said: lines[at] ?? '' }
  }
  return null
}

/** The latest year that the notice speaks of, and today's. */
function yearsOf(folded: readonly string[], today: string): number[] {
  const now = Number(today.slice(0, 4))
  const said = folded.flatMap(line =>
    [...line.matchAll(/(?<!\d)(20\d\d)(?=年|〕|\]|-20\d\d|学年)/g)].map(([year]) => Number(year)),
  )
  const latest = said.filter(year => year <= now + 1)
  return [...new Set([...(latest.length === 0 ? [] : [Math.max(...latest)]), now])]
}

/** Days from which those without a year are counted. */
export const basesOf = ({ candidates }: Announced, folded: readonly string[], today: string): readonly string[] => {
  if (candidates.length > 0) return candidates
  const now = Number(today.slice(0, 4))
  return yearsOf(folded, today).map(year => (year === now ? today : `${year}-01-01`))
}
