import type { StoredMessage } from '../core/application/recorded-message.ts'
import type { Call } from '../core/call/call.ts'
import type { Document } from '../core/document/document.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { Standing } from '../core/judge/findings/sender-findings.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import type { Attachment, Message } from '../core/message/message.ts'
import type { Thread } from '../core/message/relation.ts'
import type { Answered, RecordNeeds } from './record-decision.ts'

export type ReplayNeeds = {
  readonly clock: () => Date
  readonly calls: readonly Call[]
  /** In the order of (judged time, UID). */
  readonly stored: () => readonly StoredMessage[]
  readonly source: (id: number) => Uint8Array | null
  readonly decisionsOn: (id: number) => readonly OnRecord[]
  readonly parse: (source: Uint8Array) => Promise<Message>
  readonly readDocuments: (files: readonly Attachment[]) => Promise<readonly Document[]>
  readonly threadOf: (references: readonly string[]) => Thread | null
  /** Judges as at the moment `now`, by what stands when the message came. */
  readonly judge: (
    seen: {
      readonly message: Message
      readonly documents: readonly Document[]
      readonly internalDate: Date | null
      readonly thread: Thread | null
      readonly now: Date
    },
    standing: (call: string, branch: string, receivedAt: Date | null) => Standing | null,
  ) => Decision
}

export type ApplyNeeds = RecordNeeds & {
  readonly decisionsOn: ReplayNeeds['decisionsOn']
  readonly answered: (id: number) => Promise<Answered>
}
