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

/** The latest time of the expression at or before `now` and after `since` (to the minute), or null: what is due after a stop. */
export function latestTime(expression: string, timezone: string, between: { since: Date; now: Date }): Date | null {
  const task = cron.createTask(expression, () => undefined, { timezone })
  const start = Math.floor(between.now.getTime() / MINUTE) * MINUTE
  for (let at = start; at > between.since.getTime(); at -= MINUTE) if (task.match(new Date(at))) return new Date(at)
  return null
}
