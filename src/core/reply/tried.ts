import type { Call } from '../call/call.ts'
import { type Letter, paragraph } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import type { OutgoingMail } from '../sending/outgoing-mail.ts'
import { clean } from '../text/quote.ts'
import { timeIn, zonedTime } from '../text/time.ts'
import { contactOf, said, signature } from './parts.ts'
import { recipientOf } from './recipient.ts'
import type { ReplyInput } from './reply.ts'
import { replyMessageId, threadOf } from './thread.ts'

/** An accepted application that somebody else tried to replace. */
export type Tried = {
  readonly tried: 'replacement' | 'withdrawal' | 'declined'
  readonly call: Call
  /** As people read who applies. */
  readonly applicant: string
  readonly number: string
  readonly standing: {
    readonly version: number
    readonly receivedAt: Date
    readonly sender: string
    readonly messageId: string | null
  }
  /** When the try was received; null where no clock could be trusted. */
  readonly triedAt: Date | null
  readonly composedAt: Date
  /** SHA-256 of the mail that tried. */
  readonly sha256: string
  readonly service: ReplyInput['service']
}

const WORDS: Readonly<Record<Tried['tried'], string>> = {
  replacement: '报送的申报邮件',
  withdrawal: '申请撤回申报的邮件',
  declined: '说明不申报的邮件',
}

const letterOf = ({ tried, call, applicant, number, standing, triedAt, composedAt, service }: Tried): Letter => ({
  tone: 'plain',
  greeting: `${clean(applicant, 80)}：`,
  lead: said({ call }, `系统收到另一封以{you}名义${WORDS[tried]}，{you}已受理的材料没有改变。`),
  blocks: [
    paragraph('该邮件的发件人与此前申报的不一致，已转工作人员核验。'),
    {
      kind: 'facts',
      facts: [
        { label: '受理编号', value: clean(number) },
        { label: '通知名称', value: clean(call.title) },
        {
          label: '有效版本',
          value: `第${standing.version}版（${timeIn(standing.receivedAt, service.timezone)}收到）`,
        },
        ...(triedAt === null ? [] : [{ label: '来信时间', value: zonedTime(triedAt, service.timezone, 'second') }]),
      ],
    },
    paragraph(
      said(
        { call },
        `确系{you}报送的，请改用此前申报的邮箱重新发送，或联系${contactOf(service)}确认；对此不知情的，请及时告知{committee}。`,
      ),
    ),
  ],
  signature: signature({ call, composedAt, service }),
})

/** Tells the protected sender that a replacement was tried: neither by whom nor with what. null where that address can't be written to. */
export function composeTried(tried: Tried): OutgoingMail | null {
  const { standing, service, sha256 } = tried
  const to = recipientOf({ from: [{ name: '', address: standing.sender }], replyTo: [] }, service.from.address)
  if (to === null) return null
  return {
    to: [to],
    ...written(`申报提示: ${clean(tried.call.title)}`, letterOf(tried)),
    ...threadOf({ messageId: standing.messageId, references: [] }),
    messageId: replyMessageId(sha256, 'notice', service.from.address),
  }
}
