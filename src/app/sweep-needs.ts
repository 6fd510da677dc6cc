import { mayBeApplication } from '../core/may-be-application.ts'
import type { SweepNeeds } from '../jobs/sweep.ts'
import { sha256 } from '../mail/bytes.ts'
import { parseHeader, parseMessage } from '../mail/parse-message.ts'
import { noticeEntry, replyEntry } from './answering.ts'
import { firstLookOf } from './first-look.ts'
import { judgeMessage, readDocuments, standingIn, threadIn } from './judging.ts'
import type { Parts } from './parts.ts'

/** The sweep, wired to the real edges. */
export function sweepNeeds(parts: Parts): SweepNeeds {
  const { config, clock } = parts
  const store = parts.store.get()
  const mailbox = parts.mailbox.get()
  return {
    clock,
    mailbox,
    folders: store.folders,
    messages: store.messages,
    rawMessages: store.rawMessages,
    decisions: store.decisions,
    applications: store.applications,
    outbox: store.outbox,
    transaction: store.transaction,
    folderNames: config.mailbox.folders,
    firstLook: firstLookOf(config),
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
