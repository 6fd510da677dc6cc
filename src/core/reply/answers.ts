import { type Application, besideVersions, endedSender, placeOf } from '../application/application.ts'
import type { PlacedEntry } from '../application/conclusion.ts'
import type { Call } from '../call/call.ts'
import type { Answer, Decision } from '../judge/decision.ts'
import { type NewMail, retold } from '../sending/outgoing-mail.ts'
import { dayIn } from '../text/day.ts'
import { aboutOf } from './about.ts'
import { composeReply } from './compose-reply.ts'
import type { Reply, ReplyInput } from './reply.ts'
import { composeTried, type Tried } from './tried.ts'

/** What answers are composed with; `at`: the day that they bear. */
export type ReplySettings = {
  readonly calls: readonly Call[]
  readonly service: ReplyInput['service']
  readonly at: Date
}

/** A decision to answer; `decided` as in ReplyInput. */
export type ToAnswer = Pick<ReplyInput, 'message' | 'decision' | 'decided'>

/** The reply to a decision; `application` is null offline, where there is none to tell of. */
export const replyTo = (
  answer: ToAnswer,
  application: ReplyInput['application'],
  { calls, service, at }: ReplySettings,
): Reply | null =>
  composeReply({ ...answer, application, call: callOf(answer.decision, calls), composedAt: at, service })

const factsOf = (id: number, application: Application): ReplyInput['application'] => ({
  ...(placeOf(id, application) ?? besideVersions(application)),
  protected: endedSender(application),
})

const callOf = ({ call }: Decision, calls: readonly Call[]): Call | null => calls.find(({ id }) => id === call) ?? null

/** A decision on record, to be answered through the outbox. */
export type Recorded = ToAnswer & { readonly id: number; readonly application: Application | null }

/** The reply as the outbox takes it: the same bytes are answered once, whatever UID they bear, and each decision of a person once. */
export function replyMail({ id, application, ...answer }: Recorded, settings: ReplySettings): NewMail | null {
  const reply = replyTo(answer, application === null ? null : factsOf(id, application), settings)
  if (reply === null) return null
  const { message, decision, decided } = answer
  const { kind, to, ...mail } = reply
  const purpose = decided === null ? `reply:${message.sha256}` : `decision:${decided.id}`
  const about = decided === null ? aboutOf(decision) : null
  const expiresAt = decision.outcome === 'returned' ? (callOf(decision, settings.calls)?.deadline ?? null) : null
  return { purpose, kind, messageId: id, about, expiresAt, mail: { ...mail, to } }
}

/** The mail of a submission as far as another letter about it must know it: how much its sender may be told, and its Message-ID. */
export type Recall = (id: number) => { readonly answer: Answer | null; readonly messageId: string | null }

/** What the machine's judgement is answered with. `reopened`: how often a person had the message tried again. */
export type JudgedMail = {
  readonly id: number
  readonly message: ReplyInput['message']
  readonly entries: readonly PlacedEntry[]
  readonly reopened: number
}

export type AnswerSettings = ReplySettings & { readonly recall: Recall }

/** The replies to a judged message, and the notices to others whom it concerns. */
export const answersTo = ({ entries, reopened, ...judged }: JudgedMail, settings: AnswerSettings): readonly NewMail[] =>
  entries.flatMap(entry => {
    const reply = replyMail({ ...judged, ...entry, decided: null }, settings)
    // Of what is tried again the neutral receipt went out before: the true reply is another one.
    const own = reopened === 0 ? reply : retold(reply, reopened)
    return [own, noticeMail(entry, judged.message.sha256, settings)].filter(mail => mail !== null)
  })

/** To the protected sender, where somebody else tried to replace the application: one for each application and day, however often it is tried. */
function noticeMail({ decision, application }: PlacedEntry, sha256: string, settings: AnswerSettings): NewMail | null {
  const { calls, service, at, recall } = settings
  const tried = triedOf(decision)
  const call = callOf(decision, calls)
  if (tried === null || application === null || call === null || decision.branch === null) return null
  const standing = protectedIn(application, recall)
  // Their own files, forwarded: nobody tries to replace them.
  if (standing === null || isForwarded(decision, standing.files)) return null
  const { number } = application
  const triedAt = decision.receivedAt === null ? null : new Date(decision.receivedAt)
  const mail = composeTried({
    ...{ tried, call, number, standing, triedAt },
    branch: decision.branch.name,
    sha256,
    composedAt: at,
    service,
  })
  const purpose = `tried:${number}:${dayIn(at, service.timezone)}`
  return mail === null ? null : { purpose, kind: 'notice', messageId: standing.id, mail }
}

const isForwarded = ({ relation, documents }: Decision, files: readonly string[]): boolean =>
  relation === 'application' && documents.every(({ sha256 }) => files.includes(sha256))

/** What somebody else tried to do to an application. */
function triedOf({ outcome, problems, relation, stranger }: Decision): Tried['tried'] | null {
  if (stranger === true && (relation === 'withdrawal' || relation === 'declined')) return relation
  return outcome === 'held' && problems.some(({ code }) => code === 'sender.changed') ? 'replacement' : null
}

/** The sender of what stands, where more than the neutral receipt may be said to them. */
function protectedIn({ chain }: Application, recall: Recall) {
  const standing = chain.find(one => one.standing)
  if (standing === undefined || standing.sender === null || standing.receivedAt === null) return null
  const { messageId: id, version, receivedAt, sender, files } = standing
  const { answer, messageId } = recall(id)
  return answer === 'full' ? { id, version, receivedAt, sender, files, messageId } : null
}

/** The mail as a reply needs it, from what is remembered of it: there are no bytes, or none that can be read. */
export const fromMemory = (remembered: {
  readonly sender: string | null
  readonly subject: string | null
  readonly messageId: string | null
  readonly sha256: string
}): ReplyInput['message'] => {
  const { sender, subject, messageId, sha256 } = remembered
  const from = sender === null ? [] : [{ name: '', address: sender }]
  return { from, subject, messageId, sha256, replyTo: [], references: [], date: null }
}
