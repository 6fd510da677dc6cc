type Transaction = <Result>(work: () => Result) => Result

/** What is done in a job's own transaction, before its work and after it. `rehearsal`: all of it is undone in the end. */
export type Around<Done> = {
  readonly before: () => void
  /** Not called where the work came to nothing and is tried again. */
  readonly after: (done: Done) => void
  readonly rehearsal: boolean
}

class Undone extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('only rehearsed')
    this.result = result
  }
}

/** The transaction of a job with what belongs to it: what its outermost work gives is `Done`, or null. */
export function within<Done>(transaction: Transaction, { before, after, rehearsal }: Around<Done>): Transaction {
  let inside = false
  const whole = <Result>(work: () => Result): Result => {
    inside = true
    try {
      return transaction(() => {
        before()
        const result = work()
        if (result !== null) after(result as unknown as Done)
        if (rehearsal) throw new Undone(result)
        return result
      })
    } catch (error) {
      if (error instanceof Undone) return error.result as Result
      throw error
    } finally {
      inside = false
    }
  }
  return work => (inside ? transaction(work) : whole(work))
}
