import { startOfDay } from '../text/day.ts'
import { zonedParts } from '../text/zoned-parts.ts'
import { MORNING, NOON, PARTS_OF_DAY, WEEKDAY } from '../words/parts-of-day.ts'
import { pattern, patternWith } from '../words/pattern.ts'

/** A day and a time of it as somebody said them; `year` null: the nearest such date to come. */
export type SaidTime = {
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** 24:00 is the end of the day. */
  readonly hour: number
  readonly minute: number
}

const DAY = /(?:(?<year>\d{4})\s*[年./-]\s*)?(?<month>\d{1,2})\s*[月./-]\s*(?<day>\d{1,2})\s*[日号]?/
const ON_WEEKDAY = pattern`(?:\s*[(（]?${WEEKDAY}[)）]?)?`
const MINUTES = /[:：]\s*(?<minute>\d{2})(?::00)?|[时点]\s*(?:(?<minutes>\d{1,2})\s*分?|(?<thirty>半)|整)?/
const TIME = pattern`(?:(?<half>${PARTS_OF_DAY})\s*)?(?<hour>\d{1,2})\s*${MINUTES}`
const SAID = patternWith('u')`^${DAY}${ON_WEEKDAY}[\s,，T]*${TIME}\s*(?:前|止|整)?(?<rest>.*)$`
const DAY_ALONE = pattern`^${DAY}`

/** What was said, and the words behind it; or why it is no time. */
type ReadTime = { readonly time: SaidTime; readonly rest: string } | { readonly why: string }

/** «2024年5月21日 12:00», «5月21日下午3点半», «2024-05-21 12:00». Half width. */
export function readTime(text: string): ReadTime {
  const found = SAID.exec(text.trim())?.groups
  if (found === undefined)
    return { why: DAY_ALONE.test(text.trim()) ? '须写明几时几分，如：延期 2024年5月21日 12:00' : EXAMPLE }
  const hour = hourOf(Number(found.hour), found.half)
  if (hour === null) return { why: '几时说得不明确，请用24小时制写，如：延期 2024年5月21日 12:00' }
  const time = {
    year: found.year === undefined ? null : Number(found.year),
    month: Number(found.month),
    day: Number(found.day),
    hour,
    minute: found.thirty === undefined ? Number(found.minute ?? found.minutes ?? 0) : 30,
  }
  return isPossible(time) ? { time, rest: found.rest?.trim() ?? '' } : { why: `没有这个日期或时间。${EXAMPLE}` }
}

const EXAMPLE = '请写明日期和几时几分，如：延期 2024年5月21日 12:00'
/** null: nobody can say which is meant, as of «晚上12点». */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined || hour > 12) return MORNING.includes(half ?? '') ? null : hour
  if (MORNING.includes(half)) return hour === 12 ? null : hour
  if (half === NOON) return hour >= 11 ? hour : hour + 12
  return hour === 12 ? null : hour + 12
}

function isPossible({ year, month, day, hour, minute }: SaidTime): boolean {
  const date = new Date(Date.UTC(year ?? 2024, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false
  return minute < 60 && (hour < 24 || (hour === 24 && minute === 0))
}

const HOUR = 3_600_000
const YEARS = 9

/** The instant that was meant: of a date without a year the first after `now`. null: there is none. */
export function instantOf(said: SaidTime, now: Date, timezone: string): Date | null {
  if (said.year !== null) return at(said, said.year, timezone)
  const first = Number(zonedParts(now, timezone).year)
  const years = Array.from({ length: YEARS }, (_, more) => first + more)
  return years.map(year => at(said, year, timezone)).find(instant => instant !== null && instant > now) ?? null
}

/** null: that year has no such day. */
function at({ month, day, hour, minute }: SaidTime, year: number, timezone: string): Date | null {
  const two = (value: number) => String(value).padStart(2, '0')
  const start = startOfDay(`${year}-${two(month)}-${two(day)}`, timezone)
  if (zonedParts(start, timezone).day !== String(day)) return null
  return new Date(start.getTime() + hour * HOUR + minute * 60_000)
}
