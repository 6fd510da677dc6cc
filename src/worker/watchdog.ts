import { isOutside } from '../errors.ts'

/** Milliseconds without a completed sweep after which the worker ends, so that it is started anew. */
const PATIENCE = 15 * 60_000

export type Watchdog = ReturnType<typeof createWatchdog>

/**
 * Watches over the sweeps by a clock that nobody sets. Trouble of the network or the servers is none that another start would mend; a
 * sweep that gets on, as the first one on a large mailbox, is none either.
 */
export function createWatchdog(monotonic: () => number) {
  let completed = monotonic()
  let outside = false
  return {
    completed: (): void => {
      completed = monotonic()
      outside = false
    },
    /** A round ended; `error` is the first thing that went wrong in it. */
    ended: (error: unknown): void => {
      outside = isOutside(error)
    },
    /** Whether it is time to give up; `lifeSign`: when the work last got on. */
    isOver: (lifeSign: number): boolean => !outside && monotonic() - Math.max(completed, lifeSign) > PATIENCE,
  }
}
