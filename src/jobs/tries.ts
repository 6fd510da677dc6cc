export type Tries = ReturnType<typeof createTries>

/** Counts what went wrong, for all passes of a process: nothing is tried for ever. */
export function createTries(most: number) {
  const failures = new Map<string, number>()
  return {
    /** One more failure of it; whether it is given up. */
    isLast(what: string): boolean {
      const times = (failures.get(what) ?? 0) + 1
      failures.set(what, times)
      return times >= most
    },
  }
}
