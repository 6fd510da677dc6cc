import { replyTo } from './app/answering.ts'
import { decideNeeds, overdueNeeds, reopenNeeds } from './app/deciding.ts'
import { digestNeeds, factsNeeds, reconcileMailbox } from './app/digest-needs.ts'
import { diagnose } from './app/doctor.ts'
import { exportAll } from './app/exporting.ts'
import { judgeMessage, readDocuments } from './app/judging.ts'
import { type AppNeeds, closeParts, createParts, type Parts } from './app/parts.ts'
import { recover } from './app/recovery.ts'
import { applyReplayed, replayAll } from './app/replaying.ts'
import { send } from './app/send.ts'
import { sweepNeeds } from './app/sweep-needs.ts'
import { createTroubleDesk } from './app/trouble-desk.ts'
import type { Config } from './config/config.ts'
import type { Call } from './core/call.ts'
import type { Decision } from './core/decision.ts'
import { composeDigest, type Digest } from './core/digest/compose-digest.ts'
import { digestSheets } from './core/digest/digest-sheets.ts'
import type { DigestMoment } from './core/digest-calendar.ts'
import { heldUnread } from './core/held-unread.ts'
import type { Message } from './core/message.ts'
import type { Reply } from './core/reply/reply.ts'
import { type Deciding, decide } from './jobs/decide.ts'
import { composeDue } from './jobs/digest.ts'
import { gatherDigestFacts } from './jobs/digest-facts.ts'
import { holdOverdue } from './jobs/overdue.ts'
import { type PurgeNeeds, purge } from './jobs/purge.ts'
import { reopen } from './jobs/reopen.ts'
import type { Replayed } from './jobs/replay.ts'
import { settleSuspects, sweep } from './jobs/sweep.ts'
import { parseHeader, parseMessage } from './mail/parse-message.ts'
import { writeWorkbook } from './sheets/write-workbook.ts'
import { backupDatabase, restoreDatabase } from './store/backup.ts'
import type { RecordedDecision } from './store/decisions.ts'
import type { PastEvent } from './store/history.ts'
import type { FullEntry } from './store/outbox.ts'
import type { ListedSubmission } from './store/overview.ts'
import { takeWorkerLock } from './store/worker-lock.ts'

export type { Applied } from './jobs/apply-replay.ts'
export type { Replayed } from './jobs/replay.ts'

/** A mail from a file, judged offline; `decision` and `reply` are what live work would give. */
export type Judged = {
  readonly file: string
  readonly message: Message
  readonly decision: Decision
  readonly reply: Reply | null
}

/** A file to judge and the clocks that are said of it. */
export type ToJudge = {
  readonly file: string
  readonly source: Uint8Array
  readonly received: Date | null
  readonly internalDate: Date | null
  readonly now: Date | null
}

/** Everything about one message. */
export type Shown = {
  readonly message: ListedSubmission
  readonly decisions: readonly RecordedDecision[]
  /** Oldest first. */
  readonly replies: readonly FullEntry[]
  readonly history: readonly PastEvent[]
}

export type App = ReturnType<typeof createApp>

