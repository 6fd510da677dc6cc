import type { PlaceInApplication } from '../application/application.ts'
import type { Call } from '../call/call.ts'
import type { Decision, Outcome } from '../judge/decision.ts'
import type { Address, Message } from '../message/message.ts'
import type { Enclosure } from '../sending/outgoing-mail.ts'

/** What a reply says of the application that a submission belongs to. */
type ApplicationFacts = PlaceInApplication & {
  /** Of an application that was withdrawn: who is told of it, besides whoever asked. */
  readonly protected: string | null
}

export type ReplyInput = {
  readonly decision: Decision
  readonly message: Pick<Message, 'from' | 'replyTo' | 'subject' | 'messageId' | 'references' | 'sha256' | 'date'>
  /** null: which call it applies to is not known. */
  readonly call: Call | null
  readonly application: ApplicationFacts | null
  /** null: the machine's own decision. */
  readonly decided: Decided | null
  /** The letter tells of other applications, too: answering it would not say which is meant. */
  readonly amongOthers?: true
  /** The moment at which it is composed, whose day the letter bears. */
  readonly composedAt: Date
  readonly service: { readonly from: Address; readonly contact: string; readonly timezone: string }
}

/** A decision made after the machine's. */
export type Decided = {
  readonly id: number
  /** A person's words for the sender; null where there are none. The only way by which words of staff come into a letter. */
  readonly reason: string | null
  /** A person weighed the case; false: the machine judged it anew. */
  readonly byPerson: boolean
  /** The outcome until then; null where there was none. */
  readonly before: Outcome | null
  /** A decision told before was taken back. */
  readonly corrects: boolean
}

export type ReplyKind = 'receipt' | 'returned' | 'rejected' | 'held' | 'noted' | 'withdrawal' | 'correction'

export type Reply = {
  readonly kind: ReplyKind
  readonly to: readonly [Address, ...Address[]]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Message-IDs with their angle brackets. `messageId` is the same however often the reply is composed. */
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  readonly messageId: string
  /** The blank form, where the letter asks for it. */
  readonly enclosures?: readonly Enclosure[]
}
