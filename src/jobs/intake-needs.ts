import type { Aside, Ending } from '../core/application/conclusion.ts'
import type { FetchedMail, Likeness, WaitingMessage } from '../core/application/recorded-message.ts'
import type { DeskReading } from '../core/desk/desk-mail.ts'
import type { Document, WhyUnreadable } from '../core/document/document.ts'
import type { Decision, Decisions } from '../core/judge/decision.ts'
import type { SeenMail } from '../core/judge/judge-mail.ts'
import type { Attachment, Message } from '../core/message/message.ts'
import type { Thread } from '../core/message/thread.ts'
import type { JudgedMail } from '../core/reply/answers.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'

/** What is written down of messages; each verb is one transaction. */
export type Ledger = {
  /** The bytes as they were stored; null where they weren't yet. */
  kept(id: number): FetchedMail | null
  /** The message of the very same bytes, or, where those weren't downloaded, of the same header and size. */
  twinOf(found: WaitingMessage, sha256: string | null): number | null
  /** The message whose UID became invalid and that is this one, though the server changed its header meanwhile. */
  movedFrom(found: WaitingMessage, like: Likeness): number | null
  /** COMMIT 1: stores the bytes and begins an attempt. */
  keep(id: number, fetched: FetchedMail, at: Date): void
  /** Begins another attempt. It counts before the work, so that a death in it is known. */
  begin(id: number, at: Date): void
  fail(id: number, error: string): void
  /** COMMIT 2: everything that comes of a message, or nothing. */
  conclude(found: WaitingMessage, ending: Ending, at: Date): void
  /** False where what it comes to could not be written down: then it is set aside without an answer. */
  setAside(id: number, aside: Aside, at: Date): boolean
}

export type IntakeNeeds = {
  readonly clock: () => Date
  readonly ledger: Ledger
  readonly mail: {
    /** null where the message is gone. */
    source(at: WaitingMessage): Promise<FetchedMail | null>
    header(at: WaitingMessage): Promise<Uint8Array | null>
  }
  readonly reader: {
    parse(source: Uint8Array): Promise<Message>
    parseHeader(source: Uint8Array): Promise<Message>
    /** What the HTML of a mail from the desk shows; undefined: it is nothing apart. */
    htmlText(source: Uint8Array, message: Message): Promise<string | undefined>
    readDocuments(files: readonly Attachment[]): Promise<readonly Document[]>
  }
  readonly rules: {
    threadOf(references: readonly string[]): Thread | null
    judge(seen: SeenMail): Decisions
    /** What is decided where only the header could be read. */
    unread(decisions: Decisions, why: WhyUnreadable): Decisions
    answers(judged: JudgedMail): readonly NewMail[]
    /** What it wants of the desk; null: nothing. */
    readDesk(message: Message, isCommand: boolean): DeskReading | null
    readonly replies: 'hold' | 'live'
    /** `messageBytes`: larger mail isn't downloaded; `attempts`: how often a message may fail before it is set aside. */
    readonly limits: { readonly messageBytes: number; readonly attempts: number }
  }
}

export type IntakeResult = {
  readonly id: number
  readonly uid: number
  readonly what: 'judged' | 'repeated' | 'gone' | 'set-aside' | 'later'
  readonly outcome: Decision['outcome'] | null
  readonly error: string | null
}
