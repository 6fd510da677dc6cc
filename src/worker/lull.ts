/** Tells when the worker has nothing else to do. */
export type Lull = {
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** Resolves when no such work is under way: at once, or at its end. */
  readonly now: () => Promise<void>
  /** Resolves at the end of the next piece of such work. */
  readonly next: () => Promise<void>
}

export function createLull(): Lull {
  let underWay = 0
  const waiting: (() => void)[] = []
  const next = () => new Promise<void>(resolve => waiting.push(resolve))
  return {
    async during(work) {
      underWay += 1
      try {
        return await work()
      } finally {
        underWay -= 1
        const rested = underWay === 0 ? waiting.splice(0) : []
        for (const resolve of rested) resolve()
      }
    },
    now: () => (underWay === 0 ? Promise.resolve() : next()),
    next,
  }
}