/** The composition root: makes every part when it is first needed, and hands each job only what it needs. */
export function createApp(config: Config, needs: AppNeeds) {
  const parts = createParts(config, needs)
  return {
    clock: needs.clock,
    repliesAreHeld: config.replies === 'hold',
    takeWorkerLock: () => takeWorkerLock(config.database),
    /** After a start: settles what a crash left open, and lets replies go or holds them, as the configuration says now. */
    recover: () => recover(parts),
    sweep: () => sweep(sweepNeeds(parts)),
    /** Messages during which the process died before, alone. */
    settleSuspects: () => settleSuspects(sweepNeeds(parts)),
    /** A sweep was completed; by `dueBy` the next one must be. */
    completeSweep: (dueBy: Date): void => parts.store.get().worker.completeSweep(needs.clock(), dueBy),
    reconcile: () => reconcileMailbox(parts),
    troubles: createTroubleDesk(parts),
    /** When the work last got on, in milliseconds of a clock that nobody sets. */
    pulse: parts.pulse,
    reopen: (id: number) => reopen(id, reopenNeeds(parts)),
    backup: (file: string) => backupDatabase(config.database, file, needs.clock()),
    restore: (file: string) => restoreDatabase(file, config.database, needs.clock()),
    waitForMail: () => parts.mailbox.get().waitForMail(config.mailbox.folders),
    /** Turns returned ones that nobody could be told of in time into cases for a person; gives their numbers. */
    holdOverdue: () => holdOverdue(overdueNeeds(parts)),
    /** `mayLook`: whether the mailbox may be asked what was sent before. */
    sendDue: (mayLook = true) => send(parts, mayLook),
    decide: (id: number, deciding: Deciding) => decide(id, deciding, decideNeeds(parts)),
    /** Judges every stored message again under this configuration; records and sends nothing. */
    replay: (call: string | null) => replayAll(call, parts),
    applyReplayed: (change: Replayed, who: { by: string; reason: string }) => applyReplayed(change, who, parts),
    /** Everything of a call as files; `caseText`: what is written of each message. */
    exportCall: (call: Call, caseText: (id: number) => string) => exportAll(call, caseText, parts),
    purge: (call: Call, before: Date) => purge(call, before, purgeNeeds(parts)),
    audit: () => parts.store.get().audit(),
    bearsHead: (hash: string) => parts.store.get().bearsHead(hash),
    composeDigests: (moment: Omit<DigestMoment, 'timezone'>, mayLook = true) =>
      composeDue(moment, digestNeeds(parts, mayLook)),
    /** The digest as it would be now; nothing is recorded or sent. */
    previewDigest: () => previewDigest(parts),
    /** The daily digest that was composed for that day `YYYY-MM-DD`; null where there is none. */
    composedDigest: (date: string) => composedDigest(date, parts),
    judgeFile: (file: ToJudge) => judgeFile(file, parts),
    overview: () => parts.store.get().overview,
    show: (id: number) => show(id, parts),
    /** What `shenbao doctor` tells; `testAddress`: where a test mail goes, null for none. */
    diagnose: (testAddress: string | null) => diagnose(parts, testAddress),
    /** Gives up what is being read, for the process is to end. */
    cancel: (): void => {
      parts.ending.abort()
      void parts.readers.made?.close()
    },
    /** The process ends in the middle of a message: its attempt doesn't count. */
    abandon: (): void => {
      parts.store.made?.attempts.cancelAll()
    },
    close: () => closeParts(parts),
  }
}

async function judgeFile({ file, source, ...clocks }: ToJudge, parts: Parts): Promise<Judged> {
  const { limits } = parts.config
  const tooLarge = source.length > limits.messageBytes
  const message = await (tooLarge ? parseHeader : parseMessage)(source)
  const documents = await readDocuments(parts, message.attachments)
  const judged = judgeMessage({ message, documents, thread: null, ...clocks }, parts, () => null)
  const decision = tooLarge && judged.relation === 'application' ? heldUnread(judged, 'too-large') : judged
  return { file, message, decision, reply: replyTo({ message, decision, decided: null, place: null }, parts) }
}

function purgeNeeds({ clock, store }: Parts): PurgeNeeds {
  const { history, purging, transaction } = store.get()
  return { clock, transaction, purging, lastExport: history.lastExport }
}

type WholeDigest = Digest & { readonly workbook: Uint8Array }

function composedDigest(date: string, { store }: Parts): WholeDigest | null {
  const mail = store.get().digests.dailyMail(date)
  if (mail === null) return null
  const { subject, text, html, enclosures } = mail
  return { subject, text, html, workbook: Buffer.from(enclosures?.[0]?.base64 ?? '', 'base64') }
}

async function previewDigest(parts: Parts): Promise<WholeDigest> {
  const facts = gatherDigestFacts('daily', parts.clock(), factsNeeds(parts))
  return { ...composeDigest(facts), workbook: await writeWorkbook(digestSheets(facts)) }
}

function show(id: number, { store }: Parts): Shown | null {
  const { overview, decisions, outbox, history } = store.get()
  const message = overview.message(id)
  if (message === null) return null
  return { message, decisions: decisions.of(id), replies: outbox.repliesTo(id), history: history.of(id) }
}
