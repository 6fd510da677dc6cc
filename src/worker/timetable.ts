import type { Config } from '../config/config.ts'
import { isDigestDay } from '../core/digest/digest-calendar.ts'
import { latestTimes, timesAfter } from '../schedule.ts'

/** So many intervals of the schedule may pass between two completed sweeps. */
const INTERVALS = 3

/** What the schedule says of a moment, for one that asks again and again as time goes on. */
export type Timetable = {
  /** The latest time at which a digest was to be composed; null where there was none for a week. */
  readonly digestSlot: (now: Date) => Date | null
  /** By when the next sweep must be completed for the service to be well. */
  readonly sweepDueBy: (now: Date) => Date
}

/** `calls`: as amended when it is asked. */
export const createTimetable = (
  { timezone, schedule }: Pick<Config, 'timezone' | 'schedule'>,
  calls: () => Config['calls'],
): Timetable => ({
  digestSlot: latestTimes(schedule.digest, timezone, slot => isDigestDay(calls(), slot, timezone)),
  sweepDueBy: timesAfter(schedule.sweep, timezone, INTERVALS),
})
