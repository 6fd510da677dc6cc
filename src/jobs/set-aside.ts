import type { UnsettledMessage } from '../core/application/recorded-message.ts'
import type { WhyUnreadable } from '../core/document/document.ts'
import { heldUnread } from '../core/judge/held-unread.ts'
import type { Message } from '../core/message/message.ts'
import { describeError, isOurFault, PermanentError } from '../errors.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'
import { type Judged, result, settle } from './settle.ts'
import { settleIfTwin } from './settle-unjudged.ts'

type Failed = { readonly sha256: string; readonly turn: Promise<void>; readonly needs: IntakeNeeds }

/** Unknown means try again; what is ours (no room in the database, a stop) is not held against the message. */
export async function afterFailure(
  error: unknown,
  found: UnsettledMessage,
  { sha256, turn, needs }: Failed,
): Promise<IntakeResult> {
  if (isOurFault(error)) {
    needs.attempts.cancel(found.id)
    throw error
  }
  needs.attempts.fail(found.id, describeError(error))
  const failures = found.attempts - found.interruptions + 1
  if (!(error instanceof PermanentError) && failures < needs.limits.attempts)
    return { ...result(found), what: 'later', error: describeError(error) }
  await turn
  const repeated = settleIfTwin(found, sha256, needs)
  if (repeated !== null) return repeated
  const aside = await setAside(found, needs.rawMessages.find(found.id), { needs, why: 'corrupt' })
  return { ...aside, error: describeError(error) }
}

type Reason = { readonly needs: IntakeNeeds; readonly why: WhyUnreadable }

/** For a person: where the header names the call, the sender gets the neutral receipt and the submission is held. */
export async function setAside(
  found: UnsettledMessage,
  source: Uint8Array | null,
  { needs, why }: Reason,
): Promise<IntakeResult> {
  const message = source === null ? null : await readHeader(source, needs)
  const judged = message === null ? null : judgeHeader(found, message, { needs, why })
  const seen = { sender: message?.from[0]?.address ?? null, subject: message?.subject ?? null }
  const outcome = needs.transaction(() => {
    const settled = judged !== null && trySettling(found, judged, needs)
    needs.messages.setAside(found.id, seen, needs.clock())
    return settled ? judged.decision.outcome : null
  })
  const error = why === 'too-large' ? `${found.size} bytes are too many` : `failed ${found.attempts} times`
  return { ...result(found), what: 'set-aside', outcome, error }
}

/** Settling may be what fails: then the message is set aside without an answer; a part of the transaction that does so. */
function trySettling(found: UnsettledMessage, judged: Judged, needs: IntakeNeeds): boolean {
  try {
    needs.transaction(() => settle(found, judged, needs))
    return true
  } catch (error) {
    if (isOurFault(error)) throw error
    needs.messages.noteError(found.id, describeError(error))
    return false
  }
}

async function readHeader(source: Uint8Array, needs: IntakeNeeds): Promise<Message | null> {
  try {
    return await needs.parseHeader(source)
  } catch {
    return null
  }
}

function judgeHeader(found: UnsettledMessage, message: Message, { needs, why }: Reason): Judged | null {
  try {
    const decision = needs.judge({ message, documents: [], internalDate: found.internalDate, thread: null })
    return decision.relation === 'application' ? { message, decision: heldUnread(decision, why) } : null
  } catch {
    return null
  }
}
