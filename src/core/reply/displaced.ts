import type { Call } from '../call/call.ts'
import { type Letter, paragraph } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import type { OutgoingMail } from '../sending/outgoing-mail.ts'
import { clean } from '../text/quote.ts'
import { contactOf, said, signature, versionAt } from './parts.ts'
import { recipientOf } from './recipient.ts'
import type { ReplyInput } from './reply.ts'
import { replyMessageId, threadOf } from './thread.ts'

/** An accepted version that a person's decision on somebody else's mail did away with, or brought back. */
type Displaced = {
  readonly call: Call
  /** As people read who applies. */
  readonly applicant: string
  readonly number: string
  readonly version: number
  readonly receivedAt: Date
  readonly sender: string
  readonly messageId: string | null
  /** The version that counts in its place; null: its own counts again. */
  readonly by: { readonly version: number; readonly receivedAt: Date } | null
  /** The decision that did it. */
  readonly decision: number
  /** SHA-256 of the mail that was decided on. */
  readonly sha256: string
  readonly composedAt: Date
  readonly service: ReplyInput['service']
}

const letterOf = (displaced: Displaced): Letter => {
  const { call, applicant, number, by, service, composedAt } = displaced
  const own = versionAt(displaced, { service })
  const lead =
    by === null
      ? `此前以另一封来信替换{you}材料的决定已撤销，此前受理的${own}继续有效，无需重新报送。`
      : `经{committee}审核，{you}申报改以另一封来信报送的${versionAt(by, { service })}为准，此前受理的${own}不再作为有效版本。`
  return {
    tone: 'plain',
    greeting: `${clean(applicant, 80)}：`,
    lead: said({ call }, lead),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: '受理编号', value: clean(number) },
          { label: '通知名称', value: clean(call.title) },
        ],
      },
      paragraph(`对此不知情或有疑问的，请及时联系${contactOf(service)}。`),
    ],
    signature: signature({ call, composedAt, service }),
  }
}

/** Tells its sender: neither by whom nor with what. null where that address can't be written to. */
export function composeDisplaced(displaced: Displaced): OutgoingMail | null {
  const { sender, messageId, service, sha256, decision } = displaced
  const to = recipientOf({ from: [{ name: '', address: sender }], replyTo: [] }, service.from.address)
  if (to === null) return null
  return {
    to: [to],
    ...written(`申报提示: ${clean(displaced.call.title)}`, letterOf(displaced)),
    ...threadOf({ messageId, references: [] }),
    messageId: replyMessageId(sha256, `notice.${decision}`, service.from.address),
  }
}
