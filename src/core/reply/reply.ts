import type { Call } from '../call/call.ts'
import type { Decision } from '../judge/decision.ts'
import type { Address, Message } from '../message/message.ts'

/** What the sender's branch has in the call; null in a reply composed offline. */
export type ApplicationFacts = {
  /** 受理编号. */
  readonly number: string | null
  /** This submission's place in the chain, counted from 1. */
  readonly version: number | null
  /** The version that this one displaces. */
  readonly replaces: { readonly version: number; readonly receivedAt: Date } | null
  /** The accepted version that counts once this submission is decided. */
  readonly standing: { readonly version: number; readonly receivedAt: Date } | null
  /** The files are those of the standing version. */
  readonly identical: boolean
}

export type ReplyInput = {
  readonly decision: Decision
  readonly message: Pick<Message, 'from' | 'replyTo' | 'subject' | 'messageId' | 'references' | 'sha256' | 'date'>
  /** null: which call it applies to is not known. */
  readonly call: Call | null
  readonly application: ApplicationFacts | null
  /** A decision made after the machine's; `reason`: a person's words for the sender, null where there are none. null: the machine's own. */
  readonly decided: { readonly id: number; readonly reason: string | null } | null
  /** The day that the letter bears. */
  readonly composedAt: Date
  readonly service: { readonly from: Address; readonly contact: string; readonly timezone: string }
}

export type ReplyKind = 'receipt' | 'returned' | 'rejected' | 'held'

export type Reply = {
  readonly kind: ReplyKind
  readonly to: Address
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Message-IDs with their angle brackets. `messageId` is the same however often the reply is composed. */
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  readonly messageId: string
}
