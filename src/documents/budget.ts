import { Unreadable } from './unreadable.ts'

/** How much may be inflated out of one file, nested files included. */
export type Budget = {
  /** Counts bytes that really came out, and throws Unreadable `too-large` once they exceed the budget. */
  readonly take: (bytes: number) => void
  /** How many bytes may still come out; never less than 0. */
  readonly left: () => number
}

export function createBudget(inflatedBytes: number): Budget {
  let left = inflatedBytes
  return {
    take(bytes) {
      left -= bytes
      if (left < 0) throw new Unreadable('too-large')
    },
    left: () => Math.max(0, left),
  }
}

/** The budget, and on top of it `bytes` for one part alone. */
export function withinPart(budget: Budget, bytes: number): Budget {
  const part = createBudget(bytes)
  return {
    take(count) {
      part.take(count)
      budget.take(count)
    },
    left: () => Math.min(part.left(), budget.left()),
  }
}
