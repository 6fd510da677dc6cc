import { performance } from 'node:perf_hooks'

/** When the work last got on, by a clock that nobody sets. */
export type Pulse = { beat(): void; readonly at: number }

export function createPulse(monotonic: () => number = () => performance.now()): Pulse {
  let at = monotonic()
  return {
    beat: () => {
      at = monotonic()
    },
    get at() {
      return at
    },
  }
}
