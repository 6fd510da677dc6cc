import type { Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import type { Message } from '../message/message.ts'
import type { Thread } from '../message/thread.ts'
import type { Applied } from './applied.ts'
import type { JudgedTime } from './clock.ts'
import type { Earlier } from './earlier.ts'
import type { SenderPolicy, Standing } from './findings/sender-findings.ts'

/** Everything that is seen of a message before it is judged. */
export type Seen = {
  readonly message: Message
  readonly documents: readonly Document[]
  readonly time: JudgedTime
  /** The moment of judging: whether there is time left to mend something. */
  readonly now: Date
  readonly thread: Thread | null
}

/** The rules to judge by, and what stands so far. */
export type Rules = {
  readonly calls: readonly Call[]
  readonly senders: SenderPolicy & { readonly authservId: string }
  /** Our own addresses, lower case. */
  readonly ownAddresses: readonly string[]
  /** Addresses that decide by mail, lower case. */
  readonly desk?: readonly string[]
  /** The accepted submission that stood for a branch in a call at that time. */
  readonly standing: (call: string, branch: string, receivedAt: Date | null) => Standing | null
  /** What a call had on record at that time: whose a mail is that names nobody. */
  readonly applied?: (call: string, receivedAt: Date | null) => readonly Applied[]
  /** What earlier mails brought for an applicant, and for the applications of the same row of the roster; the latest first. */
  readonly earlier?: (call: string, applicant: string, receivedAt: Date | null) => readonly Earlier[]
}
