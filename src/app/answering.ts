import { type Application, type PlaceInApplication, placeOf } from '../core/application/application.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { Message } from '../core/message/message.ts'
import { aboutOf } from '../core/reply/about.ts'
import { composeReply } from '../core/reply/compose-reply.ts'
import type { Reply, ReplyInput } from '../core/reply/reply.ts'
import { composeTried } from '../core/reply/tried.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'
import { dayIn } from '../core/text/day.ts'
import type { IntakeNeeds } from '../jobs/intake-needs.ts'
import type { RecordNeeds } from '../jobs/record-decision.ts'
import { parseHeader } from '../mail/parse-message.ts'
import type { Parts } from './parts.ts'

type ToAnswer = Pick<ReplyInput, 'message' | 'decision' | 'decided' | 'composedAt'> & {
  readonly place: PlaceInApplication | null
}

/** The reply to a decision; offline there is no application to tell of. */
export function replyTo(answer: ToAnswer, parts: Pick<Parts, 'config' | 'from'>): Reply | null {
  const { place: application, ...rest } = answer
  return composeReply({ ...rest, application, call: callOf(answer.decision, parts), service: serviceOf(parts) })
}

const callOf = ({ call }: Decision, { config }: Pick<Parts, 'config'>) =>
  config.calls.find(({ id }) => id === call) ?? null

const serviceOf = ({ config, from }: Pick<Parts, 'config' | 'from'>): ReplyInput['service'] => ({
  from,
  contact: config.staff.contact,
  timezone: config.timezone,
})

/** The reply as the outbox takes it: the same bytes are answered once, whatever UID they bear, and each decision of a person once. */
export const replyEntry =
  (parts: Parts): RecordNeeds['composeReply'] =>
  ({ message, decision, application, id, decided }) => {
    const place = application === null ? null : placeOf(id, application)
    const reply = replyTo({ message, decision, decided, place, composedAt: parts.clock() }, parts)
    if (reply === null) return null
    const { kind, to, ...mail } = reply
    const purpose = decided === null ? `reply:${message.sha256}` : `decision:${decided.id}`
    const about = decided === null ? aboutOf(decision) : null
    const expiresAt = kind === 'returned' ? (callOf(decision, parts)?.deadline ?? null) : null
    return { purpose, kind, messageId: id, about, expiresAt, mail: { ...mail, to: [to] } }
  }

/** One for each application and day, however often it is tried. */
export const noticeEntry =
  (parts: Parts): IntakeNeeds['composeNotice'] =>
  ({ message, decision, application }) => {
    const changed = decision.problems.some(({ code }) => code === 'sender.changed')
    if (!changed || decision.outcome !== 'held') return null
    const call = callOf(decision, parts)
    const standing = protectedIn(application, parts)
    if (call === null || decision.branch === null || standing === null) return null
    const triedAt = decision.receivedAt === null ? null : new Date(decision.receivedAt)
    const { number } = application
    const mail = composeTried({
      ...{ call, number, standing, triedAt, branch: decision.branch.name, sha256: message.sha256 },
      composedAt: parts.clock(),
      service: serviceOf(parts),
    })
    if (mail === null) return null
    const purpose = `tried:${number}:${dayIn(parts.clock(), parts.config.timezone)}`
    return { purpose, kind: 'notice', messageId: standing.id, mail } satisfies NewMail
  }

/** The sender of what stands, where more than the neutral receipt may be said to them. */
function protectedIn({ chain }: Application, { store }: Parts) {
  const standing = chain.find(one => one.standing)
  if (standing === undefined || standing.sender === null || standing.receivedAt === null) return null
  const { messageId: id, version, receivedAt, sender } = standing
  if (store.get().decisions.of(id).at(-1)?.decision.answer !== 'full') return null
  return { id, version, receivedAt, sender, messageId: store.get().messages.remembered(id)?.messageId ?? null }
}

/** The mail as a reply needs it: from its stored bytes, or, where there are none that can be read, from what is remembered of it. */
export const answeredIn =
  ({ store }: Parts): ((id: number) => Promise<Pick<Message, keyof ReplyInput['message']>>) =>
  async id => {
    const { rawMessages, messages } = store.get()
    const source = rawMessages.find(id)
    const parsed = source === null ? null : await parseHeader(source).catch(() => null)
    if (parsed !== null) return parsed
    const { sender = null, subject = null, messageId = null, sha256 = '' } = messages.remembered(id) ?? {}
    const from = sender === null ? [] : [{ name: '', address: sender }]
    return { from, subject, messageId, sha256, replyTo: [], references: [], date: null }
  }
