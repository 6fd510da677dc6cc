import { performance } from 'node:perf_hooks'
import { createHush, type Hush } from './hush.ts'
import type { Timetable } from './timetable.ts'
import { createWatchdog, type Watchdog } from './watchdog.ts'

export type Server = 'mailbox' | 'smtp'

/** What the worker remembers between two rounds, in memory only: a restart tries everything at once. Times are monotonic milliseconds. */
export type Memory = {
  readonly monotonic: () => number
  readonly watchdog: Watchdog
  readonly hush: Hush
  /** Whether there is a next round: a `sweep` by hand has none. */
  readonly lasting: boolean
  /** Until when a server is left alone that refused us, or wants less mail. */
  readonly pausedUntil: Record<Server, number>
  /** How often in a row the server wanted less mail. */
  busyTimes: number
  /** When the mailbox was last held against what is recorded; null: not yet. */
  countedAt: number | null
  /** When our clock was last held against the server's; null: not yet, or it was wrong. */
  clockCheckedAt: number | null
  /** Made in the first round. */
  timetable: Timetable | null
}

export const newMemory = (monotonic: () => number = () => performance.now(), lasting = true): Memory => ({
  monotonic,
  lasting,
  watchdog: createWatchdog(monotonic),
  hush: createHush(monotonic),
  pausedUntil: { mailbox: Number.NEGATIVE_INFINITY, smtp: Number.NEGATIVE_INFINITY },
  busyTimes: 0,
  countedAt: null,
  clockCheckedAt: null,
  timetable: null,
})

export const isPaused = (server: Server, { pausedUntil, monotonic }: Memory): boolean =>
  monotonic() < pausedUntil[server]

export function pause(server: Server, minutes: number, { pausedUntil, monotonic }: Memory): void {
  pausedUntil[server] = monotonic() + minutes * 60_000
}
