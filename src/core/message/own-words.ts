import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'

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

/** What an office's server hangs on each of its mails, up to the next blank line: it speaks of mails that went astray. */
const STATEMENTS = listed('免责声明 保密声明 保密提示 保密须知 保密说明 保密条款 法律声明 法律免责声明 邮件声明')
const CONFINED = listed(
  '保密 机密 秘密 隐私 特定收件人 指定收件人 指定的收件人 上述收件人 收件人使用 收件人阅读 预期的收件人 误收 错误收到 错收',
)
const MISSENT = listed('误收 错收 错误收到 错误地收到')
const DISCLAIMER = patternWith('iu')`^[\p{P}\p{S}\s]{0,20}${[
  pattern`${STATEMENTS}[\p{P}\p{S}\s]{0,4}(?:$|${listed('此 本 如 若 您 该 未经 这')})`,
  pattern`[此本该](?:封?电子)?(?:邮件|信息|电邮|e-?mail).{0,60}${CONFINED}`,
  pattern`[如若]果?[您你]?.{0,6}${MISSENT}|[如若]果?[您你]?(?:并非|不是).{0,8}收件人`,
  /(?:disclaimer|confidentiality(?: notice| statement)?)\b|this (?:e-?mail|message).{0,80}(?:confidential|privileged|intended|addressed)|the information (?:contained )?in this (?:e-?mail|message)/,
]}`

/** What a sender wrote himself: the body without the earlier mails that it quotes or forwards, and without disclaimers. */
export function ownWords(text: string): string {
  const lines = text
    .slice(0, LONGEST)
    .replaceAll('&nbsp;', ' ')
    .split(/\r?\n/, MOST_LINES)
    .map(line => line.trim())
  const end = lines.findIndex((_, index) => beginsQuotation(lines, index))
  const own = end < 0 ? lines : lines.slice(0, end)
  return withoutDisclaimers(own)
    .filter(line => !QUOTED.test(line) && !WROTE.test(line))
    .join('\n')
}

const withoutDisclaimers = (lines: readonly string[]): readonly string[] => {
  const from = lines.findIndex(line => DISCLAIMER.test(line))
  if (from < 0) return lines
  const blank = lines.findIndex((line, index) => index > from && line === '')
  return [...lines.slice(0, from), ...(blank < 0 ? [] : withoutDisclaimers(lines.slice(blank)))]
}

/** Behind «… 写道:» everything is quoted, unless the quoted lines are marked one by one: then there may be answers between them. */
function beginsQuotation(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  if (SEPARATOR.test(line)) return true
  if (HEADER_FROM.test(line)) return lines.slice(index + 1, index + 5).some(next => HEADER_FIELD.test(next))
  const wrote = WROTE.test(line) || (SAID_WHEN.test(line) && WROTE.test(lines[index + 1] ?? ''))
  return wrote && line.length <= 300 && !lines.slice(index).some(next => QUOTED.test(next))
}
