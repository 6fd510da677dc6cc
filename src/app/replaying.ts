import { judgeMail } from '../core/judge/judge-mail.ts'
import { applyChange } from '../jobs/apply-replay.ts'
import { type Replayed, replay } from '../jobs/replay.ts'
import { parseMessage } from '../mail/parse-message.ts'
import { answeredIn } from './answering.ts'
import { recordNeeds } from './desk.ts'
import { policyOf, readDocuments } from './judging.ts'
import type { Parts } from './parts.ts'
import { threadIn } from './records.ts'

/** The replay, wired to the real edges. */
export function replayAll(call: string | null, parts: Parts) {
  const { storedMessages, rawMessages, decisions } = parts.store.get()
  const { clock } = parts
  return replay(call, {
    clock,
    calls: parts.config.calls,
    stored: storedMessages.all,
    source: rawMessages.find,
    decisionsOn: decisions.of,
    parse: parseMessage,
    readDocuments: files => readDocuments(parts, files),
    threadOf: threadIn(parts),
    judge: ({ now, ...seen }, standing) =>
      judgeMail(seen, { now, clock: clock(), received: null }, { ...policyOf(parts), standing }),
  })
}

export function applyReplayed(change: Replayed, who: { by: string; reason: string }, parts: Parts) {
  const { storedMessages, decisions } = parts.store.get()
  return applyChange(change, who, {
    ...recordNeeds(parts),
    decisionsOn: decisions.of,
    answered: answeredIn(parts),
    rejudge: storedMessages.rejudge,
  })
}
