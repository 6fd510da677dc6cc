import type { Parts } from './parts.ts'

/** Milliseconds that a server has to file what it was handed before a crash of ours. */
const BEFORE_LOOKING = 60_000

/** What a start found: messages during which the process died, mails that may have gone out or not, a database from a backup. */
export type Recovered = {
  readonly died: readonly number[]
  readonly doubted: number
  readonly restored: boolean
}

/** After a start: settles what a crash left open, and lets replies go or holds them, as the configuration says now. */
export function recover({ config, clock, store }: Parts): Recovered {
  const { attempts, doubts, outbox, worker, transaction } = store.get()
  const now = clock()
  return transaction(() => {
    const restored = worker.state().backedUpAt !== null
    worker.start(now)
    const died = attempts.recordDeaths(config.limits.attempts, now)
    const doubted = doubts.open().length
    doubts.lookSooner(new Date(now.getTime() + BEFORE_LOOKING))
    if (config.replies === 'live') outbox.releaseHeld()
    else outbox.holdReplies()
    return { died, doubted, restored }
  })
}
