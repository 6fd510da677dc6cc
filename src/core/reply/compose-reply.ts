import type { Decision, Outcome } from '../judge/decision.ts'
import { OUTCOME_NAMES } from '../judge/outcome-names.ts'
import type { Letter } from '../letter/letter.ts'
import { letterHtml } from '../letter/letter-html.ts'
import { letterText } from '../letter/letter-text.ts'
import { addresseesOf, isHandedIn } from './addressees.ts'
import { blankForm } from './blank-form.ts'
import { held } from './held.ts'
import { replySubject } from './names.ts'
import { neutral } from './neutral.ts'
import { noted } from './noted.ts'
import { receipt } from './receipt.ts'
import { rejected } from './rejected.ts'
import type { Reply, ReplyInput, ReplyKind } from './reply.ts'
import { returned } from './returned.ts'
import { replyMessageId, threadOf } from './thread.ts'
import { asksWithdrawal, withdrawn } from './withdrawn.ts'

export type { ApplicationFacts, Reply, ReplyInput, ReplyKind } from './reply.ts'

type LetterKind = Exclude<ReplyKind, 'correction'>

const KINDS: Readonly<Record<Exclude<Outcome, 'ignored'>, LetterKind>> = {
  noted: 'noted',
  accepted: 'receipt',
  returned: 'returned',
  rejected: 'rejected',
  held: 'held',
}

const LETTERS: Readonly<Record<LetterKind, (input: ReplyInput) => Letter>> = {
  ...{ receipt, returned, rejected, noted },
  held: input => (input.decision.relation === 'withdrawal' ? asksWithdrawal(input) : held(input)),
  withdrawal: withdrawn,
}

/** A person's word on a withdrawal is a letter of its own. */
const kindOf = ({ relation, outcome }: Decision): LetterKind | null => {
  if (outcome === 'ignored') return null
  return relation === 'withdrawal' && outcome === 'noted' ? 'withdrawal' : KINDS[outcome]
}

function letterOf(kind: LetterKind, input: ReplyInput): Letter {
  const { decision, decided } = input
  // Who is corrected was told before.
  if (decided?.corrects) return correcting(LETTERS[kind](input), decided.before)
  return decision.answer === 'neutral' ? neutral(input) : LETTERS[kind](input)
}

/** 更正: what was said before is taken back. */
const correcting = (letter: Letter, before: Outcome | null): Letter => ({
  ...letter,
  lead: `更正：${before === null ? '' : `此前“${OUTCOME_NAMES[before]}”的处理结果已撤销，`}以本邮件为准。${letter.lead}`,
})

const NO_THREAD = { inReplyTo: null, references: [] }

/** The answer to a submission, or null where none is ever sent. */
export function composeReply(input: ReplyInput): Reply | null {
  const { decision, decided, message, service } = input
  const kind = kindOf(decision)
  if (kind === null) return null
  const [first, ...others] = addresseesOf(input)
  if (first === undefined) return null
  const letter = letterOf(kind, input)
  const subject = replySubject(input)
  const occasion = decided === null ? kind : `${kind}.${decided.id}`
  return {
    kind: decided?.corrects ? 'correction' : kind,
    to: [first, ...others],
    subject,
    text: letterText(letter),
    html: letterHtml(letter, subject),
    // Whoever did not write the mail has no thread of it.
    ...(isHandedIn(decision) ? NO_THREAD : threadOf(message)),
    ...blankForm(input, kind),
    messageId: replyMessageId(message.sha256, occasion, service.from.address),
  }
}
