export type ReopenNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly reopening: { reopenSetAside(id: number, at: Date): Reopened }
  readonly applications: { leave(messageId: number, at: Date): void }
}

/** Or why not: it isn't set aside, or a person decided on it, which stays. */
export type Reopened = 'reopened' | 'not-set-aside' | 'decided'

/** Has a message that was set aside tried again by the next sweep; until then it stands in no chain. */
export function reopen(id: number, { clock, transaction, reopening, applications }: ReopenNeeds): Reopened {
  return transaction(() => {
    const what = reopening.reopenSetAside(id, clock())
    if (what === 'reopened') applications.leave(id, clock())
    return what
  })
}
