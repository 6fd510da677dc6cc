import { amendNeeds } from './app/amending.ts'
import { resultsNeeds, sheetFile } from './app/announcing-results.ts'
import { confirmNeeds } from './app/confirming.ts'
import { decideNeeds, purgeNeeds, reopenNeeds, resendNeeds } from './app/desk.ts'
import { answerNeeds, carryOutNeeds } from './app/desk-mail.ts'
import { digestNeeds, isCountedSince, reconcileMailbox } from './app/digest-needs.ts'
import { composedDigest, previewDigest } from './app/digests.ts'
import type { ToDraft } from './app/drafting.ts'
import { exportAll } from './app/exporting.ts'
import type { ToJudge } from './app/judge-file.ts'
import { writeMetrics } from './app/metrics.ts'
import { createPacking } from './app/packing.ts'
import { type AppNeeds, closeParts, createParts, type Parts } from './app/parts.ts'
import { recogniseNeeds } from './app/recognising.ts'
import { remindNeeds } from './app/reminding.ts'
import { applyReplayed, replayAll } from './app/replaying.ts'
import { send, sendMeanwhile } from './app/send.ts'
import { show } from './app/showing.ts'
import { sweepNeeds } from './app/sweep.ts'
import { troubleNeeds } from './app/troubles.ts'
import type { CallTrial } from './app/trying.ts'
import { clockNeeds, overdueNeeds, recoverNeeds } from './app/worker.ts'
import type { Config } from './config/config.ts'
import type { Wish } from './core/call/amending.ts'
import type { Call } from './core/call/call.ts'
import type { DigestMoment } from './core/digest/digest-calendar.ts'
import type { Trouble } from './core/sending/trouble.ts'
import { amend } from './jobs/amend.ts'
import type { Who } from './jobs/apply-replay.ts'
import { carryOut } from './jobs/carry-out.ts'
import { checkClock } from './jobs/check-clock.ts'
import { type Confirming, confirm, planConfirmation } from './jobs/confirm.ts'
import { type Deciding, decide } from './jobs/decide.ts'
import { answerDesk } from './jobs/desk-answers.ts'
import { composeDue } from './jobs/digest.ts'
import { holdOverdue } from './jobs/overdue.ts'
import { type Discard, planPurge, purge } from './jobs/purge.ts'
import { recogniseNext } from './jobs/recognise.ts'
import { recover } from './jobs/recover.ts'
import { planReminders, remind } from './jobs/remind.ts'
import { reopen } from './jobs/reopen.ts'
import type { Replayed } from './jobs/replay-needs.ts'
import { resend } from './jobs/resend.ts'
import { type Announcing, announceResults, planResults } from './jobs/results.ts'
import { concludeSuspects, sweep } from './jobs/sweep.ts'
import { endTrouble, mailOfTroubles, meetTrouble, raiseAlarms } from './jobs/troubles.ts'
import { backupDatabase, restoreDatabase } from './store/backup.ts'
import { takeWorkerLock } from './store/worker-lock.ts'

export type { DraftedCall } from './app/drafting.ts'
export type { Judged } from './app/judge-file.ts'
export type { Shown } from './app/showing.ts'
export type { Amended } from './jobs/amend.ts'
export type { Applied } from './jobs/apply-replay.ts'
export type { ConfirmPlan } from './jobs/confirm.ts'
export type { PurgePlan } from './jobs/purge.ts'
export type { RemindPlan } from './jobs/remind.ts'
export type { Replayed } from './jobs/replay-needs.ts'
export type { ResultsPlan } from './jobs/results.ts'
export type { CallTrial }

export type App = ReturnType<typeof createApp>

const asAmended = ({ id, ...call }: Call, { calls }: Pick<Parts, 'calls'>): Call =>
  calls().find(one => one.id === id) ?? { id, ...call }

/** The composition root: makes every part when it is first needed, and hands each job only what it needs. */
export function createApp(config: Config, needs: AppNeeds) {
  const parts = createParts(config, needs)
  return {
    ...processOf(parts),
    ...mailboxOf(parts),
    ...outboxOf(parts),
    ...deskOf(parts),
    ...reportsOf(parts),
    ...toolsOf(parts),
  }
}

