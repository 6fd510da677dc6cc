import type { Applicant } from '../core/call/applicant.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { clean } from '../core/text/quote.ts'

type Letter = { readonly applicant: Applicant; readonly mail: OutgoingMail }

/** To whom letters go, and, before they are sent, how the first of each subject reads. */
export function letterLines(letters: readonly Letter[], sent: boolean): readonly string[] {
  const whom = letters.map(
    ({ applicant, mail }) =>
      `  ${clean(applicant.shown, 80)}：${mail.to.map(({ address }) => clean(address, 80)).join('、')}${mail.inReplyTo === null ? '' : '（在原邮件往来中）'}`,
  )
  const [first] = letters
  if (sent || first === undefined) return whom
  return [...whom, '', `${letters.length === 1 ? '邮件' : '其中第一封'}：`, ...letterText(first.mail), '']
}

const letterText = ({ subject, text }: OutgoingMail): readonly string[] => [
  `  主题：${clean(subject)}`,
  ...text.split('\n').map(line => `  ${line}`.trimEnd()),
]
