import { type Confirmation, isUnsettled } from '../core/application/confirmation.ts'
import type { Amendment } from '../core/call/amendment.ts'
import type { Call } from '../core/call/call.ts'
import type { PendingCall } from '../core/call/pending-call.ts'
import type { DigestFacts, FolderFacts, Milestones, ServiceFacts, WithheldReply } from '../core/digest/facts.ts'
import type { RecognisedDocument } from '../core/document/scanned-document.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import { countingOf } from './call-rows.ts'
import { shownCalls } from './closed-calls.ts'
import { callFacts } from './digest-calls.ts'
import { personCases, settledIn } from './digest-cases.ts'
import { applicantIn, inOrder, isNew, isNote, type Related, senderOf, withNoteState } from './digest-related.ts'
import { supersededAmong } from './digest-superseded.ts'
import { openQuestions } from './open-questions.ts'

export type FactsNeeds = {
  readonly settings: {
    readonly calls: readonly Call[]
    readonly pending: readonly PendingCall[]
    readonly amendments: readonly Amendment[]
    readonly timezone: string
    readonly replies: 'hold' | 'live'
    /** The address to apply to, and whom to ask. */
    readonly mailbox: string
    readonly contact: string
  }
  readonly digestBefore: (moment: Date) => Date | null
  /** All that the digest can show; `since`: the digest before. */
  readonly related: (since: Date | null) => readonly Related[]
  /** The latest, and the reason that was given for it; null: the machine's own. */
  readonly decisionOn: (id: number, entry: number) => Pick<OnRecord, 'decision' | 'reason' | 'decidedAt'> | null
  /** Whether somebody wrote in the thread of a question from the mailbox. */
  readonly isAnswered: (id: number) => boolean
  /** What people settled of a call. */
  readonly confirmations: (call: string) => readonly Confirmation[]
  /** What recognition read of a message's scans. */
  readonly recognitionsOf: (id: number) => readonly RecognisedDocument[]
  readonly service: ServiceRecords
}

/** What is on record of the service's own state. */
export type ServiceRecords = {
  readonly folders: () => readonly {
    path: string
    onServer: number | null
    unaccounted: number | null
    sweptAt: Date | null
  }[]
  readonly refusedFolders: () => ServiceFacts['refusedFolders']
  /** How far the committee is with a call. */
  readonly milestones: (call: string) => Milestones
  readonly outboxCounts: () => ServiceFacts['replies']
  readonly waiting: () => ServiceFacts['waiting']
  /** The hash at the head of the chain of events. */
  readonly auditHead: () => string | null
  /** Bytes free on the data volume. */
  readonly diskFree: () => number | null
}

/** Everything a digest shows, as the database has it at that moment. */
export function gatherDigestFacts(kind: DigestFacts['kind'], at: Date, needs: FactsNeeds): DigestFacts {
  const { settings } = needs
  const since = needs.digestBefore(at)
  const decisionOn = (id: number, entry: number) => needs.decisionOn(id, entry)?.decision ?? null
  const related = needs.related(since).map(one => withNoteState(one, decisionOn))
  const isSuperseded = supersededAmong(related, decisionOn)
  const needsPerson = personCases(related, {
    ...{ kind, at, since, isSuperseded, decisionOn: needs.decisionOn, confirmations: needs.confirmations },
    recognitionsOf: needs.recognitionsOf,
    callOf: call => settings.calls.find(({ id }) => id === call) ?? null,
  })
  const counting = countingOf(related, decisionOn)
  const shown = shownCalls(settings.calls, { kind, at, cases: needsPerson, related })
  const arrived = related.filter(one => one.state === 'judged' && isNew(one, since)).sort(inOrder)
  return {
    kind,
    composedAt: at,
    since,
    timezone: settings.timezone,
    trial: settings.replies === 'hold',
    pending: settings.pending,
    mailbox: settings.mailbox,
    contact: settings.contact,
    calls: shown.map(({ call, brief }) => ({
      ...callFacts(call, counting, isSuperseded),
      amendments: settings.amendments.filter(one => one.call === call.id),
      ...progressOf(call, counting, needs),
      brief,
    })),
    callNames:
      settings.calls.length < 2 ? null : Object.fromEntries(settings.calls.map(({ id, short }) => [id, short])),
    needsPerson,
    arrivals: arrived
      .filter(one => one.relation === 'application' || isNote(one))
      .map(one => ({ ...arrivalOf(one), ...notesOn(one, settings.calls, decisionOn) })),
    inquiries: questionsIn(related, { since, shown: shown.map(({ call }) => call.id), needs }),
    service: serviceFacts(related.filter(isFirst), since, needs.service),
  }
}

