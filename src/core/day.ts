const HOUR = 3_600_000

/** Making one costs as much as formatting a thousand dates. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timezone, made)
  return made
}

/** The calendar day of an instant in that time zone, `YYYY-MM-DD`. */
export const dayIn = (instant: Date, timezone: string): string => formatOf(timezone).format(instant)

/** The instant at which a day `YYYY-MM-DD` begins in that time zone. */
export function startOfDay(day: string, timezone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  for (let offset = -14; offset <= 12; offset += 0.25) {
    const instant = new Date(midnight + offset * HOUR)
    if (dayIn(instant, timezone) === day) return instant
  }
  return new Date(midnight)
}
