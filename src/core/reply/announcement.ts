import type { Call } from '../call/call.ts'
import type { Outcome } from '../judge/decision.ts'
import { type Letter, paragraph } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import type { OutgoingMail } from '../sending/outgoing-mail.ts'
import { clean } from '../text/quote.ts'
import { zonedTime } from '../text/time.ts'
import { contactOf, said, signature } from './parts.ts'
import { recipientOf } from './recipient.ts'
import type { ReplyInput } from './reply.ts'
import { replyMessageId, threadOf } from './thread.ts'

/** A longer deadline, as somebody who applied is told of it. */
export type Announcement = {
  /** As amended. */
  readonly call: Call
  readonly amendment: number
  /** As people read it; null while it is open. */
  readonly applicant: string | null
  /** How the latest mail of theirs was decided. */
  readonly outcome: Outcome
  readonly message: ReplyInput['message']
  readonly service: ReplyInput['service']
  readonly composedAt: Date
}

const HOW = '直接回复本邮件并附上{form}'

const whatFollows = ({ outcome, applicant }: Announcement): string => {
  const whose = applicant === null ? '您' : '{you}'
  switch (outcome) {
    case 'accepted':
      return `${whose}已受理的材料继续有效，无需重新报送；如需更新，可在新的截止时间前${HOW}。`
    case 'returned':
      return `${whose}被退回修改的材料，请按此前的退回通知改正，于新的截止时间前${HOW}。`
    case 'rejected':
      return `此前因超过截止时间未予受理的，可在新的截止时间前${HOW}。`
    default:
      return `${whose}的材料待人工核验；如需补充，可在新的截止时间前${HOW}。`
  }
}

const letterOf = (told: Announcement): Letter => {
  const { call, applicant, composedAt, service } = told
  const until = zonedTime(call.deadline, service.timezone)
  return {
    tone: told.outcome === 'returned' ? 'act' : 'plain',
    greeting: applicant === null ? '您好！' : `${clean(applicant, 80)}：`,
    lead: `${clean(call.title)}的申报截止时间延长至${until}。`,
    blocks: [
      paragraph(said(told, whatFollows(told))),
      paragraph(`此前邮件中的截止时间以本通知为准。如有疑问，请联系${contactOf(service)}。`),
    ],
    signature: signature({ call, composedAt, service }),
  }
}

/** null where that address can't be written to. */
export function composeAnnouncement(told: Announcement): OutgoingMail | null {
  const { call, amendment, message, service } = told
  const to = recipientOf(message, service.from.address)
  if (to === null) return null
  return {
    to: [to],
    ...written(`截止时间延长通知: ${clean(call.title)}`, letterOf(told)),
    ...threadOf(message),
    messageId: replyMessageId(message.sha256, `announcement.${amendment}`, service.from.address),
  }
}
