import type { Application, Entered, PlacedSubmission } from '../core/application/application.ts'
import { filesOf } from '../core/application/conclusion.ts'
import type { Decision, Outcome } from '../core/judge/decision.ts'
import { isByPerson, type OnRecord, toldReason } from '../core/judge/in-force.ts'
import { sharing } from '../core/judge/person-decision.ts'
import type { Decided, ReplyInput } from '../core/reply/reply.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'

/** What a reply needs to know of the mail that it answers. */
export type Answered = ReplyInput['message']

/** A decision after the machine's, and who made it. */
export type Made = { readonly decision: Decision; readonly by: string; readonly reason: string }

/** `correction`: what was told before is taken back; `none`: nobody is written to; `unsaid`: what was not sent yet doesn't go out either. */
export type Letter = 'reply' | 'correction' | 'none' | 'unsaid'

type Spoken = Pick<OnRecord, 'decision' | 'decidedBy' | 'reason'>

export type ToRecord = Made & {
  readonly message: Answered
  readonly letter: Letter
  /** The decision whose words the letter speaks; left out: this one's own. */
  readonly voice?: Spoken
}

export type RecordNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly decisions: {
    addByPerson(id: number, made: Made, at: Date): number
    of(id: number): readonly OnRecord[]
  }
  readonly messages: { decide(id: number, decision: Decision): void }
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

/** What was recorded, and the letter that goes out, if any. */
export type Recorded = { readonly application: Application | null; readonly reply: NewMail | null }

/** Records a decision beside the machine's, rebuilds the chain and puts the reply into the outbox: together, or none of it. */
export const recordDecision = (id: number, made: ToRecord, needs: RecordNeeds): Recorded =>
  needs.transaction(() => answerDecision(id, { ...made, ...putDown(id, made, needs) }, needs))

/** A decision that stands on record, and the outcome until then. */
export type PutDown = { readonly decisionId: number; readonly before: Outcome | null }

/** The first half: the decision, with the mails that repeat the files. Several may be put down before any is answered. */
export function putDown(id: number, made: Made, needs: RecordNeeds): PutDown {
  const before = needs.decisions.of(id).at(-1)?.decision.outcome ?? null
  for (const repeat of repeatsOf(id, needs)) {
    const own = needs.decisions.of(repeat).at(-1)?.decision
    if (own !== undefined) record(repeat, { ...made, decision: sharing(own, made.decision) }, needs)
  }
  return { decisionId: record(id, made, needs), before }
}

/** The other half: the letter, by what stands now. */
export function answerDecision(id: number, made: ToRecord & PutDown, needs: RecordNeeds): Recorded {
  const { decision, message, letter } = made
  const { call, branch } = decision
  const application = call === null || branch === null ? null : needs.applications.find(call, branch.name)
  if (letter !== 'none') needs.outbox.supersede(id)
  if (letter === 'none' || letter === 'unsaid') return { application, reply: null }
  const reply = needs.composeReply({ message, decision, application, id, decided: decidedAs(made) })
  if (reply !== null) needs.outbox.add(reply, { withheldFor: needs.replies === 'hold' ? 'hold' : null }, needs.clock())
  return { application, reply }
}

function decidedAs({ decision, by, reason, letter, voice, decisionId: id, before }: ToRecord & PutDown): Decided {
  const spoken = voice ?? { decision, decidedBy: by, reason }
  return { id, before, reason: toldReason(spoken), byPerson: isByPerson(spoken), corrects: letter === 'correction' }
}

function record(id: number, { decision, by, reason }: Made, needs: RecordNeeds): number {
  const { branch, call, relation, withoutForm = false, ended = false } = decision
  const decisionId = needs.decisions.addByPerson(id, { decision, by, reason }, needs.clock())
  needs.messages.decide(id, decision)
  if (call === null || branch === null || !(relation === 'application' || ended))
    needs.applications.leave(id, needs.clock())
  else {
    const entered = { call, branch: branch.name, messageId: id, files: filesOf(decision), withoutForm, ended }
    needs.applications.enter(entered, needs.clock())
  }
  return decisionId
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
