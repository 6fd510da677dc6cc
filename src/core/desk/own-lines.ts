import { ownWords } from '../message/own-words.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { withoutCodes } from './code.ts'

/** Where a letter ends: a line of signs, and what phones and programs put below it. */
const ENDS = [
  /^(?:--|__|==|\*\*|—{2}|－－)[-_=*—－\s]*$/u,
  pattern`^${listed('发自 来自 从我的 由我的 发送自')}`,
  /^(?:sent from|get outlook|获取\s*(?:适用于)?.{0,20}outlook)/iu,
]
/** How our own mails to staff begin: quoted without a sign, they are not the sender's words. */
export const OUR_OPENINGS = ['【试运行】', '申报日报（', '截止汇总（', '指令办理结果']
export const QUOTED = /^\s*[>＞|│]/u

export const endsLetter = (line: string): boolean => ENDS.some(end => end.test(line.trim()))

/** The lines that somebody wrote, from the first to a quotation or the signature, without codes, empty ones left out. */
export function ownLines(text: string): readonly string[] {
  const quoted = text.split(/\r?\n/).findIndex(line => QUOTED.test(line))
  const above = quoted < 0 ? text : text.split(/\r?\n/).slice(0, quoted).join('\n')
  const lines = ownWords(above)
    .split('\n')
    .map(line => line.trim())
  const end = lines.findIndex(line => endsLetter(line) || OUR_OPENINGS.some(opening => line.startsWith(opening)))
  return (end < 0 ? lines : lines.slice(0, end)).map(line => withoutCodesAsWritten(line)).filter(line => line !== '')
}

/** A line that bears no code stays as it was written, in full width or half. */
export function withoutCodesAsWritten(line: string): string {
  const without = withoutCodes(line)
  return without === line.normalize('NFKC')
    ? line
    : without.replace(/^(?:本邮件)?口令[:：]?\s*$|[〔【[(]\s*[〕】\])]/gu, '').trim()
}
