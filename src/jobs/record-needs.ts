import type { Application, Entered } from '../core/application/application.ts'
import type { Decision, Outcome } from '../core/judge/decision.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import type { ToTell } from '../core/reply/answers.ts'
import type { ReplyInput } from '../core/reply/reply.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'

/** What a reply needs to know of the mail that it answers. */
export type Answered = ReplyInput['message']

/** A decision after the machine's, and who made it. */
export type Made = { readonly decision: Decision; readonly by: string; readonly reason: string }

/** Of an entry of a message, by its place. */
export type MadeOf = Made & { readonly entry: number }

/** `correction`: what was told before is taken back; `none`: nobody is written to; `unsaid`: what was not sent yet doesn't go out either. */
export type Letter = 'reply' | 'correction' | 'none' | 'unsaid'

type Spoken = Pick<OnRecord, 'decision' | 'decidedBy' | 'reason'>

export type ToRecord = MadeOf & {
  readonly letter: Letter
  /** The decision whose words the letter speaks; left out: this one's own. */
  readonly voice?: Spoken
}

export type EntryKey = { readonly messageId: number; readonly entry: number }

export type RecordNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly decisions: {
    addByPerson(of: EntryKey, made: Made, at: Date): number
    of(messageId: number, entry: number): readonly OnRecord[]
  }
  readonly messages: {
    decide(id: number, decision: Decision): void
    /** The places of the message's entries. */
    entries(id: number): readonly number[]
  }
  readonly applications: {
    find(call: string, applicant: string): Application | null
    enter(entered: Entered, at: Date): Application
    leave(messageId: number, entry: number, at: Date): void
  }
  readonly outbox: {
    /** False where no reply to the message waited to be sent. */
    supersede(messageId: number): boolean
    addAll(mails: readonly NewMail[], state: { readonly withheldFor: 'hold' | null }, at: Date): void
  }
  readonly composeReplies: (told: ToTell) => readonly NewMail[]
  readonly replies: 'hold' | 'live'
}

/** What was recorded, the letter that goes out, if any, and what others are told whom it concerns. */
export type Recorded = {
  readonly application: Application | null
  readonly reply: NewMail | null
  readonly notices: readonly NewMail[]
}

/** A decision that stands on record, and the outcome until then. */
export type PutDown = { readonly decisionId: number; readonly before: Outcome | null }
