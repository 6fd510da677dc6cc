export type ResendNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly outbox: {
    /** Gives the messages whose replies are due again; null: all that failed. */
    resend(messages: readonly number[] | null, at: Date): readonly number[]
    holdReplies(): number
  }
  readonly replies: 'hold' | 'live'
}

/** Replies that failed for good are due again, as if never tried; where the operator holds replies, they are held. Gives their messages. */
export function resend(messages: readonly number[] | null, needs: ResendNeeds): readonly number[] {
  const { clock, transaction, outbox, replies } = needs
  return transaction(() => {
    const again = outbox.resend(messages, clock())
    if (replies === 'hold') outbox.holdReplies()
    return again
  })
}
