/** One line of the table: what was measured, the target of it, what came out, and whether that meets the target; null: no target. */
export type Row = {
  readonly what: string
  readonly target: string
  readonly measured: string
  readonly met: boolean | null
}

/** Measures by itself, starting and ending everything it needs; `runs`: of how many it gives the median. */
export type Measurement = (runs: number) => Promise<readonly Row[]>

export function percentile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b)
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`

/** What is going on, for whoever waits; the table alone goes to standard output. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`)
