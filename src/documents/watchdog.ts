import { workerData } from 'node:worker_threads'

/** What the reader process hands to its watchdog. */
export type Watch = { readonly memoryBytes: number; readonly parent: number }

const { memoryBytes, parent }: Watch = workerData

/**
 * A thread of its own, for a parser in a loop lets nothing else run: ends the process when it takes more memory than its heap
 * limit sees (pdf.js inflates outside the heap), or when the process that would kill it at the time limit is gone.
 */
setInterval(() => {
  const isOrphan = process.ppid !== parent
  if (isOrphan || process.memoryUsage.rss() > memoryBytes) process.kill(process.pid, 'SIGKILL')
}, 100)
