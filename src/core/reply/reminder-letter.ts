import type { Call } from '../call/call.ts'
import type { Target } from '../judge/findings/naming-findings.ts'
import { type Block, type Letter, paragraph, section } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import type { Address } from '../message/message.ts'
import type { OutgoingMail } from '../sending/outgoing-mail.ts'
import { clean } from '../text/quote.ts'
import { zonedTime } from '../text/time.ts'
import { type MailingPlace, mailingMessageId } from './mailing-id.ts'
import { namesAsked, rightNames, rightSubject } from './names.ts'
import { contactOf, said, signature } from './parts.ts'
import type { ReplyInput } from './reply.ts'
import { threadOf } from './thread.ts'

/** Why somebody is reminded: nothing came; only evidence; «不申报», which nobody has confirmed; returned and not mended. */
export type Lacking = 'none' | 'evidence' | 'declining' | 'returned'

/** Somebody who is reminded; `message`: the mail in whose thread, null: they have none. */
export type Reminded = {
  readonly call: Call
  /** As people read it. */
  readonly applicant: string
  /** Whose names are asked for. */
  readonly target: Target
  readonly lacking: Lacking
  readonly to: readonly Address[]
  readonly message: Pick<ReplyInput['message'], 'messageId' | 'references'> | null
  readonly service: ReplyInput['service']
  readonly at: Date
  readonly place: number
}

const LEADS: Readonly<Record<Lacking, string>> = {
  none: '目前尚未收到{you}的{form}。',
  evidence: '目前收到了{you}的佐证材料，尚未收到{form}。',
  declining: '{you}此前来信说明不申报，{committee}尚在核实。',
  returned: '{you}的申报材料已退回修改，尚未收到改正后的材料。',
}

const whatToDo = ({ lacking }: Reminded): string => {
  switch (lacking) {
    case 'returned':
      return '请按退回修改通知的要求改正，于截止时间前直接回复本邮件并附上改正后的材料；不再申报的，回复说明即可。'
    case 'declining':
      return '确不申报的，无需再次回复；仍拟申报的，请于截止时间前直接回复本邮件并附上填写好的{form}。'
    default:
      return '拟申报的，请于截止时间前直接回复本邮件并附上填写好的{form}；不申报的，无需回复。'
  }
}

const letterOf = (reminded: Reminded): Letter => {
  const { call, applicant, lacking, at, service } = reminded
  return {
    tone: 'act',
    greeting: `${clean(applicant, 80)}：`,
    lead: `${clean(call.title)}将于${zonedTime(call.deadline, service.timezone)}截止申报，${said({ call }, LEADS[lacking])}`,
    blocks: [
      paragraph(said({ call }, whatToDo(reminded))),
      ...namesToCopy(reminded),
      paragraph(`材料已报送的，请以收到的受理回执为准。如有疑问，请联系${contactOf(service)}。`),
    ],
    signature: signature({ call, composedAt: at, service }),
  }
}

function namesToCopy({ call, target }: Reminded): readonly Block[] {
  const names = rightNames(target, null)
  return section(
    `正确的${namesAsked(call)}（可直接复制）`,
    names.map(({ of, name }): Block => ({ kind: 'copy', label: of, value: name })),
  )
}

/** A reminder; answering it with the form is right by itself. */
export function composeReminder(reminded: Reminded): OutgoingMail {
  const { call, target, to, message, service, at, place } = reminded
  const where: MailingPlace = { call: call.id, kind: 'reminder', at, place }
  return {
    to,
    ...written(`申报提醒: ${rightSubject(target) || clean(call.title)}`, letterOf(reminded)),
    ...(message === null ? { inReplyTo: null, references: [] } : threadOf(message)),
    messageId: mailingMessageId(where, service.from.address),
  }
}
