import { zonedParts } from './zoned-parts.ts'

const HOUR = 3_600_000

/** The calendar day of an instant in that time zone, `YYYY-MM-DD`. */
export function dayIn(instant: Date, timezone: string): string {
  const { year, month, day } = zonedParts(instant, timezone)
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The instant at which a day `YYYY-MM-DD` begins in that time zone. */
export function startOfDay(day: string, timezone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  for (let offset = -14; offset <= 12; offset += 0.25) {
    const instant = new Date(midnight + offset * HOUR)
    if (dayIn(instant, timezone) === day) return instant
  }
  return new Date(midnight)
}
