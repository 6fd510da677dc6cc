import { type Application, besideVersions, endedSender, placeOf } from '../application/application.ts'
import type { PlacedEntry } from '../application/conclusion.ts'
import type { Call } from '../call/call.ts'
import { withoutArchives } from '../document/document.ts'
import { type Answer, applicantOf, broughtBy, type Decision } from '../judge/decision.ts'
import { type NewMail, retold } from '../sending/outgoing-mail.ts'
import { dayIn } from '../text/day.ts'
import { aboutOf } from './about.ts'
import { composeReplies } from './compose-reply.ts'
import type { Reply, ReplyInput } from './reply.ts'
import { composeTried, type Tried } from './tried.ts'

/** What answers are composed with; `at`: the day that they bear. */
export type ReplySettings = {
  readonly calls: readonly Call[]
  readonly service: ReplyInput['service']
  readonly at: Date
}

/** The reply to what was judged offline, where there is no application to tell of. */
export function replyTo(
  message: ReplyInput['message'],
  decisions: readonly Decision[],
  { calls, service, at }: ReplySettings,
): Reply | null {
  const rest = { message, service, composedAt: at, application: null, decided: null }
  return composeReplies(decisions.map(decision => ({ ...rest, decision, call: callOf(decision, calls) })))[0] ?? null
}

const factsOf = (id: number, application: Application): ReplyInput['application'] => ({
  ...(placeOf(id, application) ?? besideVersions(application)),
  protected: endedSender(application),
})

const callOf = ({ call }: Decision, calls: readonly Call[]): Call | null => calls.find(({ id }) => id === call) ?? null

/** A decision on an entry of a message; `decided` as in ReplyInput. */
export type Told = Pick<ReplyInput, 'decision' | 'decided'> & { readonly application: Application | null }

/** Decisions on record, to be answered through the outbox. */
export type ToTell = Pick<ReplyInput, 'message'> & { readonly id: number; readonly entries: readonly Told[] }

/**
 * The replies as the outbox takes them, one but where entries are answered to others: the same bytes are answered once, whatever UID they bear,
 * and each decision of a person once.
 */
export function replyMails({ id, message, entries }: ToTell, settings: ReplySettings): readonly NewMail[] {
  const { calls, service, at } = settings
  const replies = composeReplies(
    entries.map(({ application, ...told }) => ({
      ...{ ...told, message, service, composedAt: at },
      application: application === null ? null : factsOf(id, application),
      call: callOf(told.decision, calls),
    })),
  )
  return replies.map(({ kind, to, ...mail }, index) => ({
    purpose: `${purposeOf(message.sha256, entries)}${index === 0 ? '' : `#${index + 1}`}`,
    ...{ kind, messageId: id, mail: { ...mail, to } },
    about: aboutAll(entries),
    expiresAt: firstExpiry(entries, calls),
  }))
}

/** The decisions that it tells of; `reply`: the machine's. */
function purposeOf(sha256: string, entries: readonly Told[]): string {
  const decided = entries.map(one => one.decided?.id ?? 'reply')
  return decided.every(one => one === 'reply') ? `reply:${sha256}` : `decision:${[...new Set(decided)].join('+')}`
}

/** Whether a letter for that purpose told of a decision: the machine's where it is null. */
export const tellsOf = (purpose: string, decision: number | null): boolean =>
  decision === null
    ? purpose.startsWith('reply:') || decisionsIn(purpose).includes('reply')
    : decisionsIn(purpose).includes(`${decision}`)

const decisionsIn = (purpose: string): readonly string[] =>
  purpose.startsWith('decision:') ? purpose.slice('decision:'.length).split(/[+#]/) : []

const aboutAll = (entries: readonly Told[]): string | null => {
  if (entries.some(({ decided }) => decided !== null)) return null
  const about = entries.map(({ decision }) => aboutOf(decision))
  return about.some(one => one === null) ? null : about.join('\n')
}

/** A letter is no longer true once one of its requests can't be fulfilled any more. */
const firstExpiry = (entries: readonly Told[], calls: readonly Call[]): Date | null =>
  entries
    .flatMap(({ decision }) => (decision.outcome === 'returned' ? [callOf(decision, calls)?.deadline ?? null] : []))
    .filter(deadline => deadline !== null)
    .sort((one, other) => one.getTime() - other.getTime())[0] ?? null

/** The mail of a submission as far as another letter about it must know it: how much its sender may be told, and its Message-ID. */
export type Recall = (
  id: number,
  entry: number,
) => { readonly answer: Answer | null; readonly messageId: string | null }

/** What the machine's judgement is answered with. `reopened`: how often a person had the message tried again. */
export type JudgedMail = {
  readonly id: number
  readonly message: ReplyInput['message']
  readonly entries: readonly PlacedEntry[]
  readonly reopened: number
}

export type AnswerSettings = ReplySettings & { readonly recall: Recall }

/** The replies to a judged message, and the notices to others whom it concerns. */
export function answersTo({ entries, reopened, ...judged }: JudgedMail, settings: AnswerSettings): readonly NewMail[] {
  const replies = replyMails({ ...judged, entries: entries.map(one => ({ ...one, decided: null })) }, settings)
  // Of what is tried again the neutral receipt went out before: the true reply is another one.
  const own = reopened === 0 ? replies : replies.map(reply => retold(reply, reopened))
  const notices = entries.flatMap(entry => noticeMail(entry, judged.message.sha256, settings) ?? [])
  return [...own, ...notices]
}

/** To the protected sender, where somebody else tried to replace the application: one for each application and day, however often it is tried. */
function noticeMail({ decision, application }: PlacedEntry, sha256: string, settings: AnswerSettings): NewMail | null {
  const { calls, service, at, recall } = settings
  const tried = triedOf(decision)
  const call = callOf(decision, calls)
  const applicant = applicantOf(decision)
  if (tried === null || application === null || call === null || applicant === null) return null
  const standing = protectedIn(application, recall)
  // Their own files, forwarded: nobody tries to replace them.
  if (standing === null || isForwarded(decision, standing.files)) return null
  const { number } = application
  const triedAt = decision.receivedAt === null ? null : new Date(decision.receivedAt)
  const mail = composeTried({
    ...{ tried, call, number, standing, triedAt },
    applicant: applicant.shown,
    sha256,
    composedAt: at,
    service,
  })
  const purpose = `tried:${number}:${dayIn(at, service.timezone)}`
  return mail === null ? null : { purpose, kind: 'notice', messageId: standing.id, mail }
}

const isForwarded = (decision: Decision, files: readonly string[]): boolean =>
  decision.relation === 'application' &&
  withoutArchives(broughtBy(decision)).every(({ sha256 }) => files.includes(sha256))

/** What somebody else tried to do to an application. */
function triedOf({ outcome, problems, relation, stranger }: Decision): Tried['tried'] | null {
  if (stranger === true && (relation === 'withdrawal' || relation === 'declined')) return relation
  return outcome === 'held' && problems.some(({ code }) => code === 'sender.changed') ? 'replacement' : null
}

/** The sender of what stands, where more than the neutral receipt may be said to them. */
function protectedIn({ chain }: Application, recall: Recall) {
  const standing = chain.find(one => one.standing)
  if (standing === undefined || standing.sender === null || standing.receivedAt === null) return null
  const { messageId: id, entry, version, receivedAt, sender, files } = standing
  const { answer, messageId } = recall(id, entry)
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
