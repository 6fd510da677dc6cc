/** Lets one loop sleep until somebody calls; a call while it is awake counts for its next sleep, and many calls count as one. */
export function createWake(): { call(): void; wait(): Promise<void> } {
  let called = false
  let wakeUp: (() => void) | null = null
  return {
    call: () => {
      called = true
      wakeUp?.()
    },
    wait: async () => {
      if (!called) await new Promise<void>(resolve => (wakeUp = resolve))
      called = false
      wakeUp = null
    },
  }
}
