import { performance } from 'node:perf_hooks'
import { callFingerprint } from '../core/call/call-fingerprint.ts'
import { mayBeApplication } from '../core/message/may-be-application.ts'
import { LONGEST_WAIT } from '../core/sending/retry.ts'
import type { SweepNeeds } from '../jobs/sweep.ts'
import { parseHeader, parseMessage } from '../mail/parse-message.ts'
import { sha256 } from '../sha256.ts'
import type { Store } from '../store/store.ts'
import { noticeEntry, replyEntry } from './answering.ts'
import { announcedDay, firstLookOf } from './first-look.ts'
import { judgeMessage, readDocuments, standingIn, threadIn } from './judging.ts'
import type { Parts } from './parts.ts'

/** Milliseconds: new mail, digests and deadlines wait no longer for the judging of a backlog. */
const PORTION = 30_000
/** For each reader process so many messages are fetched ahead, as long as they hold no more bytes than this. */
const AHEAD = 4
const AHEAD_BYTES = 32 * 1024 * 1024

/** One sweep, wired to the real edges; `settled` is told of each sign that it gets on. */
export function sweepNeeds(parts: Parts, settled = (): void => undefined): SweepNeeds {
  const { config, clock } = parts
  const store = parts.store.get()
  const mailbox = parts.mailbox.get()
  return {
    clock,
    mailbox,
    ...tablesOf(store),
    attempts: { ...store.attempts, suspects: now => store.attempts.suspects(now, LONGEST_WAIT) },
    changedCalls: changedCalls(parts),
    room: { atOnce: AHEAD * config.limits.readers, bytes: AHEAD_BYTES },
    isEnough: portion(),
    progress: () => {
      parts.pulse.beat()
      settled()
    },
    folderNames: config.mailbox.folders,
    firstLook: firstLookOf(config),
    expectDocuments: () => parts.readers.get().expect(),
    mayBeApplication: preview => mayBeApplication(preview, config.calls),
    download: at => mailbox.source(at),
    downloadHeader: at => mailbox.header(at),
    sha256,
    parse: parseMessage,
    parseHeader,
    readDocuments: files => readDocuments(parts, files),
    threadOf: threadIn(parts),
    judge: seen => judgeMessage({ ...seen, received: null, now: clock() }, parts, standingIn(parts)),
    composeReply: replyEntry(parts),
    composeNotice: noticeEntry(parts),
    replies: config.replies,
    limits: config.limits,
    signal: parts.ending.signal,
  }
}

const tablesOf = ({
  folders,
  messages,
  places,
  reopening,
  rawMessages,
  decisions,
  applications,
  outbox,
  ...store
}: Store) => ({
  ...{ folders, messages, places, reopening, rawMessages, decisions, applications, outbox },
  transaction: store.transaction,
  redoably: store.redoably,
})

/** From the first time it is asked: a slow look at the folders leaves no message unsettled for ever. */
function portion(): () => boolean {
  let begun: number | null = null
  return () => {
    begun ??= performance.now()
    return performance.now() - begun > PORTION
  }
}

/** By what decides which mail concerns a call: its naming, roster and dates. */
function changedCalls({ config, store }: Parts): SweepNeeds['changedCalls'] {
  const { callLooks, transaction } = store.get()
  const calls = config.calls.map(call => ({ id: call.id, fingerprint: sha256(Buffer.from(callFingerprint(call))) }))
  return {
    announced: () => {
      const changed = new Set(callLooks.changed(calls))
      return announcedDay(
        config.calls.filter(({ id }) => changed.has(id)),
        config.timezone,
      )
    },
    remember: () => transaction(() => callLooks.remember(calls)),
  }
}
