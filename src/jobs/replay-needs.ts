import type { StoredMessage } from '../core/application/recorded-message.ts'
import type { Call } from '../core/call/call.ts'
import type { Document } from '../core/document/document.ts'
import type { Decision, Decisions } from '../core/judge/decision.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import type { SeenMail } from '../core/judge/judge-mail.ts'
import type { Rules } from '../core/judge/rules.ts'
import type { Attachment, Message } from '../core/message/message.ts'
import type { Thread } from '../core/message/thread.ts'
import type { Answered, RecordNeeds } from './record-needs.ts'

/** What today's configuration makes of an entry of a message. `kept`: a person decided on it, which stays. */
export type Replayed = {
  readonly stored: StoredMessage
  readonly entry: number
  readonly what: 'same' | 'changed' | 'kept' | 'failed'
  /** The decision that counts now, and the one that would. */
  readonly before: Decision
  readonly after: Decision
  /** How many decisions there were on it. */
  readonly decisions: number
  readonly error: string | null
}

export type ReplayNeeds = {
  readonly clock: () => Date
  readonly calls: readonly Call[]
  /** What was judged again just now, and is only judged anew where something was decided meanwhile. */
  readonly known: ReadonlyMap<number, readonly Replayed[]>
  readonly records: {
    /** In the order of (judged time, UID). */
    stored(): readonly StoredMessage[]
    source(id: number): Uint8Array | null
    /** What was decided on each of its entries. */
    decisionsOn(id: number): readonly (readonly OnRecord[])[]
  }
  readonly reader: {
    parse(source: Uint8Array): Promise<Message>
    readDocuments(files: readonly Attachment[]): Promise<readonly Document[]>
  }
  readonly rules: {
    threadOf(references: readonly string[]): Thread | null
    /** Judges as at the moment `now`, by what stands when the message came. */
    judge(seen: SeenMail & { readonly now: Date }, season: Pick<Rules, 'standing' | 'applied'>): Decisions
  }
}

export type ApplyNeeds = {
  readonly record: RecordNeeds
  readonly answered: (id: number) => Promise<Answered>
}
