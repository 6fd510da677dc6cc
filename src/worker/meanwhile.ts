import { createWake } from './wake.ts'

/**
 * Does `work`, and beside it `pass`, each time the work says that there may be something for it, one pass after another; no more of them once
 * one said no. Ends when both have ended.
 */
export async function meanwhile<Result>(
  work: (there: () => void) => Promise<Result>,
  pass: () => Promise<boolean>,
): Promise<Result> {
  const wake = createWake()
  let isOver = false
  const passing = async () => {
    for (let goesOn = true; goesOn; ) {
      await wake.wait()
      goesOn = !isOver && (await pass())
    }
  }
  const end = () => {
    isOver = true
    wake.call()
  }
  const passes = passing()
  try {
    return await work(wake.call).finally(end)
  } finally {
    await passes
  }
}
