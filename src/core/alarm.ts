import { type Letter, paragraph } from './letter/letter.ts'
import { letterHtml } from './letter/letter-html.ts'
import { letterText } from './letter/letter-text.ts'
import { beijing } from './time.ts'

/** Something that staff should know before the next digest. */
export type Alarm = {
  /** One sentence, for the subject and the beginning. */
  readonly what: string
  readonly paragraphs: readonly string[]
  readonly at: Date
  readonly timezone: string
}

/** The alarm as mail. */
export function composeAlarm({ what, paragraphs, at, timezone }: Alarm) {
  const letter: Letter = {
    tone: 'act',
    greeting: `系统提醒（${beijing(at, timezone)}）`,
    lead: `${what}。`,
    blocks: paragraphs.map(paragraph),
    signature: ['本邮件由申报受理系统自动发出。'],
  }
  const subject = `【系统提醒】${what}`
  return { subject, text: letterText(letter), html: letterHtml(letter, subject) }
}
