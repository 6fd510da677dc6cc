import type { App } from '../app.ts'

const LONGEST_END = 8_000

/** Aborted when somebody or the system wants the process to end. */
export function endSignal(): AbortSignal {
  const end = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end.abort())
  return end.signal
}

/** A server that doesn't answer must not hold the end up: whatever is open then, the next start takes up. */
export function endAtLatest(app: App, code: number): void {
  setTimeout(() => {
    app.abandon()
    process.exit(code)
  }, LONGEST_END).unref()
}
