import cron from 'node-cron'

/** What runs on a schedule: stopping waits for a run under way. */
export type Schedule = { stop(): Promise<void> }

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

type Search = { readonly since: Date; readonly now: Date; readonly accept?: (time: Date) => boolean }

/** The latest accepted time of the expression at or before `now` and after `since` (to the minute), or null: what is due after a stop. */
export function latestTime(
  expression: string,
  timezone: string,
  { since, now, accept = () => true }: Search,
): Date | null {
  const task = cron.createTask(expression, () => undefined, { timezone })
  const start = Math.floor(now.getTime() / MINUTE) * MINUTE
  try {
    for (let at = start; at > since.getTime(); at -= MINUTE) {
      const time = new Date(at)
      if (task.match(time) && accept(time)) return time
    }
    return null
  } finally {
    // node-cron remembers every task until it is told not to.
    void task.destroy()
  }
}

const LONGEST_SEARCH = 7 * 24 * 60

/** The n-th time of the expression after `from`, as far past the minute as `from` is; a week later where there are fewer. */
export function timeAfter(expression: string, timezone: string, { from, n }: { from: Date; n: number }): Date {
  const task = cron.createTask(expression, () => undefined, { timezone })
  const start = Math.floor(from.getTime() / MINUTE) * MINUTE
  try {
    let left = n
    let minutes = 0
    while (left > 0 && minutes < LONGEST_SEARCH) {
      minutes += 1
      if (task.match(new Date(start + minutes * MINUTE))) left -= 1
    }
    return new Date(from.getTime() + minutes * MINUTE)
  } finally {
    void task.destroy()
  }
}
