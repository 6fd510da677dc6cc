import type { Call } from '../core/call/call.ts'
import { applicantOf, type Decision } from '../core/judge/decision.ts'
import { isHandedIn } from '../core/reply/addressees.ts'
import type { Announcement } from '../core/reply/announcement.ts'
import type { NewMail, OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { toldAsItStands } from './answer-decisions.ts'
import type { Related } from './digest-related.ts'
import { inOrder, keyOf } from './digest-related.ts'
import type { Answered, RecordNeeds } from './record-needs.ts'

export type AnnounceNeeds = {
  readonly record: RecordNeeds
  readonly compose: (told: Omit<Announcement, 'service' | 'composedAt'>) => OutgoingMail | null
  /** A letter not sent yet says this instead; false where it is sent, or there is none. */
  readonly rewrite: (mail: NewMail) => boolean
}

export type Announcing = {
  /** As amended, and the amendment. */
  readonly call: Call
  readonly amendment: number
  /** What belongs to the call, and each message as its letter needs it. */
  readonly related: readonly Related[]
  readonly messages: ReadonlyMap<number, Answered>
  /** Those who get a letter on what was judged anew. */
  readonly answered: ReadonlySet<number>
}

/**
 * A longer deadline: letters not sent yet name it instead of the old one, and whoever was told the old one is told the new one, once for
 * each applicant and address, in the thread of the latest mail. Gives the announcements.
 */
export function announceDeadline(at: Announcing, needs: AnnounceNeeds): readonly NewMail[] {
  const unsent = at.related.filter(one => !at.answered.has(one.id) && rewritten(one, at, needs)).map(({ id }) => id)
  const heard = new Set([...at.answered, ...unsent])
  const mails: NewMail[] = []
  for (const own of Map.groupBy([...at.related].sort(inOrder), heardAs).values()) {
    const latest = own.at(-1)
    if (latest === undefined || own.some(({ id }) => heard.has(id))) continue
    const mail = announcementTo(latest, at, needs)
    if (mail === null) continue
    const { outbox, replies, clock } = needs.record
    outbox.addAll([mail], { withheldFor: replies === 'hold' ? 'hold' : null }, clock())
    mails.push(mail)
  }
  return mails
}

/** One letter for all of theirs. */
const heardAs = (one: Related): string => `${keyOf(one)}\n${one.from?.toLowerCase()}`

/** Whether its reply was still to be sent, and tells of the new deadline now. */
function rewritten(one: Related, { messages }: Announcing, { record, rewrite }: AnnounceNeeds): boolean {
  const message = messages.get(one.id)
  const { id, reply } = one
  if (reply === null || message === undefined) return false
  const corrects = reply.kind === 'correction'
  const entries = record.messages
    .entries(id)
    .flatMap(entry => toldAsItStands(id, entry, { corrects, needs: record }) ?? [])
  return record.composeReplies({ id, message, entries }).filter(rewrite).length > 0
}

/** Those who applied, were returned, or were late; nobody of whom only the receipt of a mail may be confirmed, and nobody excluded. */
function announcementTo(one: Related, { call, amendment, messages }: Announcing, needs: AnnounceNeeds): NewMail | null {
  const decision = needs.record.decisions.of(one.id, one.entry).at(-1)?.decision
  const message = messages.get(one.id)
  if (decision === undefined || message === undefined || !isConcerned(decision, call)) return null
  const applicant = applicantOf(decision)?.shown ?? null
  const mail = needs.compose({ call, amendment, applicant, outcome: decision.outcome, message })
  const purpose = `announcement:${amendment}:${one.id}${one.entry === 0 ? '' : `.${one.entry}`}`
  return mail === null ? null : { purpose, kind: 'announcement', messageId: one.id, mail }
}

function isConcerned(decision: Decision, { roster }: Call): boolean {
  const { answer, outcome, branch, problems } = decision
  if (answer !== 'full' || isHandedIn(decision)) return false
  if (roster.some(({ name, excluded }) => name === branch?.name && excluded !== null)) return false
  return outcome === 'rejected' ? problems.some(({ code }) => code === 'deadline.missed') : outcome !== 'ignored'
}
