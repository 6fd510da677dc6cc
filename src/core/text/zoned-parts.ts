type ZonedParts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>>

const DAY = 86_400_000

/** Making one costs as much as formatting a thousand dates. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timezone, made)
  return made
}

/** What calendar and clock show in that time zone, which the configuration has checked; months and days without a leading zero. */
export function zonedParts(instant: Date, timezone: string): ZonedParts {
  const offset = offsetOn(Math.floor(instant.getTime() / DAY), timezone)
  return offset === null ? askedFor(instant, timezone) : partsOf(new Date(instant.getTime() + offset))
}

const askedFor = (instant: Date, timezone: string): ZonedParts =>
  Object.fromEntries(
    formatOf(timezone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  ) as ZonedParts

const two = (value: number): string => String(value).padStart(2, '0')

/** Of an instant moved by its offset. */
const partsOf = (moved: Date): ZonedParts => ({
  year: String(moved.getUTCFullYear()),
  month: String(moved.getUTCMonth() + 1),
  day: String(moved.getUTCDate()),
  hour: two(moved.getUTCHours()),
  minute: two(moved.getUTCMinutes()),
  second: two(moved.getUTCSeconds()),
})

/** By time zone and day since 1970 in UTC: asking for each instant is most of the time of a long list. */
const offsets = new Map<string, Map<number, number | null>>()

/** Milliseconds by which the clock is ahead of UTC from the beginning to the end of that day; null where it is set within. */
function offsetOn(day: number, timezone: string): number | null {
  const known = offsets.get(timezone) ?? new Map<number, number | null>()
  offsets.set(timezone, known)
  const found = known.get(day)
  if (found !== undefined) return found
  const begin = offsetAt(day * DAY, timezone)
  const offset = begin === offsetAt((day + 1) * DAY, timezone) ? begin : null
  known.set(day, offset)
  return offset
}

function offsetAt(time: number, timezone: string): number {
  const { year, month, day, hour, minute, second } = askedFor(new Date(time), timezone)
  return Date.UTC(+year, +month - 1, +day, +hour, +minute, +second) - time
}
