import type { Call } from '../core/call/call.ts'
import { judgeMail } from '../core/judge/judge-mail.ts'
import { applyReplay, type Who } from '../jobs/apply-replay.ts'
import { replay } from '../jobs/replay.ts'
import type { ApplyNeeds, Replayed } from '../jobs/replay-needs.ts'
import { parseMessage } from '../mail/parse-message.ts'
import { answeredIn } from './answering.ts'
import { recordNeeds } from './desk.ts'
import { policyOf, readDocuments } from './judging.ts'
import type { Parts } from './parts.ts'
import { earlierIn, threadIn } from './records.ts'

/** The rules to judge again by; `known`: what was judged by them just now. */
type Under = { readonly calls: readonly Call[]; readonly known: ReadonlyMap<number, readonly Replayed[]> }

/** The replay, wired to the real edges. */
export function replayUnder({ calls, known }: Under, call: string | null, parts: Parts) {
  const { storedMessages, rawMessages, decisions } = parts.store.get()
  const { clock } = parts
  return replay(call, {
    clock,
    calls,
    known,
    records: { stored: storedMessages.all, source: rawMessages.find, decisionsOn: decisions.byEntry },
    reader: { parse: parseMessage, readDocuments: files => readDocuments(parts, files, calls) },
    rules: {
      threadOf: threadIn(parts),
      judge: ({ now, ...seen }, season) =>
        judgeMail(
          seen,
          { now, clock: clock(), received: null },
          {
            ...policyOf({ ...parts, calls: () => calls }),
            ...{ standing: season.standing, ...(season.applied === undefined ? {} : { applied: season.applied }) },
            earlier: earlierIn({ store: parts.store, calls: () => calls }),
          },
        ),
    },
  })
}

/** Under today's configuration, and what was amended. */
export const replayAll = (call: string | null, parts: Parts) =>
  replayUnder({ calls: parts.calls(), known: new Map() }, call, parts)

export const applyNeeds = (parts: Parts): ApplyNeeds => ({
  record: recordNeeds(parts),
  answered: answeredIn(parts),
})

export const applyReplayed = (changes: readonly Replayed[], who: Who, parts: Parts) =>
  applyReplay(changes, who, applyNeeds(parts))
