import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'

/** So much of a body is looked at: who asks something asks it at the beginning. */
const LONGEST = 20_000
const MOST_LINES = 400

const QUOTED = /^\s*[>＞]/
const SEPARATOR =
  /^[^\p{L}\p{N}]{0,60}(?:(?:回复的)?原始?邮件|(?:以下是)?转发的?邮件(?:信息)?|original message|(?:begin )?forwarded message)[^\p{L}\p{N}]{0,60}$/iu
const WROTE = /(?:写道|寫道|wrote)\s{0,3}[:：]$/i
const SAID_WHEN = /^(?:在|于|on|at).{0,300}$/i
const HEADER_FROM = /^[*\s]{0,4}(?:发件人|寄件者|from)[*\s]{0,4}[:：]/i
const FIELDS = listed('发送时间 发送日期 日期 时间 收件人 主题 抄送 sent date to subject')
const HEADER_FIELD = patternWith('i')`^[*\s]{0,4}${FIELDS}[*\s]{0,4}[:：]`

/** What a sender wrote himself: the body without the earlier mails that it quotes or forwards. */
export function ownWords(text: string): string {
  const lines = text
    .slice(0, LONGEST)
    .split(/\r?\n/, MOST_LINES)
    .map(line => line.trim())
  const end = lines.findIndex((_, index) => beginsQuotation(lines, index))
  return (end < 0 ? lines : lines.slice(0, end)).filter(line => !QUOTED.test(line) && !WROTE.test(line)).join('\n')
}

/** Behind «… 写道:» everything is quoted, unless the quoted lines are marked one by one: then there may be answers between them. */
function beginsQuotation(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  if (SEPARATOR.test(line)) return true
  if (HEADER_FROM.test(line)) return lines.slice(index + 1, index + 5).some(next => HEADER_FIELD.test(next))
  const wrote = WROTE.test(line) || (SAID_WHEN.test(line) && WROTE.test(lines[index + 1] ?? ''))
  return wrote && line.length <= 300 && !lines.slice(index).some(next => QUOTED.test(next))
}
