import type { Application, Entered } from '../core/application/application.ts'
import type { ListedMessage, SettledFacts, UnsettledMessage } from '../core/application/recorded-message.ts'
import type { Document } from '../core/document/document.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { Attachment, Message } from '../core/message/message.ts'
import type { Thread } from '../core/message/relation.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'

export type IntakeNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  /** A transaction that a loss of power may undo, for it would be made again with the same result. */
  readonly redoably: <Result>(work: () => Result) => Result
  readonly messages: {
    record(message: ListedMessage, at: Date): number | null
    unsettled(): readonly UnsettledMessage[]
    identify(id: number, sha256: string): void
    twinOf(id: number, sha256: string): number | null
    headerTwinOf(message: UnsettledMessage): number | null
    countFailedFetch(id: number, error: string): void
    forgetContent(id: number): void
    noteError(id: number, text: string): void
    settle(id: number, facts: SettledFacts, at: Date): void
    settleAsTwin(id: number, twinId: number, at: Date): void
    setAside(id: number, seen: { readonly sender: string | null; readonly subject: string | null }, at: Date): void
  }
  readonly attempts: {
    begin(id: number, at: Date): void
    fail(id: number, error: string): void
    cancel(id: number): void
  }
  readonly places: { adoptByBytes(id: number, found: UnsettledMessage): boolean }
  readonly reopening: { markGone(id: number, at: Date): void }
  readonly rawMessages: {
    add(id: number, source: Uint8Array): void
    find(id: number): Uint8Array | null
    remove(id: number): void
  }
  readonly decisions: { addByMachine(id: number, decision: Decision, at: Date): void }
  readonly applications: {
    enter(entered: Entered, at: Date): Application
  }
  readonly outbox: { add(entry: NewMail, state: { readonly withheldFor: 'hold' | null }, at: Date): void }
  /** null where the message is gone. */
  readonly download: (at: UnsettledMessage) => Promise<Uint8Array | null>
  readonly downloadHeader: (at: UnsettledMessage) => Promise<Uint8Array | null>
  readonly sha256: (bytes: Uint8Array) => string
  readonly parse: (source: Uint8Array) => Promise<Message>
  readonly parseHeader: (source: Uint8Array) => Promise<Message>
  readonly readDocuments: (files: readonly Attachment[]) => Promise<readonly Document[]>
  readonly threadOf: (references: readonly string[]) => Thread | null
  readonly judge: (seen: {
    message: Message
    documents: readonly Document[]
    internalDate: Date | null
    thread: Thread | null
  }) => Decision
  readonly composeReply: (judged: {
    message: Message
    decision: Decision
    application: Application | null
    id: number
    decided: null
  }) => NewMail | null
  /** To the protected sender, where somebody else tried to replace the application. */
  readonly composeNotice: (judged: { message: Message; decision: Decision; application: Application }) => NewMail | null
  readonly replies: 'hold' | 'live'
  /** `messageBytes`: larger mail isn't downloaded; `attempts`: how often a message may fail before it is set aside. */
  readonly limits: { readonly messageBytes: number; readonly attempts: number }
}

export type IntakeResult = {
  readonly id: number
  readonly uid: number
  readonly what: 'judged' | 'repeated' | 'gone' | 'set-aside' | 'later'
  readonly outcome: Decision['outcome'] | null
  readonly error: string | null
}
