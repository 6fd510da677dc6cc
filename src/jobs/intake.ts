import type { UnsettledMessage } from '../core/application/recorded-message.ts'
import { retold } from '../core/sending/outgoing-mail.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'
import { afterFailure, setAside } from './set-aside.ts'
import { result, settle } from './settle.ts'
import { settleGone, settleIfTwin, settleTwin } from './settle-unjudged.ts'

/**
 * The straight line: one message, from its UID to its decision and reply. Doing any step twice is harmless. Several are under way at once:
 * what comes after its `turn` is done in the order of the messages, for a decision depends on what stands for the branch by then.
 */
export async function intake(found: UnsettledMessage, turn: Promise<void>, needs: IntakeNeeds): Promise<IntakeResult> {
  if (found.size > needs.limits.messageBytes) return intakeHeader(found, turn, needs)
  const stored = needs.rawMessages.find(found.id)
  const source = stored ?? (await needs.download(found))
  if (source === null) return settleGone(found, needs)
  const sha256 = needs.sha256(source)
  const known = settleIfTwin(found, sha256, needs)
  if (known !== null) return known
  if (found.attempts - found.interruptions >= needs.limits.attempts) {
    await turn
    return settleIfTwin(found, sha256, needs) ?? setAside(found, source, { needs, why: 'corrupt' })
  }
  record(found, { source, sha256, isStored: stored !== null }, needs)
  try {
    const message = await needs.parse(source)
    const documents = await needs.readDocuments(message.attachments)
    await turn
    const repeated = settleIfTwin(found, sha256, needs)
    if (repeated !== null) return repeated
    const thread = needs.threadOf(message.references)
    const decision = needs.judge({ message, documents, internalDate: found.internalDate, thread })
    needs.redoably(() => settle(found, { message, decision }, answeringAgain(found, needs)))
    return { ...result(found), what: 'judged', outcome: decision.outcome }
  } catch (error) {
    return afterFailure(error, found, { sha256, turn, needs })
  }
}

/** Of what a person had tried again, the neutral receipt went out before: the true reply is another one. */
const answeringAgain = ({ reopened }: UnsettledMessage, needs: IntakeNeeds): IntakeNeeds =>
  reopened === 0 ? needs : { ...needs, composeReply: judged => retold(needs.composeReply(judged), reopened) }

/** Too large to download: what the header says must do. */
async function intakeHeader(found: UnsettledMessage, turn: Promise<void>, needs: IntakeNeeds): Promise<IntakeResult> {
  const header = await needs.downloadHeader(found)
  await turn
  const twin = needs.messages.headerTwinOf(found)
  if (twin !== null) return settleTwin(found, { twin, sha256: null }, needs)
  return header === null ? settleGone(found, needs) : setAside(found, header, { needs, why: 'too-large' })
}

type Fetched = { readonly source: Uint8Array; readonly sha256: string; readonly isStored: boolean }

/** COMMIT 1: from here on the message can't be lost any more. The attempt counts before the work, so that a death in it is known. */
function record({ id }: UnsettledMessage, { source, sha256, isStored }: Fetched, needs: IntakeNeeds): void {
  needs.transaction(() => {
    if (!isStored) {
      needs.messages.identify(id, sha256)
      needs.rawMessages.add(id, source)
    }
    needs.attempts.begin(id, needs.clock())
  })
}
