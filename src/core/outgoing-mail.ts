import type { Address } from './message.ts'

/** A mail of ours, ready to be sent; From is the service's own. */
export type OutgoingMail = {
  readonly to: readonly Address[]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Deterministic, with angle brackets: a repeat bears the same. */
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
}

export type OutboxKind = 'receipt' | 'returned' | 'rejected' | 'held' | 'digest' | 'alarm'
export type OutboxState = 'due' | 'sending' | 'sent' | 'failed' | 'unknown' | 'withheld'
/** Why something is withheld: the operator's `replies: hold`, a cap, or a newer submission whose reply went out instead. */
export type WithheldFor = 'hold' | 'cap' | 'superseded'

/** A mail to be sent: `purpose` says what for, and nothing is sent twice for the same. */
export type NewMail = {
  readonly purpose: string
  readonly kind: OutboxKind
  /** The message that it answers; null where it answers none. */
  readonly messageId: number | null
  readonly mail: OutgoingMail
}

/** The same mail for the n-th time that its message is judged: another purpose and another Message-ID, so that it goes out too. */
export const retold = (reply: NewMail | null, times: number): NewMail | null =>
  reply === null
    ? null
    : {
        ...reply,
        purpose: `${reply.purpose}:${times + 1}`,
        mail: { ...reply.mail, messageId: reply.mail.messageId.replace('@', `.${times + 1}@`) },
      }
