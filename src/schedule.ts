import cron from 'node-cron'

/** What runs on a schedule: stopping waits for a run under way. */
type Schedule = { stop(): Promise<void> }

export const isCronExpression = (text: string): boolean => cron.validate(text)

/**
 * Runs `job` at each time of the cron expression in the time zone, never twice at once; a time that falls into a run is left out,
 * for the next one does its work.
 */
export function schedule(expression: string, timezone: string, job: () => Promise<void>): Schedule {
  let running: Promise<void> = Promise.resolve()
  const task = cron.schedule(
    expression,
    () => {
      running = job()
      return running
    },
    { timezone, noOverlap: true },
  )
  return {
    async stop() {
      await task.destroy()
      await running
    },
  }
}

const MINUTE = 60_000
const WEEK = 7 * 24 * 60 * MINUTE

const minuteOf = (time: Date): number => Math.floor(time.getTime() / MINUTE) * MINUTE

/** Offsets of time zones are quarters of an hour: in any zone, the minutes of a quarter have their hour and day in common. */
const QUARTER = 15 * MINUTE

const quarterOf = (minute: number): number => Math.floor(minute / QUARTER) * QUARTER

function matcher(expression: string, timezone: string): (minute: number) => boolean {
  const task = cron.createTask(expression, () => undefined, { timezone })
  // node-cron remembers every task until it is told not to; a forgotten one still matches.
  void task.destroy()
  return minute => task.match(new Date(minute))
}

/** The times of an expression; `mayLieIn`: whether hour and day of that quarter of an hour are right, which spares looking at its minutes. */
function timesOf(expression: string, timezone: string) {
  const fields = expression.trim().split(/\s+/).slice(-5)
  // `@daily` and its like have no fields, and begin an hour.
  const anyMinute = fields.length < 5 ? expression : fields.with(0, '*').join(' ')
  const isQuarter = matcher(anyMinute, timezone)
  const isMinute = matcher(expression, timezone)
  const last = { quarter: Number.NaN, matches: false }
  const mayLieIn = (quarter: number): boolean => {
    if (last.quarter !== quarter) Object.assign(last, { quarter, matches: isQuarter(quarter) })
    return last.matches
  }
  return { mayLieIn, isTime: (minute: number) => mayLieIn(quarterOf(minute)) && isMinute(minute) }
}

/**
 * Gives the latest accepted time of the expression at or before a moment and less than a week before it, or null: what is due after a
 * stop. Asked again later, it looks at the minutes since; at all of them again where the clock went back.
 */
export function latestTimes(
  expression: string,
  timezone: string,
  accept: (time: Date) => boolean = () => true,
): (now: Date) => Date | null {
  const times = timesOf(expression, timezone)
  const isTime = (minute: number) => times.isTime(minute) && accept(new Date(minute))
  const before = (minute: number) => (times.mayLieIn(quarterOf(minute)) ? minute : quarterOf(minute)) - MINUTE
  let searched = Number.POSITIVE_INFINITY
  let latest: number | null = null
  return now => {
    const oldest = now.getTime() - WEEK
    const start = minuteOf(now)
    if (start < searched) {
      searched = oldest
      latest = null
    }
    const end = Math.max(searched, oldest)
    let minute = start
    while (minute > end && !isTime(minute)) minute = before(minute)
    if (minute > end) latest = minute
    searched = start
    return latest === null || latest <= oldest ? null : new Date(latest)
  }
}

/**
 * Gives the n-th time of the expression after a moment, as far past the minute as the moment is; a week later where there are fewer.
 * Asked again later, it goes on from where it got; from the start where the clock went back.
 */
export function timesAfter(expression: string, timezone: string, n: number): (from: Date) => Date {
  const times = timesOf(expression, timezone)
  const after = (minute: number) => {
    const next = minute + MINUTE
    return times.mayLieIn(quarterOf(next)) ? next : quarterOf(next) + QUARTER - MINUTE
  }
  let ahead: readonly number[] = []
  let searched = Number.POSITIVE_INFINITY
  let asked = Number.POSITIVE_INFINITY
  return from => {
    const start = minuteOf(from)
    ahead = start < asked ? [] : ahead.filter(minute => minute > start)
    searched = start < asked ? start : Math.max(searched, start)
    asked = start
    while (ahead.length < n && searched < start + WEEK) {
      searched = after(searched)
      if (times.isTime(searched)) ahead = [...ahead, searched]
    }
    return new Date((ahead[n - 1] ?? start + WEEK) + (from.getTime() - start))
  }
}
