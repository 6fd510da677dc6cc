import { startOfDay } from '../text/day.ts'
import type { Call } from './call.ts'

/** The start of the day on which the earliest of these calls was announced; null where there are none. */
export function announcedDay(calls: readonly Call[], timezone: string): Date | null {
  const [earliest] = calls.map(({ announced }) => announced).sort()
  return earliest === undefined ? null : startOfDay(earliest, timezone)
}

/** The first scan goes back to the earliest of `since` (`YYYY-MM-DD`) and the calls' announcements. */
export function firstScanDay(calls: readonly Call[], since: string, timezone: string): Date {
  const announced = announcedDay(calls, timezone)
  const first = startOfDay(since, timezone)
  return announced === null || first < announced ? first : announced
}
