import type { WhyUnreadable } from '../core/document.ts'
import { heldUnread } from '../core/held-unread.ts'
import { Cancelled, describeError, PermanentError, StorageError } from '../errors.ts'
import type { IntakeNeeds, IntakeResult, Unsettled } from './intake-needs.ts'
import { type Judged, result, settle } from './settle.ts'

type Failed = { readonly source: Uint8Array; readonly needs: IntakeNeeds }

/** Unknown means try again; what is ours (no room in the database, a stop) is not held against the message. */
export async function afterFailure(error: unknown, found: Unsettled, { source, needs }: Failed): Promise<IntakeResult> {
  if (error instanceof StorageError || error instanceof Cancelled) {
    needs.messages.uncountAttempt(found.id)
    throw error
  }
  needs.messages.noteError(found.id, describeError(error))
  if (!(error instanceof PermanentError) && found.attempts + 1 < needs.limits.attempts)
    return { ...result(found), what: 'later', error: describeError(error) }
  const aside = await setAside(found, source, { needs, why: 'corrupt' })
  return { ...aside, error: describeError(error) }
}

type Reason = { readonly needs: IntakeNeeds; readonly why: WhyUnreadable }

/** For a person: where the header names the call, the sender gets the neutral receipt and the submission is held. */
export async function setAside(found: Unsettled, source: Uint8Array, { needs, why }: Reason): Promise<IntakeResult> {
  const judged = await judgeHeader(found, source, { needs, why })
  needs.transaction(() => {
    if (judged !== null) settle(found, judged, needs)
    needs.messages.setAside(found.id)
  })
  const error = why === 'too-large' ? `${found.size} bytes are too many` : `failed ${found.attempts} times`
  return { ...result(found), what: 'set-aside', outcome: judged?.decision.outcome ?? null, error }
}

async function judgeHeader(found: Unsettled, source: Uint8Array, { needs, why }: Reason): Promise<Judged | null> {
  try {
    const message = await needs.parseHeader(source)
    const decision = needs.judge({ message, documents: [], internalDate: found.internalDate, thread: null })
    return decision.relation === 'application' ? { message, decision: heldUnread(decision, why) } : null
  } catch {
    return null
  }
}
