import type { Call } from '../call/call.ts'
import { keywordOf } from '../call/name-rule.ts'
import { isOthers } from '../naming/meant-for-call.ts'
import { isNameAlone } from '../naming/name-alone.ts'
import { tidy } from '../naming/normalise.ts'
import { isQuestion } from '../naming/other-purpose.ts'
import { readName, tellsCall } from '../naming/read-name.ts'
import { saysSending } from './bare-answer.ts'
import type { Message } from './message.ts'
import { isPastedForm } from './pasted-form.ts'
import type { ForCall } from './which-call.ts'
import { questionIn } from './wishes/question.ts'

/**
 * Whether words alone only speak of an application, under a subject that is none's: they ask, or nothing in them says that something comes with
 * them («样板支部申报书修改建议»). Whoever writes what an application is called, and no more, forgot the file.
 */
export function isOnlySpokenOf({ call, chosen }: ForCall, { subject, text }: Message): boolean {
  if (chosen.kind !== 'none' || isNamedRight(subject ?? '', call) || saysSending(text)) return false
  return questionIn(text) !== null || (!isNameAlone(subject ?? '', call) && !isPastedForm(text))
}

/** A keyword stands in questions, too. */
export const isNamedRight = (subject: string, call: Call): boolean =>
  tellsCall(readName(subject, 'subject', call), 'subject', call) &&
  !isOthers(subject, call) &&
  (keywordOf(call.naming.subject) === null || !isQuestion(tidy(subject).text))
