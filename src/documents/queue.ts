type QueueSettings = {
  /** How many pieces of work may be under way at most. */
  readonly most: number
  /** How many of them while none takes long. */
  readonly usual: number
  /** Milliseconds after which a piece of work takes long: others don't wait for it any more. */
  readonly patienceMs: number
}

/** Runs pieces of work, a few at a time; the others wait in their order. */
export function createQueue({
  most,
  usual,
  patienceMs,
}: QueueSettings): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  let long = 0
  const startNext = (): void => {
    while (waiting.length > 0 && running < most && running - long < usual) {
      running++
      waiting.shift()?.()
    }
  }
  return async work => {
    await new Promise<void>(resolve => {
      waiting.push(resolve)
      startNext()
    })
    let takesLong = false
    const patience = setTimeout(() => {
      takesLong = true
      long++
      startNext()
    }, patienceMs)
    try {
      return await work()
    } finally {
      clearTimeout(patience)
      if (takesLong) long--
      running--
      startNext()
    }
  }
}
