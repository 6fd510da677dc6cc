import type { Application, Entered, PlacedSubmission } from '../core/application/application.ts'
import { withoutArchives } from '../core/document/document.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { ReplyInput } from '../core/reply/compose-reply.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'

/** What a reply needs to know of the mail that it answers. */
export type Answered = ReplyInput['message']

/** A decision after the machine's: `tell` is the reason as the sender reads it, null where they don't. */
export type Made = {
  readonly decision: Decision
  readonly by: string
  readonly reason: string
  readonly tell: string | null
}

export type RecordNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly decisions: {
    addByPerson(id: number, made: { decision: Decision; by: string; reason: string }, at: Date): number
    of(id: number): readonly { readonly decision: Decision }[]
  }
  readonly messages: { decide(id: number, now: Pick<Decision, 'outcome'> & { branch: string | null }): void }
  readonly applications: {
    find(call: string, branch: string): Application | null
    enter(entered: Entered, at: Date): Application
    leave(messageId: number, at: Date): void
  }
  readonly outbox: {
    supersede(messageId: number): void
    add(entry: NewMail, state: { readonly withheldFor: 'hold' | null }, at: Date): void
  }
  readonly composeReply: (judged: {
    message: Answered
    decision: Decision
    application: Application | null
    id: number
    decided: ReplyInput['decided']
  }) => NewMail | null
  readonly replies: 'hold' | 'live'
}

export type Recorded = { readonly application: Application | null; readonly reply: NewMail | null }

/** Records a decision beside the machine's, rebuilds the chain and puts the reply into the outbox: together, or none of it. */
export function recordDecision(id: number, made: Made & { readonly message: Answered }, needs: RecordNeeds): Recorded {
  return needs.transaction(() => {
    for (const repeat of repeatsOf(id, needs)) {
      const own = needs.decisions.of(repeat).at(-1)?.decision
      const { outcome, branch } = made.decision
      if (own !== undefined) record(repeat, { ...made, decision: { ...own, outcome, branch } }, needs)
    }
    const { decisionId, application } = record(id, made, needs)
    needs.outbox.supersede(id)
    const decided = { id: decisionId, reason: made.tell }
    const reply = needs.composeReply({ message: made.message, decision: made.decision, application, id, decided })
    if (reply !== null)
      needs.outbox.add(reply, { withheldFor: needs.replies === 'hold' ? 'hold' : null }, needs.clock())
    return { application, reply }
  })
}

function record(id: number, { decision, by, reason }: Made, needs: RecordNeeds) {
  const { outcome, branch, call, documents } = decision
  const decisionId = needs.decisions.addByPerson(id, { decision, by, reason }, needs.clock())
  needs.messages.decide(id, { outcome, branch: branch?.name ?? null })
  if (call === null || branch === null) {
    needs.applications.leave(id, needs.clock())
    return { decisionId, application: null }
  }
  const files = withoutArchives(documents)
    .map(({ sha256 }) => sha256)
    .sort()
  const entered = { call, branch: branch.name, messageId: id, files }
  return { decisionId, application: needs.applications.enter(entered, needs.clock()) }
}

/** Mails that brought the same files share the lot of the version that they repeat. */
function repeatsOf(id: number, { applications, decisions }: RecordNeeds): readonly number[] {
  const { call = null, branch = null } = decisions.of(id).at(-1)?.decision ?? {}
  const chain = call === null || branch === null ? [] : (applications.find(call, branch.name)?.chain ?? [])
  const mine = chain.find(({ messageId }) => messageId === id)
  return chain.filter(one => repeats(one, mine)).map(({ messageId }) => messageId)
}

const repeats = (one: PlacedSubmission, of: PlacedSubmission | undefined): boolean =>
  of !== undefined && !of.repeats && one.repeats && one.version === of.version
