import type { Message } from '../message/message.ts'
import { ownWords } from '../message/own-words.ts'
import { bringsVersion } from '../message/wishes/note.ts'
import { questionIn } from '../message/wishes/question.ts'
import { withdrawalIn } from '../message/wishes/withdrawal.ts'
import { quote } from '../text/quote.ts'
import type { ChosenForm } from './chosen-form.ts'
import type { Decision } from './decision.ts'

/** «之前的作废，以此为准» beside a form is a correction: the form is judged, and staff see the words. */
export function correctionRemarks({ subject, text }: Message, chosen: ChosenForm): readonly string[] {
  const said = bringsVersion(chosen) ? withdrawalIn(`${subject ?? ''}\n${ownWords(text)}`) : null
  return said === null ? [] : [`来信称“${quote(said)}”，系统按新版本处理`]
}

/** What somebody asks beside what they send. */
export const questionOf = ({ text }: Message): Pick<Decision, 'question'> => {
  const question = questionIn(text)
  return question === null ? {} : { question }
}
