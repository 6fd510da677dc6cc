import { NEEDS } from '../words/asking-words.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { ANSWER_PREFIXES } from '../words/reply-prefixes.ts'
import { ACKNOWLEDGING } from '../words/thanks-words.ts'
import type { Message } from './message.ts'
import { isPastedForm } from './pasted-form.ts'
import { type Clause, clausesOf } from './wishes/clauses.ts'
import { writtenLines } from './written-lines.ts'

const ANSWERS = patternWith('i')`^\s*[[【]?${ANSWER_PREFIXES}[\]】]?\s*[:：]`

/** Whether its subject begins as a mail program begins that of an answer. */
export const isAnswerBySubject = (subject: string | null): boolean => ANSWERS.test(subject ?? '')

/** A machine quotes it: «您的邮件“回复: …”已被查看», «离校：回复: …». */
const QUOTING = patternWith('i')`^[^:：【[]{1,40}[:：“"「『《]\s*${ANSWER_PREFIXES}\s*[:：]`

/** Named by who sends it with the mail. */
const SENT = listed(`
  附件 附上 附在 附后 附表 见附 随信 随邮件 压缩包 word版 pdf版 新版 更正版 修改版 修改稿 终稿 定稿 最终版 盖章版 签字版 后的版本 修改后的 改好的 更新后的 attach enclosed
  如下 这是我 这是支部 这是本 这是修改
`)
/** What who sends something says that he does, or asks for. */
const SENDING = listed(`
  查收 查阅 审阅 审核 审批 收阅 过目 呈上 呈报 报送 上报 提交 上交 递交 补交 补报 发您 发你 发给 发送 发去 发过去 送上 奉上 传上 传了 发了 重发 重传 补发 重新发
  重新传 重新报 重新命名 再次发 改好了 修改好 修改完 改了 已改 已修改 已更正 已更新 已补 更新了
`)
const SENDS = patternWith('i')`${[...SENT, ...SENDING]}|申报书$|版已`
const HANDED = listed('发 报 交 送 改 补')
const THANKED = listed('感谢 谢谢 辛苦')
/** Said of what is still to come, of our letter, or in thanks. */
const OTHERWISE = pattern`${[
  ...NEEDS,
  ...listed(`
  马上 这就 尽快 抓紧 稍后 稍晚 立即 随后 回头 晚点 晚些 明天 明早 后天 今晚 晚上 下午 上午 这两天 过两天 周一 周二 周三 周四 周五 周末 下周 后再 之后 以后 再发 再报 再交 再核 再看 再改 再补 再完善 再确认
  将 准备 打算 计划 会在 我会 我们会 修改后再 改好后 改好发 完善后
  您的 同意 准予 原则通过
`),
]}|.前${HANDED}|[前后].{0,4}[发交]您|${THANKED}(?:老师|您|的){0,3}审`

const ACKNOWLEDGES = patternWith('iu')`^(?:老师|不好意思)?${ACKNOWLEDGING}|\p{Extended_Pictographic}`
/**
 * Whether a mail answers somebody in words alone: it thanks, asks or promises, and nothing in it says that something is sent. Where a client
 * keeps no thread, that tells it from a mail whose file was forgotten.
 */
export function isBareAnswer({ subject, text }: Pick<Message, 'subject' | 'text'>): boolean {
  const answers = isAnswerBySubject(subject)
  if ((!answers && !QUOTING.test(subject ?? '')) || isPastedForm(text)) return false
  const clauses = clausesOf(writtenLines(text).join('\n'))
  if (clauses.some(sends)) return false
  return clauses.some(one => !answers || one.asks || ACKNOWLEDGES.test(one.text) || OTHERWISE.test(one.text))
}

/** Whether somebody writes that something comes with the mail, whatever is asked beside. */
export const saysSending = (text: string): boolean => clausesOf(writtenLines(text).join('\n')).some(sends)

const sends = ({ isQuestion, text }: Clause): boolean => !isQuestion && SENDS.test(text) && !OTHERWISE.test(text)
