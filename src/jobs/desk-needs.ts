import type { Wish } from '../core/call/amending.ts'
import type { Call } from '../core/call/call.ts'
import type { CaseFacts } from '../core/desk/case-facts.ts'
import type { KnownMail, SettledLine } from '../core/desk/known-mail.ts'
import type { Member } from '../core/desk/member.ts'
import type { PaperFile } from '../core/desk/paper-file.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'
import type { Who } from './apply-replay.ts'
import type { Confirming } from './confirm.ts'
import type { Deciding } from './decide.ts'
import type { Asked } from './give-papers.ts'
import type { Around } from './within.ts'

/** What is on record of mails and lines; each verb is one transaction, or a part of one. */
export type DeskMails = {
  open(state: 'waiting' | 'done', now: Date): readonly KnownMail[]
  find(id: number, now: Date): KnownMail | null
  /** One more try of a line, counted before the work, so that a death in it is known; gives the how manieth it is. */
  begin(id: number, line: number): number
  /** That try proves nothing against the line. */
  forgive(id: number, line: number): void
  settle(line: SettledLine, confirmedBy: number | null, at: Date): void
  finish(id: number): void
}

export type DeskLines = {
  lines(id: number): readonly SettledLine[]
  confirmedBy(id: number): readonly SettledLine[]
  /** Under the answer that bore this code, not confirmed yet. */
  shownUnder(code: number): readonly SettledLine[]
}

/** The result of a group, by the sheet that came with a mail. */
export type Telling = {
  readonly call: string
  readonly group: string
  readonly mail: number
  readonly address: string
}

/** The jobs behind the lines, the same as the command line's; what each says of itself, for staff, is given to `around`. */
export type DeskDeeds = {
  decide(id: number, deciding: Deciding, around: Around<readonly string[]>): Promise<void>
  amend(call: string, wish: Wish, who: Who, around: Around<readonly string[]>): Promise<void>
  confirm(confirming: Confirming, who: Who, around: Around<readonly string[]>): Promise<void>
  remind(call: string, around: Around<readonly string[]>): Promise<void>
  give(asked: Asked, around: Around<readonly string[]>): Promise<void>
  announce(telling: Telling, around: Around<readonly string[]>): Promise<void>
}

export type CarryOutNeeds = {
  readonly clock: () => Date
  readonly mails: DeskMails
  readonly lines: DeskLines
  readonly deeds: DeskDeeds
  readonly sight: {
    find(id: number): CaseFacts | null
    calls(): readonly Call[]
    readonly timezone: string
  }
  readonly members: readonly Member[]
  readonly mostTries: number
}

/** A case as it stands in a mail to staff, and the latest decision on it then. */
export type CodeCase = { readonly message: number; readonly entry: number; readonly decision: number }

export type AnswerNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly mails: {
    open(state: 'done', now: Date): readonly KnownMail[]
    lastAnswerTo(address: string): Date | null
    /** The files that the answer to it bears. */
    asked(id: number): readonly PaperFile[]
    /** `at` null: there was nothing to say. */
    answer(id: number, code: number | null, at: Date | null): void
  }
  readonly lines: Omit<DeskLines, 'shownUnder'>
  readonly find: (id: number) => CaseFacts | null
  readonly outbox: { add(entry: NewMail, state: { readonly withheldFor: null }, at: Date): void }
  readonly issueCode: (code: {
    readonly address: string
    readonly purpose: string
    readonly cases: readonly CodeCase[]
  }) => number
  readonly settings: {
    readonly mailbox: string
    readonly domain: string
    readonly replies: 'hold' | 'live'
    readonly calls: () => readonly Call[]
  }
}
