import type { Decision, Outcome } from '../judge/decision.ts'
import { OUTCOME_NAMES } from '../judge/outcome-names.ts'
import type { Letter } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import type { Address } from '../message/message.ts'
import { addresseesOf, isHandedIn, ownerToldBy } from './addressees.ts'
import { blankForm } from './blank-form.ts'
import { held } from './held.ts'
import { subjectOf } from './names.ts'
import { neutral } from './neutral.ts'
import { noted } from './noted.ts'
import { receipt } from './receipt.ts'
import { rejected } from './rejected.ts'
import type { Reply, ReplyInput, ReplyKind } from './reply.ts'
import { returned } from './returned.ts'
import { replyMessageId, threadOf } from './thread.ts'
import { type Draft, together, weightiest } from './together.ts'
import { asksWithdrawal, withdrawn } from './withdrawn.ts'

export type { Reply, ReplyInput, ReplyKind } from './reply.ts'

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
  return decision.answer === 'neutral' && ownerToldBy(input) === null ? neutral(input) : LETTERS[kind](input)
}

/** 更正: what was said before is taken back. */
const correcting = (letter: Letter, before: Outcome | null): Letter => ({
  ...letter,
  lead: `更正：${before === null ? '' : `此前“${OUTCOME_NAMES[before]}”的处理结果已撤销，`}以本邮件为准。${letter.lead}`,
})

const isAnothersMail = (input: ReplyInput): boolean => {
  const owner = ownerToldBy(input)
  return owner !== null && owner.toLowerCase() !== input.message.from[0]?.address.toLowerCase()
}

const NO_THREAD = { inReplyTo: null, references: [] }

/** The drafts of one letter, all to the same addressees. */
type Drafted = Draft & { readonly to: readonly [Address, ...Address[]] }

/** The answers to what a message brings, nothing where none is ever sent: one letter with a paragraph for each entry, but for entries that are answered to others. */
export function composeReplies(inputs: readonly ReplyInput[]): readonly Reply[] {
  const drafts = inputs.map(input => draftOf(input)).filter(draft => draft !== null)
  const letters = Map.groupBy(drafts, ({ to }) => to.map(({ address }) => address.toLowerCase()).join(','))
  return [...letters.values()].flatMap((drafts, index) => {
    const alone = drafts.length === 1
    const [first, ...others] = alone ? drafts : inputsAmong(drafts)
    return first === undefined ? [] : [replyOf([first, ...others], index)]
  })
}

const inputsAmong = (drafts: readonly Drafted[]): readonly Drafted[] =>
  drafts.map(({ input }) => draftOf({ ...input, amongOthers: true })).filter(draft => draft !== null)

function draftOf(input: ReplyInput): Drafted | null {
  const kind = kindOf(input.decision)
  if (kind === null) return null
  const [first, ...others] = addresseesOf(input)
  if (first === undefined) return null
  return { input, kind, to: [first, ...others], letter: letterOf(kind, input) }
}

/** `index`: which of several letters on the same message. */
function replyOf(drafts: readonly [Drafted, ...Drafted[]], index = 0): Reply {
  const [{ input, to }, ...others] = drafts
  const { decision, message, service } = input
  const kind = weightiest(drafts)
  const enclosures = drafts.flatMap(one => blankForm(one.input, one.kind).enclosures ?? [])
  const distinct = [...new Map(enclosures.map(one => [one.name, one])).values()]
  const occasion = `${kind}${occasionOf(drafts)}${index === 0 ? '' : `.${index + 1}`}`
  return {
    kind: drafts.some(one => one.input.decided?.corrects) ? 'correction' : kind,
    to,
    ...written(subjectOf([input, ...others.map(one => one.input)]), together(drafts)),
    // Whoever did not write the mail has no thread of it.
    ...(isHandedIn(decision) || isAnothersMail(input) ? NO_THREAD : threadOf(message)),
    ...(distinct.length === 0 ? {} : { enclosures: distinct }),
    messageId: replyMessageId(message.sha256, occasion, service.from.address),
  }
}

/** The decisions after the machine's that it tells of. */
const occasionOf = (drafts: readonly Drafted[]): string =>
  drafts.flatMap(({ input: { decided } }) => (decided === null ? [] : [`.${decided.id}`])).join('')
