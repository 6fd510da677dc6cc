import type { Config } from '../config/config.ts'
import { startOfDay } from '../core/text/day.ts'

/** The first look goes back to the earliest of `since` and the calls' announcements: the start of that day in the service's time zone. */
export function firstScanOf({ calls, mailbox, timezone }: Config): Date {
  const earliest = [mailbox.since, ...calls.map(({ announced }) => announced)].sort()[0] ?? mailbox.since
  return startOfDay(earliest, timezone)
}

/** The start of the day on which the earliest of these calls was announced; null where there are none. */
export function announcedDay(calls: Config['calls'], timezone: string): Date | null {
  const [earliest] = calls.map(({ announced }) => announced).sort()
  return earliest === undefined ? null : startOfDay(earliest, timezone)
}
