import type { SettledFacts, UnsettledMessage } from '../core/application/recorded-message.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { Message } from '../core/message/message.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'

export type Judged = { readonly message: Message; readonly decision: Decision }

/** What is remembered of a subject, which may be a megabyte long. */
const LONGEST_SUBJECT = 1000

/** COMMIT 2: decision, chain and reply together, or none of them. */
export function settle(found: UnsettledMessage, judged: Judged, needs: IntakeNeeds): void {
  const { message, decision } = judged
  needs.messages.settle(found.id, factsOf(message, decision), needs.clock())
  if (decision.relation === 'unrelated') {
    forget(found, needs)
    return
  }
  needs.decisions.addByMachine(found.id, decision, needs.clock())
  answer(found, judged, needs)
  if (decision.relation === 'automatic') needs.rawMessages.remove(found.id)
}

function answer({ id }: UnsettledMessage, { message, decision }: Judged, needs: IntakeNeeds): void {
  const { call, branch, relation } = decision
  const files = decision.documents.map(({ sha256 }) => sha256).sort()
  const at = needs.clock()
  const entered = relation === 'application' && call !== null && branch !== null
  const application = entered ? needs.applications.enter({ call, branch: branch.name, messageId: id, files }, at) : null
  const reply = needs.composeReply({ message, decision, application, id, decided: null })
  const notice = application === null ? null : needs.composeNotice({ message, decision, application })
  for (const mail of [reply, notice])
    if (mail !== null) needs.outbox.add(mail, { withheldFor: needs.replies === 'hold' ? 'hold' : null }, at)
}

/** Of unrelated mail the UID, the size and a hash of the header are kept, nothing else. */
function forget({ id }: UnsettledMessage, needs: IntakeNeeds): void {
  needs.messages.forgetContent(id)
  needs.rawMessages.remove(id)
}

function factsOf(message: Message, { relation, call, branch, outcome, receivedAt }: Decision): SettledFacts {
  const kept = relation !== 'unrelated'
  return {
    relation,
    call,
    branch: branch?.name ?? null,
    outcome,
    receivedAt: receivedAt === null ? null : new Date(receivedAt),
    sender: kept ? (message.from[0]?.address ?? null) : null,
    subject: kept ? (message.subject?.slice(0, LONGEST_SUBJECT) ?? null) : null,
    messageId: kept ? message.messageId : null,
  }
}

export const result = ({ id, uid }: UnsettledMessage): IntakeResult => ({
  id,
  uid,
  what: 'later',
  outcome: null,
  error: null,
})
