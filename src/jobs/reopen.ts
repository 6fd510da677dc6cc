export type ReopenNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly reopening: { reopenSetAside(id: number, at: Date): Reopened }
  readonly applications: { leave(messageId: number, entry: number, at: Date): void }
  /** The places of a message's entries. */
  readonly entries: (id: number) => readonly number[]
}

/** Or why not: it isn't set aside, or a person decided on it, which stays. */
export type Reopened = 'reopened' | 'not-set-aside' | 'decided'

/** Has a message that was set aside tried again by the next sweep; until then it stands in no chain. */
export function reopen(id: number, { clock, transaction, reopening, applications, entries }: ReopenNeeds): Reopened {
  return transaction(() => {
    const places = entries(id)
    const what = reopening.reopenSetAside(id, clock())
    if (what === 'reopened') for (const entry of places) applications.leave(id, entry, clock())
    return what
  })
}
