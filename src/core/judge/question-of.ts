import type { Message } from '../message/message.ts'
import { questionIn } from '../message/wishes/question.ts'
import type { Decision } from './decision.ts'

/** What somebody asks beside what they send. */
export const questionOf = ({ text }: Message): Pick<Decision, 'question'> => {
  const question = questionIn(text)
  return question === null ? {} : { question }
}
