import type { Call } from '../call/call.ts'
import type { Message } from '../message/message.ts'
import { ownWords } from '../message/own-words.ts'
import { decliningIn } from '../message/wishes/declining.ts'
import { bringsEvidence } from '../message/wishes/evidence-words.ts'
import { bringsVersion } from '../message/wishes/note.ts'
import { questionIn } from '../message/wishes/question.ts'
import { withdrawalIn } from '../message/wishes/withdrawal.ts'
import { saysTopic } from '../naming/meant-for-call.ts'
import { quote } from '../text/quote.ts'
import { type ChosenForm, isNamedAsForm } from './chosen-form.ts'
import type { Decision } from './decision.ts'
import type { Seen } from './rules.ts'

/** «之前的作废，以此为准» beside a form is a correction: the form is judged, and staff see the words. */
export function correctionRemarks({ subject, text }: Message, chosen: ChosenForm): readonly string[] {
  const said = bringsVersion(chosen) ? withdrawalIn(`${subject ?? ''}\n${ownWords(text)}`) : null
  return said === null ? [] : [`来信称“${quote(said)}”，系统按新版本处理。`]
}

/** Over a file that nobody could read the same words may be what it says: whoever accepts it must know. */
export function wishNotes({ subject, text }: Message, { kind }: ChosenForm): readonly string[] {
  if (kind !== 'unreadable' && kind !== 'unread') return []
  const words = `${subject ?? ''}\n${ownWords(text)}`
  const said = withdrawalIn(words) ?? decliningIn(words)
  return said === null ? [] : [`来信称“${quote(said)}”：附件可能是撤回或不申报的说明，请核对附件后再决定。`]
}

/**
 * A file that nobody looked into and that its mail calls a withdrawal's or evidence, or where neither the sender's own subject nor the file says what the call
 * is about: nobody can tell that it should bear the form's name.
 */
export const mayBeNoForm = (
  { message, thread }: Pick<Seen, 'message' | 'thread'>,
  chosen: ChosenForm,
  call: Call,
): boolean => {
  const { subject, text } = message
  const isUnread = chosen.kind === 'unreadable' || chosen.kind === 'unread'
  const files = (isUnread ? [chosen.document] : chosen.kind === 'format' ? chosen.documents : []).map(
    ({ name }) => name,
  )
  if (isUnread && ![thread === null ? (subject ?? '') : '', ...files].some(name => saysTopic(name, call))) return true
  if (files.length === 0 || chosen.kind === 'unread' || files.some(name => isNamedAsForm(name, call))) return false
  const said = `${subject ?? ''}\n${ownWords(text)}`
  if (chosen.kind === 'format' && isNamedAsForm(said, call)) return false
  return !REPLACES.test(said) && (bringsEvidence(said) || withdrawalIn(said) !== null || decliningIn(said) !== null)
}

/** «以此件为准» */
const REPLACES = /以.{0,8}为准/

/** What somebody asks beside what they send. */
export const questionOf = ({ text }: Message): Pick<Decision, 'question'> => {
  const question = questionIn(text)
  return question === null ? {} : { question }
}
