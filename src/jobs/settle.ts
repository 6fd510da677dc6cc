import type { Decision } from '../core/decision.ts'
import type { Message } from '../core/message.ts'
import type { Facts, IntakeNeeds, IntakeResult, Unsettled } from './intake-needs.ts'

export type Judged = { readonly message: Message; readonly decision: Decision }

/** COMMIT 2: decision, chain and reply together, or none of them. */
export function settle({ id }: Unsettled, { message, decision }: Judged, needs: IntakeNeeds): void {
  const { call, branch, relation } = decision
  needs.messages.settle(id, factsOf(message, decision))
  needs.decisions.addByMachine(id, decision, needs.clock())
  const files = decision.documents.map(({ sha256 }) => sha256).sort()
  const entered = relation === 'application' && call !== null && branch !== null
  const application = entered ? needs.applications.enter({ call, branch: branch.name }, id, files) : null
  const reply = needs.composeReply({ message, decision, application, id })
  if (reply !== null) needs.outbox.add(reply, { withheldFor: needs.replies === 'hold' ? 'hold' : null }, needs.clock())
  if (relation === 'unrelated' || relation === 'automatic') needs.rawMessages.remove(id)
}

/** Of unrelated mail nothing is kept that says what it was. */
function factsOf(message: Message, { relation, call, branch, outcome, receivedAt }: Decision): Facts {
  const kept = relation !== 'unrelated'
  return {
    relation,
    call,
    branch: branch?.name ?? null,
    outcome,
    receivedAt: receivedAt === null ? null : new Date(receivedAt),
    sender: kept ? (message.from[0]?.address ?? null) : null,
    subject: kept ? message.subject : null,
    messageId: kept ? message.messageId : null,
  }
}

export const result = ({ id, uid }: Unsettled): IntakeResult => ({ id, uid, what: 'later', outcome: null, error: null })
