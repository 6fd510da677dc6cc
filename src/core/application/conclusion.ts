import type { DeskReading } from '../desk/desk-mail.ts'
import { withoutArchives } from '../document/document.ts'
import { applicantOf, broughtBy, type Decision, type Decisions, inCommon } from '../judge/decision.ts'
import type { Message } from '../message/message.ts'
import type { NewMail } from '../sending/outgoing-mail.ts'
import type { Application, Entered } from './application.ts'
import type { MessageFacts } from './recorded-message.ts'

/** What a message brings one applicant in one call; `enters`: the chain that it becomes a part of, if any. */
export type Entry = { readonly decision: Decision; readonly enters: Omit<Entered, 'messageId' | 'entry'> | null }

/** The same once it stands in its chain; `entry`: its place among the message's. */
export type PlacedEntry = {
  readonly entry: number
  readonly decision: Decision
  readonly application: Application | null
}

/** What is written down of a judged message. `keeps`: of its bytes and what they say, nothing but the row, the decision, or everything. */
type Conclusion = {
  readonly facts: MessageFacts
  readonly keeps: 'row' | 'decision' | 'everything'
  readonly entries: readonly Entry[]
}

/** The same with its mails: `answers` gives them once the entries stand in their chains. */
export type Judged = Conclusion & {
  readonly answers: (entries: readonly PlacedEntry[]) => readonly NewMail[]
  readonly withheldFor: 'hold' | null
  /** What it wants of the desk. */
  readonly desk: DeskReading | null
}

/** How a message ends. `gone`: it left the mailbox before it was downloaded; `wanted`: a person had it tried again, and gets it back. */
export type Ending =
  | { readonly kind: 'judged'; readonly judged: Judged }
  | { readonly kind: 'repeats'; readonly twin: number; readonly sha256: string | null }
  | { readonly kind: 'gone'; readonly wanted: boolean; readonly error: string }

/** What a person gets to look at, and, where the header said enough, what it comes to. */
export type Aside = { readonly seen: Pick<MessageFacts, 'sender' | 'subject'>; readonly judged: Judged | null }

/** What is remembered of a subject, which may be a megabyte long. */
const LONGEST_SUBJECT = 1000

/** Of unrelated mail the UID, the size and a hash of the header are kept, nothing else; of automatic mail and of commands no bytes, and of these, whose subject may bear a code, no subject. */
export function conclusionOf(message: Message, decisions: Decisions): Conclusion {
  const entries = decisions.map(entryOf)
  switch (decisions[0].relation) {
    case 'unrelated':
      return { facts: { ...factsOf(decisions), ...NOTHING_SEEN }, keeps: 'row', entries: [] }
    case 'command':
      return { facts: { ...factsOf(decisions), ...NOTHING_SEEN }, keeps: 'decision', entries }
    case 'automatic':
      return { facts: { ...factsOf(decisions), ...seenOf(message) }, keeps: 'decision', entries }
    default:
      return { facts: { ...factsOf(decisions), ...seenOf(message) }, keeps: 'everything', entries }
  }
}

const factsOf = (decisions: Decisions) => {
  const [{ receivedAt }] = decisions
  return {
    relation: inCommon(decisions, ({ relation }) => relation),
    call: inCommon(decisions, ({ call }) => call),
    branch: inCommon(decisions, ({ branch }) => branch?.name ?? null),
    outcome: inCommon(decisions, ({ outcome }) => outcome),
    receivedAt: receivedAt === null ? null : new Date(receivedAt),
  }
}

const NOTHING_SEEN = { sender: null, subject: null, messageId: null }

/** By which a person finds the mail. */
export const seenOf = ({ from, subject, messageId }: Message) => ({
  sender: from[0]?.address ?? null,
  subject: subject?.slice(0, LONGEST_SUBJECT) ?? null,
  messageId,
})

/** An application with a known applicant is a part of that applicant's chain. */
function entryOf(decision: Decision): Entry {
  const { relation, call } = decision
  const applicant = applicantOf(decision)
  if (relation !== 'application' || call === null || applicant === null) return { decision, enters: null }
  return { decision, enters: { call, applicant: applicant.key, files: filesOf(decision) } }
}

/** By which two submissions are known to bring the same: the SHA-256 of their documents, sorted. */
export const filesOf = (decision: Pick<Decision, 'documents' | 'brought'>): readonly string[] =>
  withoutArchives(broughtBy(decision))
    .map(({ sha256 }) => sha256)
    .sort()

/** Of what may be no application, and of what is no longer there: the row alone. */
export const UNRELATED: MessageFacts = {
  ...{ relation: 'unrelated', call: null, branch: null, outcome: 'ignored', receivedAt: null },
  ...NOTHING_SEEN,
}
