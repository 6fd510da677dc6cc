const MINUTE = 60_000
const DELAYS = [1, 2, 5, 10, 20, 40, 60]
const MOST_ATTEMPTS = 40

/** When to try again what failed `attempts` times: later and later, then hourly for a day and a half; null when it is given up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null
  const minutes = DELAYS[Math.max(attempts, 1) - 1] ?? 60
  return new Date(now.getTime() + minutes * MINUTE)
}