/** Its own life. */
const processOf = (parts: Parts) => ({
  clock: parts.clock,
  repliesAreHeld: parts.config.replies === 'hold',
  takeWorkerLock: () => takeWorkerLock(parts.config.database),
  /** When the work last got on, in milliseconds of a clock that nobody sets. */
  pulse: parts.pulse,
  /** Gives up what is being read, for the process is to end. */
  cancel: (): void => {
    parts.ending.abort()
    void parts.readers.made?.close()
    void parts.recogniser.made?.close()
  },
  /** The process ends in the middle of a message: its attempt doesn't count. */
  abandon: (): void => {
    parts.store.made?.attempts.cancelAll()
  },
  close: () => closeParts(parts),
})

/** From the mailbox to decisions. */
const mailboxOf = (parts: Parts) => ({
  /** After a start: settles what a crash left open, and lets replies go or holds them, as the configuration says now. */
  recover: () => recover(recoverNeeds(parts)),
  /** `progressed` is called at each sign that the sweep gets on: there may be something to send. */
  sweep: (progressed?: () => void) => sweep(sweepNeeds(parts, progressed)),
  /** Messages during which the process died before, alone. */
  concludeSuspects: () => concludeSuspects(sweepNeeds(parts)),
  /** A sweep was completed; by `dueBy` the next one must be. */
  completeSweep: (dueBy: Date): void => parts.store.get().worker.completeSweep(parts.clock(), dueBy),
  /** Throws ClockWrong where our clock is far from the server's. */
  checkClock: () => checkClock(clockNeeds(parts)),
  reconcile: () => reconcileMailbox(parts),
  isCountedSince: (moment: Date) => isCountedSince(moment, parts),
  /** One page of the scan that has waited longest. */
  recogniseNext: () => recogniseNext(recogniseNeeds(parts)),
  restRecognition: (): void => parts.recogniser.made?.rest(),
  waitForMail: () => parts.mailbox.get().waitForMail(parts.config.mailbox.folders),
})

/** From decisions to mails that went out, and what stands in their way. */
const outboxOf = (parts: Parts) => ({
  /** Turns returned ones that nobody could be told of in time into cases for a person; gives their numbers. */
  holdOverdue: () => holdOverdue(overdueNeeds(parts)),
  /** `mayAsk`: whether the mailbox may be asked what was sent before. */
  sendDue: (mayAsk = true) => send(parts, mayAsk),
  /** The same during a sweep: the mailbox is in use, and nothing is looked for. */
  sendMeanwhile: () => sendMeanwhile(parts),
  /** Whether the server would take mail from us. */
  trySending: () => parts.sender.get().verify(),
  /** Replies that failed for good are due again: all, or those to these messages. Gives the messages. */
  resend: (messages: readonly number[] | null) => resend(messages, resendNeeds(parts)),
  /** A server doesn't do its work for us; true where that is news. */
  meetTrouble: (met: Omit<Trouble, 'since'>) => meetTrouble(met, troubleNeeds(parts)),
  /** It does its work again; true where that is news. */
  endTrouble: (server: Trouble['server']) => endTrouble(server, troubleNeeds(parts)),
  hasTrouble: (server: Trouble['server']): boolean =>
    parts.store
      .get()
      .troubles.all()
      .some(one => one.server === server),
  /** Tells staff, by mail, of what lasts. */
  mailOfTroubles: () => mailOfTroubles(troubleNeeds(parts)),
  raiseAlarms: () => raiseAlarms(troubleNeeds(parts)),
  writeMetrics: () => writeMetrics(parts),
})