/** Only a closed call has a next step. */
function progressOf({ id }: Call, related: readonly Related[], { service, confirmations, decisionOn }: FactsNeeds) {
  const made = confirmations(id)
  const unsettled = related.filter(one => {
    const decision = one.call === id && one.standing ? decisionOn(one.id, one.entry)?.decision : undefined
    return decision !== undefined && settledIn(one, decision, made).some(isUnsettled)
  })
  return { milestones: service.milestones(id), unsettled: unsettled.length }
}

/** What is told of a message is told once. */
const isFirst = ({ entry }: Related): boolean => entry === 0

type Shown = { readonly since: Date | null; readonly shown: readonly string[]; readonly needs: FactsNeeds }

/** Those of a call that is shown, until somebody answers or closes them; of no call, those that came since the digest before. */
const questionsIn = (related: readonly Related[], { since, shown, needs }: Shown): DigestFacts['inquiries'] =>
  openQuestions(related, {
    decisionOn: (id, entry) => needs.decisionOn(id, entry)?.decision ?? null,
    isAnswered: needs.isAnswered,
  }).flatMap(({ one, question }) =>
    (one.call !== null && shown.includes(one.call)) || isNew(one, since)
      ? [{ ...senderOf(one), call: one.call, question }]
      : [],
  )

function serviceFacts(related: readonly Related[], since: Date | null, records: ServiceRecords): ServiceFacts {
  const folders = records.folders()
  const swept = folders.flatMap(({ sweptAt }) => (sweptAt === null ? [] : [sweptAt.getTime()]))
  const stuck = (state: Related['state']) => related.filter(one => one.state === state && one.attempts > 0)
  return {
    lastSweepAt: swept.length === 0 ? null : new Date(Math.min(...swept)),
    folders: folders.map(
      ({ path, onServer, unaccounted }): FolderFacts => ({
        path,
        onServer,
        accountedFor: (onServer ?? 0) - (unaccounted ?? 0),
      }),
    ),
    refusedFolders: records.refusedFolders(),
    replies: records.outboxCounts(),
    waiting: records.waiting(),
    setAside: related.filter(({ state }) => state === 'quarantined').map(withAttempts),
    retrying: stuck('received').map(withAttempts),
    diskFree: records.diskFree(),
    auditHead: records.auditHead(),
    withheld: related.flatMap(one => withheldOf(one, since)),
  }
}

/** A reply that outwaits a cap is shown until it goes out, one that would have said the same again just once. */
function withheldOf(one: Related, since: Date | null): readonly WithheldReply[] {
  if (one.withheldFor !== 'cap' && !(one.withheldFor === 'repeat' && isNew(one, since))) return []
  return [{ ...senderOf(one), why: one.withheldFor }]
}

type DecisionOn = (id: number, entry: number) => Pick<Decision, 'notes'> | null

/** Only a set of documents, or several applications of one row, are held against each other. */
function notesOn(one: Related, calls: readonly Call[], decisionOn: DecisionOn): { readonly notes?: readonly string[] } {
  const call = calls.find(({ id }) => id === one.call)
  if (call === undefined || (call.deliverables.length < 2 && call.applicant.several === null)) return {}
  const { notes } = decisionOn(one.id, one.entry) ?? {}
  return notes === undefined ? {} : { notes }
}

const withAttempts = (one: Related) => ({ ...senderOf(one), attempts: one.attempts })
const arrivalOf = (one: Related) => ({
  ...senderOf(one),
  call: one.call,
  applicant: applicantIn(one),
  relation: one.relation ?? ('application' as const),
  outcome: one.outcome ?? ('held' as const),
  version: one.relation === 'application' ? one.version : null,
  ...(one.stranger === true && { stranger: true as const }),
  junk: /junk|spam|垃圾/i.test(one.folder),
})
