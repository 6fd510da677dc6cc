import { UsageError } from '../errors.ts'

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

/**
 * Replies that failed for good are due again, as if never tried; where the operator holds replies, they are held. Gives their messages. Throws
 * UsageError, and does nothing, where one of those named has no such reply.
 */
export function resend(messages: readonly number[] | null, needs: ResendNeeds): readonly number[] {
  const { clock, transaction, outbox, replies } = needs
  return transaction(() => {
    const again = outbox.resend(messages, clock())
    const others = messages?.filter(id => !again.includes(id)) ?? []
    if (others.length > 0)
      throw new UsageError(`no reply to message ${others.join(', ')} has failed, nothing was done: shenbao show tells`)
    if (replies === 'hold') outbox.holdReplies()
    return again
  })
}
