import { retold } from '../core/outgoing-mail.ts'
import type { UnsettledMessage } from '../core/recorded-message.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'
import { afterFailure, setAside } from './set-aside.ts'
import { result, settle } from './settle.ts'
import { settleGone, settleTwin } from './settle-unjudged.ts'

/** The straight line: one message, from its UID to its decision and reply. Doing any step twice is harmless. */
export async function intake(found: UnsettledMessage, needs: IntakeNeeds): Promise<IntakeResult> {
  if (found.size > needs.limits.messageBytes) return intakeHeader(found, needs)
  const source = needs.rawMessages.find(found.id) ?? (await fetch(found, needs))
  if (source === null) return settleGone(found, needs)
  const twin = needs.messages.twinOf(found.id, needs.sha256(source))
  if (twin !== null) return settleTwin(found, twin, needs)
  if (found.attempts - found.interruptions >= needs.limits.attempts)
    return setAside(found, source, { needs, why: 'corrupt' })
  needs.attempts.begin(found.id, needs.clock())
  try {
    const message = await needs.parse(source)
    const documents = await needs.readDocuments(message.attachments)
    const thread = needs.threadOf(message.references)
    const decision = needs.judge({ message, documents, internalDate: found.internalDate, thread })
    needs.transaction(() => settle(found, { message, decision }, answeringAgain(found, needs)))
    return { ...result(found), what: 'judged', outcome: decision.outcome }
  } catch (error) {
    return afterFailure(error, found, { source, needs })
  }
}

/** Of what a person had tried again, the neutral receipt went out before: the true reply is another one. */
const answeringAgain = ({ reopened }: UnsettledMessage, needs: IntakeNeeds): IntakeNeeds =>
  reopened === 0 ? needs : { ...needs, composeReply: judged => retold(needs.composeReply(judged), reopened) }

/** Too large to download: what the header says must do. */
async function intakeHeader(found: UnsettledMessage, needs: IntakeNeeds): Promise<IntakeResult> {
  const twin = needs.messages.headerTwinOf(found)
  if (twin !== null) return settleTwin(found, twin, needs)
  const header = await needs.downloadHeader(found)
  return header === null ? settleGone(found, needs) : setAside(found, header, { needs, why: 'too-large' })
}

/** COMMIT 1: from here on the message can't be lost any more. */
async function fetch(found: UnsettledMessage, needs: IntakeNeeds): Promise<Uint8Array | null> {
  const source = await needs.download(found)
  if (source === null) return null
  needs.transaction(() => {
    needs.messages.identify(found.id, needs.sha256(source))
    needs.rawMessages.add(found.id, source)
  })
  return source
}
