const HOUR = 3_600_000

/** For many instants: to make a format takes a hundred times as long as to use it. */
export function daysIn(timezone: string): (instant: Date) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return instant => format.format(instant)
}

/** The calendar day of an instant in that time zone, `YYYY-MM-DD`. */
export const dayIn = (instant: Date, timezone: string): string => daysIn(timezone)(instant)

/** The instant at which a day `YYYY-MM-DD` begins in that time zone. */
export function startOfDay(day: string, timezone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  for (let offset = -14; offset <= 12; offset += 0.25) {
    const instant = new Date(midnight + offset * HOUR)
    if (dayIn(instant, timezone) === day) return instant
  }
  return new Date(midnight)
}
