import { Worker } from 'node:worker_threads'
import type { Reading, Watch } from './watchdog.ts'

/** Has this process, which works on strangers' files, watched from a thread of its own; what is given tells it of each file. */
export function watched(memoryBytes: number): (reading: Reading) => void {
  const watch: Watch = { memoryBytes, parent: process.ppid }
  const watchdog = new Worker(new URL('watchdog.ts', import.meta.url), { workerData: watch })
  watchdog.unref()
  return reading => watchdog.postMessage(reading)
}
