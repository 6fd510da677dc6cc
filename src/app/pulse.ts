import { performance } from 'node:perf_hooks'

/** When the work last got on, by a clock that nobody sets. */
export type Pulse = { beat(): void; readonly at: number }

export function createPulse(): Pulse {
  let at = performance.now()
  return {
    beat: () => {
      at = performance.now()
    },
    get at() {
      return at
    },
  }
}
