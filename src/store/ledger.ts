import {
  type Aside,
  type Ending,
  type Entry,
  type Judged,
  type PlacedEntry,
  UNRELATED,
} from '../core/application/conclusion.ts'
import type { FetchedMail, WaitingMessage } from '../core/application/recorded-message.ts'
import { scannedAmong } from '../core/document/scanned-document.ts'
import { applicantOf } from '../core/judge/decision.ts'
import { describeError, isOurFault } from '../errors.ts'
import { sha256 } from '../sha256.ts'
import type { Applications } from './applications.ts'
import type { Attempts } from './attempts.ts'
import type { Conclusions } from './conclusions.ts'
import type { Decisions } from './decisions.ts'
import type { DeskMails } from './desk-mails.ts'
import type { Locations } from './locations.ts'
import type { Messages } from './messages.ts'
import type { Outbox } from './outbox.ts'
import type { RawMessages } from './raw-messages.ts'
import type { Reopening } from './reopening.ts'
import type { ScannedDocuments } from './scanned-documents.ts'

type Transaction = <Result>(work: () => Result) => Result

/** The tables that a message on the straight line is written into. */
type Tables = {
  readonly messages: Messages & Conclusions
  readonly attempts: Attempts
  readonly locations: Locations
  readonly reopening: Reopening
  readonly rawMessages: RawMessages
  readonly decisions: Decisions
  readonly applications: Applications
  readonly outbox: Pick<Outbox, 'addAll'>
  readonly deskMails: Pick<DeskMails, 'record'>
  readonly scannedDocuments: Pick<ScannedDocuments, 'expect'>
  readonly transaction: Transaction
  /** For what would be done again with the same result after a loss of power. */
  readonly redoably: Transaction
}

/** What happens to a message, verb by verb; each is one transaction over the tables that it concerns. */
export const createLedger = (tables: Tables) => ({
  kept: (id: number): FetchedMail | null => {
    const bytes = tables.rawMessages.find(id)
    return bytes === null ? null : { bytes, sha256: sha256(bytes) }
  },
  twinOf: (found: WaitingMessage, bytes: string | null): number | null =>
    bytes === null ? tables.messages.headerTwinOf(found) : tables.messages.twinOf(found.id, bytes),
  movedFrom: tables.locations.waitingLike,
  keep: (id: number, fetched: FetchedMail, at: Date): void =>
    tables.transaction(() => {
      tables.messages.identify(id, fetched.sha256)
      tables.rawMessages.add(id, fetched.bytes)
      tables.attempts.begin(id, at)
    }),
  begin: (id: number, at: Date): void => tables.transaction(() => tables.attempts.begin(id, at)),
  fail: tables.attempts.fail,
  conclude: (found: WaitingMessage, ending: Ending, at: Date): void => {
    const atOnce = ending.kind === 'judged' ? tables.redoably : tables.transaction
    atOnce(() => write(found, ending, { ...tables, at }))
  },
  setAside: (id: number, { seen, judged }: Aside, at: Date): boolean =>
    tables.transaction(() => {
      const answered = judged !== null && tryToWrite(id, judged, { ...tables, at })
      tables.messages.setAside(id, seen, at)
      return answered
    }),
})

type Writing = Tables & { readonly at: Date }

function write(found: WaitingMessage, ending: Ending, writing: Writing): void {
  switch (ending.kind) {
    case 'judged':
      writeJudged(found.id, ending.judged, writing)
      break
    case 'repeats':
      writeRepeat(found, ending, writing)
      break
    case 'gone':
      writeGone(found, ending, writing)
      break
    default:
      ending satisfies never
  }
}

/** Facts, decisions, chains and replies. */
function writeJudged(id: number, judged: Judged, { at, ...tables }: Writing): void {
  const { messages, rawMessages, decisions, applications, outbox } = tables
  messages.conclude(id, judged.facts, at)
  const placed = judged.entries.map((one, entry): PlacedEntry => {
    const { decision } = one
    decisions.addByMachine({ messageId: id, entry }, decision, at)
    return { entry, decision, application: applicationOf(one, { of: { messageId: id, entry }, applications, at }) }
  })
  const mails = placed.length === 0 ? [] : judged.answers(placed)
  outbox.addAll(mails, { withheldFor: judged.withheldFor }, at)
  if (judged.keeps === 'everything')
    tables.scannedDocuments.expect(id, scannedAmong(judged.entries.flatMap(({ decision }) => decision.documents)))
  if (judged.desk !== null) tables.deskMails.record(id, judged.desk, at)
  if (judged.keeps === 'row') messages.forgetContent(id)
  if (judged.keeps !== 'everything') rawMessages.remove(id)
}

type Of = { readonly messageId: number; readonly entry: number }
type Within = { readonly of: Of; readonly applications: Applications; readonly at: Date }

/** The application that it becomes a part of, or that it belongs to without being a version of it. */
function applicationOf({ decision, enters }: Entry, { of, applications, at }: Within) {
  if (enters !== null) return applications.enter({ ...enters, ...of }, at)
  const applicant = applicantOf(decision)
  return decision.call === null || applicant === null ? null : applications.find(decision.call, applicant.key)
}

/** It may be what fails: undone then, with the reason noted. */
function tryToWrite(id: number, judged: Judged, writing: Writing): boolean {
  try {
    writing.transaction(() => writeJudged(id, judged, writing))
    return true
  } catch (error) {
    if (isOurFault(error)) throw error
    writing.messages.noteError(id, describeError(error))
    return false
  }
}

type EndingAs<Kind> = Extract<Ending, { readonly kind: Kind }>

/** The same bytes are the same message: no decision and no reply of their own. */
function writeRepeat(found: WaitingMessage, { twin, sha256: bytes }: EndingAs<'repeats'>, writing: Writing): void {
  const { messages, locations, rawMessages, at } = writing
  if (locations.adoptByBytes(twin, found)) return
  if (bytes !== null) messages.identify(found.id, bytes)
  messages.concludeAsTwin(found.id, twin, at)
  rawMessages.remove(found.id)
}

function writeGone({ id }: WaitingMessage, { wanted, error }: EndingAs<'gone'>, writing: Writing): void {
  const { messages, reopening, at } = writing
  reopening.markGone(id, at)
  if (wanted) {
    messages.noteError(id, error)
    messages.setAside(id, { sender: null, subject: null }, at)
  } else messages.conclude(id, UNRELATED, at)
}
