import type { Call } from '../call/call.ts'
import { dayIn } from '../text/day.ts'

/** A digest that is due: `date` is its day `YYYY-MM-DD` in the service's time zone. */
export type DueDigest =
  | { readonly kind: 'daily'; readonly date: string }
  | { readonly kind: 'deadline'; readonly date: string; readonly call: Call }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const AFTER_DEADLINE = 5 * MINUTE
const DAILY_FOR = 14 * DAY

/** Which digests are due: `slot` is the latest scheduled time, null where there is none; `sweepStartedAt` the start of the sweep just done. */
export type DigestMoment = { readonly slot: Date | null; readonly sweepStartedAt: Date; readonly timezone: string }

/** Whether a scheduled time has a digest: every one until 14 days after the last deadline, then those on Mondays. */
export function isDigestDay(calls: readonly Call[], slot: Date, timezone: string): boolean {
  const last = Math.max(...calls.map(({ deadline }) => deadline.getTime()))
  return slot.getTime() - last <= DAILY_FOR || isMonday(slot, timezone)
}

/**
 * The one of the slot, which is a digest day; and one more after each deadline, once a sweep that began at least
 * five minutes past it has seen all that came in time.
 */
export function dueDigests(
  calls: readonly Call[],
  { slot, sweepStartedAt, timezone }: DigestMoment,
): readonly DueDigest[] {
  const deadlines: DueDigest[] = calls
    .filter(({ deadline }) => isRecent(sweepStartedAt.getTime() - deadline.getTime()))
    .map(call => ({ kind: 'deadline', date: dayIn(call.deadline, timezone), call }))
  return slot === null ? deadlines : [{ kind: 'daily', date: dayIn(slot, timezone) }, ...deadlines]
}

const isRecent = (past: number): boolean => past >= AFTER_DEADLINE && past <= DAILY_FOR

const isMonday = (instant: Date, timezone: string): boolean => new Date(dayIn(instant, timezone)).getUTCDay() === 1
