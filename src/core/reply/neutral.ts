import { type Letter, paragraph } from '../letter/letter.ts'
import { contactSentence, receivedFact, said, signature } from './parts.ts'
import type { ReplyInput } from './reply.ts'

/** Only that a mail came: to an address that may not be the sender's, nothing of the content or the judgement is told. */
export const neutral = (input: ReplyInput): Letter => ({
  tone: 'plain',
  greeting: '您好！',
  lead: '您的来信已收到。',
  blocks: [
    paragraph(
      said(
        input,
        `本邮件仅确认收到，不代表受理结果。${input.call === null ? '工作人员' : '{committee}'}将按程序核验。`,
      ),
    ),
    { kind: 'facts', facts: [receivedFact(input)] },
    contactSentence(input),
  ],
  signature: signature(input),
})
