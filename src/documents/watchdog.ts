import { parentPort, workerData } from 'node:worker_threads'
import { OUT_OF_TIME } from './read-limits.ts'

/** What the reader process hands to its watchdog. */
export type Watch = { readonly memoryBytes: number; readonly parent: number }

/** What the watchdog is told while it watches: a file is begun, which may take so long; null: it is done. */
export type Reading = { readonly milliseconds: number } | null

const { memoryBytes, parent }: Watch = workerData

/** Until when the file may be read: by the clock, and by the processor time of the process, both in milliseconds. */
let limit: { readonly clock: number; readonly processor: number } | null = null

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

parentPort?.on('message', (reading: Reading) => {
  limit = reading && {
    clock: performance.now() + reading.milliseconds,
    processor: processorTime() + reading.milliseconds,
  }
})

/** Where the machine is busy with other things, the clock goes on and the file does not: only what was worked counts. */
const isOutOfTime = (): boolean =>
  limit !== null && performance.now() > limit.clock && processorTime() > limit.processor

/**
 * A thread of its own, for a parser in a loop lets nothing else run: ends the process when it takes more memory than its heap
 * limit sees (pdf.js inflates outside the heap), when a file takes too long, or when the process that reads for is gone.
 */
setInterval(() => {
  const isOrphan = process.ppid !== parent
  if (isOrphan || process.memoryUsage.rss() > memoryBytes) process.kill(process.pid, 'SIGKILL')
  else if (isOutOfTime()) process.kill(process.pid, OUT_OF_TIME)
}, 100)