/** What people do. */
const deskOf = (parts: Parts) => ({
  decide: (id: number, deciding: Deciding) => decide(id, deciding, decideNeeds(parts)),
  /** What staff wrote: carried out, and answered. Gives the mails that are through. */
  carryOutDesk: async () => {
    try {
      return await carryOut(carryOutNeeds(parts))
    } finally {
      await answerDesk(answerNeeds(parts))
    }
  },
  /** No code that was sent to staff works any more; gives how many did. */
  rotateCodes: () => parts.store.get().deskCodes.voidAll(parts.clock()),
  reopen: (id: number) => reopen(id, reopenNeeds(parts)),
  /** Judges every stored message again under this configuration; records and sends nothing. */
  replay: (call: string | null) => replayAll(call, parts),
  applyReplayed: (changes: readonly Replayed[], who: Who) => applyReplayed(changes, who, parts),
  /** The calls as amended. */
  calls: parts.calls,
  /** What the committee changes of a call: recorded, applied to what is stored, announced. */
  amend: (call: string, wish: Wish, who: Who) => amend(call, wish, who, amendNeeds(parts)),
  /** Whom a person's verdict on a condition would concern. */
  planConfirmation: (confirming: Confirming) => planConfirmation(confirming, confirmNeeds(parts)),
  /** A person's verdict, beside the machine's: no outcome changes, no letter goes out. */
  confirm: (confirming: Confirming, who: Who) => confirm(confirming, who, confirmNeeds(parts)),
  /** Whom a reminder would reach, and the letters. */
  planReminders: (call: string) => planReminders(call, remindNeeds(parts)),
  remind: (call: string) => remind(call, remindNeeds(parts)),
  /** The meeting's papers of a call, whole and one by one. */
  packing: (call: Call) => createPacking(asAmended(call, parts), parts),
  /** The rows of a workbook's sheets. */
  readSheet: (path: string) => sheetFile(path, parts),
  /** The letters of the result that a returned 汇总表 comes to. */
  planResults: (announcing: Announcing) => planResults(announcing, resultsNeeds(parts)),
  announceResults: (announcing: Announcing) => announceResults(announcing, resultsNeeds(parts)),
  /** Everything of a call as files; `caseText`: what is written of each message. */
  exportCall: (call: Call, caseText: (id: number) => string) => exportAll(asAmended(call, parts), caseText, parts),
  /** What a purge would remove, and what forbids it. */
  planPurge: (call: Call, before: Date, discard: Discard | null) =>
    planPurge(asAmended(call, parts), before, purgeNeeds(parts), discard),
  purge: (call: Call, before: Date, discard: Discard | null) =>
    purge(asAmended(call, parts), before, discard, purgeNeeds(parts)),
})

/** What is told of it. */
const reportsOf = (parts: Parts) => ({
  composeDigests: (moment: Omit<DigestMoment, 'timezone'>, mayAsk = true) =>
    composeDue(moment, digestNeeds(parts, mayAsk)),
  previewDigest: () => previewDigest(parts),
  composedDigest: (date: string) => composedDigest(date, parts),
  overview: () => parts.store.get().overview,
  show: (id: number) => show(id, parts),
  audit: () => parts.store.get().audit(),
  bearsHead: (hash: string) => parts.store.get().bearsHead(hash),
})

/** Beside the service, which does without: loaded when they are called for. */
const toolsOf = (parts: Parts) => ({
  judgeFile: async (file: ToJudge) => (await import('./app/judge-file.ts')).judgeFile(file, parts),
  /** Mails made for a call, judged: what each applicant would get. */
  tryCall: async (call: Call) => (await import('./app/trying.ts')).tryCall(call, parts),
  /** The files of a new call, from its notice. */
  draftCall: async (given: ToDraft) => (await import('./app/drafting.ts')).draftFiles(given, parts),
  /** What `shenbao doctor` tells; `testAddress`: where a test mail goes, null for none. */
  diagnose: async function* (testAddress: string | null) {
    const { diagnose } = await import('./app/doctor.ts')
    yield* diagnose(parts, testAddress)
  },
  backup: (file: string) => backupDatabase(parts.config.database, file, parts.clock()),
  restore: (file: string) => restoreDatabase(file, parts.config.database, parts.clock()),
})
