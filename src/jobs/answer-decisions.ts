import { applicantOf, type Decision } from '../core/judge/decision.ts'
import { inForce, isByPerson, type OnRecord, toldReason } from '../core/judge/in-force.ts'
import type { Told } from '../core/reply/answers.ts'
import type { Decided } from '../core/reply/reply.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'
import type { Answered, PutDown, Recorded, RecordNeeds, ToRecord } from './record-needs.ts'

type Answering = { readonly message: Answered; readonly put: readonly (ToRecord & PutDown)[] }

/**
 * The other half: one letter, by what stands now. It tells of the message's other entries where the one that told of them had not gone out:
 * that one doesn't go out any more.
 */
export function answerDecisions(id: number, { message, put }: Answering, needs: RecordNeeds): Recorded {
  const [first] = put
  const application = first === undefined ? null : applicationOf(first.decision, needs)
  if (put.every(({ letter }) => letter === 'none')) return { application, reply: null, notices: [] }
  const hasWaited = needs.outbox.supersede(id)
  const said = put.filter(({ letter }) => letter === 'reply' || letter === 'correction')
  const others = hasWaited ? untold(id, put, needs) : []
  const entries = [...said.map(one => toldOf(one, needs)), ...others].sort((one, other) => one.entry - other.entry)
  const mails = entries.length === 0 ? [] : needs.composeReplies({ id, message, entries })
  needs.outbox.addAll(mails, { withheldFor: needs.replies === 'hold' ? 'hold' : null }, needs.clock())
  const isNotice = ({ kind }: NewMail) => kind === 'notice'
  return { application, reply: mails.find(mail => !isNotice(mail)) ?? null, notices: mails.filter(isNotice) }
}

type ToldEntry = Told & { readonly entry: number }

const toldOf = (made: ToRecord & PutDown, needs: RecordNeeds): ToldEntry => ({
  entry: made.entry,
  decision: made.decision,
  application: applicationOf(made.decision, needs),
  decided: decidedAs(made),
})

/** Of what was just put down, what is not written about is no longer true; everything else that is on record is. */
const untold = (id: number, put: Answering['put'], needs: RecordNeeds): readonly ToldEntry[] =>
  needs.messages
    .entries(id)
    .filter(entry => !put.some(one => one.entry === entry))
    .flatMap(entry => toldAsItStands(id, entry, { corrects: false, needs }) ?? [])

type Anew = { readonly corrects: boolean; readonly needs: RecordNeeds }

/** An entry as a letter tells of it that is composed anew; `corrects`: as the letter before did. */
export function toldAsItStands(id: number, entry: number, { corrects, needs }: Anew): ToldEntry | null {
  const decisions = needs.decisions.of(id, entry)
  const decision = decisions.at(-1)?.decision
  if (decision === undefined || decision.closed === true) return null
  return { entry, decision, application: applicationOf(decision, needs), decided: decidedOn(decisions, corrects) }
}

/** The latest decision as its letter tells it; null: the machine's own. */
function decidedOn(decisions: readonly OnRecord[], corrects: boolean): Decided | null {
  const [before, latest] = decisions.length > 1 ? decisions.slice(-2) : [undefined, decisions[0]]
  const voice = inForce(decisions).at(-1)
  if (latest === undefined || latest.decidedBy === null || voice === undefined) return null
  const outcome = before?.decision.outcome ?? null
  return { id: latest.id, reason: toldReason(voice), byPerson: isByPerson(voice), before: outcome, corrects }
}

function decidedAs({ decision, by, reason, letter, voice, decisionId: id, before }: ToRecord & PutDown): Decided {
  const spoken = voice ?? { decision, decidedBy: by, reason }
  return { id, before, reason: toldReason(spoken), byPerson: isByPerson(spoken), corrects: letter === 'correction' }
}

export function applicationOf(decision: Decision, { applications }: Pick<RecordNeeds, 'applications'>) {
  const applicant = applicantOf(decision)
  return decision.call === null || applicant === null ? null : applications.find(decision.call, applicant.key)
}
