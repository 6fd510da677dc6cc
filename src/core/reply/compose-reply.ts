import type { Outcome } from '../judge/decision.ts'
import type { Letter } from '../letter/letter.ts'
import { letterHtml } from '../letter/letter-html.ts'
import { letterText } from '../letter/letter-text.ts'
import { blankForm } from './blank-form.ts'
import { held } from './held.ts'
import { replySubject } from './names.ts'
import { neutral } from './neutral.ts'
import { receipt } from './receipt.ts'
import { recipientOf } from './recipient.ts'
import { rejected } from './rejected.ts'
import type { Reply, ReplyInput, ReplyKind } from './reply.ts'
import { returned } from './returned.ts'
import { replyMessageId, threadOf } from './thread.ts'

export type { ApplicationFacts, Reply, ReplyInput, ReplyKind } from './reply.ts'

const KINDS: Readonly<Record<Exclude<Outcome, 'ignored'>, ReplyKind>> = {
  accepted: 'receipt',
  returned: 'returned',
  rejected: 'rejected',
  held: 'held',
}

const LETTERS: Readonly<Record<ReplyKind, (input: ReplyInput) => Letter>> = { receipt, returned, rejected, held }

/** The answer to a submission, or null where none is ever sent. */
export function composeReply(input: ReplyInput): Reply | null {
  const { decision, message, service } = input
  if (decision.outcome === 'ignored' || decision.answer === 'never') return null
  const to = recipientOf(message, service.from.address)
  if (to === null) return null
  const kind = KINDS[decision.outcome]
  const letter = decision.answer === 'neutral' ? neutral(input) : LETTERS[kind](input)
  const subject = replySubject(input)
  const occasion = input.decided === null ? kind : `${kind}.${input.decided.id}`
  return {
    kind,
    to,
    subject,
    text: letterText(letter),
    html: letterHtml(letter, subject),
    ...threadOf(message),
    ...blankForm(input, kind),
    messageId: replyMessageId(message.sha256, occasion, service.from.address),
  }
}
