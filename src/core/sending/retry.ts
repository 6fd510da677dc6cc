const MINUTE = 60_000
const DELAYS = [1, 2, 5, 10, 20, 40, 60]
const MOST_ATTEMPTS = 40

/** Milliseconds: no mail waits longer for its next attempt. */
export const LONGEST_DELAY = 60 * MINUTE

/** When to try again what failed `attempts` times: later and later, then hourly for a day and a half; null when it is given up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null
  return new Date(now.getTime() + busyMinutes(attempts) * MINUTE)
}

/** How many minutes nothing is sent after the server wanted less mail `times` times in a row. */
export const busyMinutes = (times: number): number => DELAYS[Math.max(times, 1) - 1] ?? 60

/** Milliseconds: what kills the process is tried again at least so often. */
export const LONGEST_WAIT = 640 * MINUTE

/**
 * When to try again, alone, a message during which the process died `deaths` times: at once (null) below `limit`, then after ten
 * minutes, doubling up to half a day.
 */
export function aloneAt(deaths: number, limit: number, now: Date): Date | null {
  if (deaths < limit) return null
  return new Date(now.getTime() + Math.min(10 * MINUTE * 2 ** Math.min(deaths - limit, 30), LONGEST_WAIT))
}
