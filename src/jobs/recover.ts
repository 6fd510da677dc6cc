export type RecoverNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly worker: { state(): { readonly backedUpAt: Date | null }; start(at: Date): void }
  readonly attempts: { recordDeaths(limit: number, at: Date): readonly number[] }
  readonly unconfirmed: { open(): readonly unknown[]; checkSooner(at: Date): number }
  readonly outbox: { releaseHeld(): number; holdReplies(): number }
  readonly codes: {
    voidAll(at: Date): number
    voidOthers(addresses: readonly string[], at: Date): number
  }
  /** `deaths`: after so many a message waits longer and longer; `desk`: the addresses that decide by mail. */
  readonly settings: {
    readonly replies: 'hold' | 'live'
    readonly deaths: number
    readonly desk: readonly string[]
  }
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
  codes,
  settings,
}: RecoverNeeds): Recovered {
  return transaction(() => {
    const now = clock()
    const restored = worker.state().backedUpAt !== null
    worker.start(now)
    if (restored) codes.voidAll(now)
    codes.voidOthers(settings.desk, now)
    const died = attempts.recordDeaths(settings.deaths, now)
    const open = unconfirmed.open().length
    unconfirmed.checkSooner(new Date(now.getTime() + BEFORE_LOOKING))
    if (settings.replies === 'live') outbox.releaseHeld()
    else outbox.holdReplies()
    return { died, unconfirmed: open, restored }
  })
}
