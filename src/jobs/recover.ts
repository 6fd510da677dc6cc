export type RecoverNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly worker: { state(): { readonly backedUpAt: Date | null }; start(at: Date): void }
  readonly attempts: { recordDeaths(limit: number, at: Date): readonly number[] }
  readonly unconfirmed: { open(): readonly unknown[]; checkSooner(at: Date): number }
  readonly outbox: { releaseHeld(): number; holdReplies(): number }
  readonly replies: 'hold' | 'live'
  /** After so many deaths a message waits longer and longer. */
  readonly deaths: number
}

/** What a start found: messages during which the process died, mails that may have gone out or not, a database from a backup. */
export type Recovered = {
  readonly died: readonly number[]
  readonly unconfirmed: number
  readonly restored: boolean
}

/** Milliseconds that a server has to file what it was handed before a crash of ours. */
const BEFORE_LOOKING = 60_000

/** After a start: settles what a crash left open, and lets replies go or holds them, as the configuration says now. */
export function recover({
  clock,
  transaction,
  worker,
  attempts,
  unconfirmed,
  outbox,
  ...set
}: RecoverNeeds): Recovered {
  return transaction(() => {
    const now = clock()
    const restored = worker.state().backedUpAt !== null
    worker.start(now)
    const died = attempts.recordDeaths(set.deaths, now)
    const open = unconfirmed.open().length
    unconfirmed.checkSooner(new Date(now.getTime() + BEFORE_LOOKING))
    if (set.replies === 'live') outbox.releaseHeld()
    else outbox.holdReplies()
    return { died, unconfirmed: open, restored }
  })
}
