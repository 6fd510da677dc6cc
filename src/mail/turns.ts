/** Lets pieces of work happen one after another, in the order in which they were asked for; one that fails holds nobody up. */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  let asked = 0
  return {
    take<Result>(work: () => Promise<Result>): Promise<Result> {
      asked += 1
      const result = last.then(work)
      last = result.catch(() => undefined)
      return result
    },
    /** How many were asked for so far: whoever waits sees by it that somebody else wants to go on. */
    count: (): number => asked,
  }
}
