import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { ANSWER_PREFIXES } from '../words/reply-prefixes.ts'
import { BRANCHES, UNITS } from '../words/unit-words.ts'
import type { Message } from './message.ts'
import { ownWords } from './own-words.ts'
import { isPastedForm } from './pasted-form.ts'
import { clausesOf } from './wishes/clauses.ts'

/** Also where a machine quotes it: «您的邮件“回复: …”已被查看». */
const ANSWERS = patternWith(
  'i',
)`^(?:[^:：]{0,30}[^\w\u4e00-\u9fff:：]|[^:：]{1,30}[:：])?\s*${ANSWER_PREFIXES}[\]】]?\s*[:：]`

/** Said by who sends something with the mail. */
const SENDS = pattern`${listed(`
  附件 附上 附表 随信 随邮件 查收 查阅 审阅 审核 审批 收阅 呈上 呈报 报送 上报 提交 上交 递交 补交 补报 发您 发你 发给 发送 发去 送上 奉上 传上 这是我 这是支部 这是本 重发 补发
  新版 修改版 修改稿 终稿 定稿 最终版 申报书在
`)}`
/** Said of what is still to come. */
const LATER = pattern`${listed(`
  马上 这就 尽快 抓紧 稍后 稍晚 立即 随后 回头 晚点 明天 明早 后天 今晚 晚上 下午 上午 这两天 过两天 周一 周二 周三 周四 周五 周末 下周 后再 之后 以后 再发 再报 再交 再核 再看 再改 再补 再完善 再确认
  将 准备 打算 计划 会在 我会 我们会 修改后 改好后 完善后
`)}`

/** «发自我的iPhone», «--»: from there on a client or a signature speaks. */
const FOOT = /^(?:-- ?|_{2,}|[发来]自.{1,20}|sent from .{1,30}|get outlook .{1,30})$/i
const PLACES = [...BRANCHES, ...UNITS, ...listed('大学 研究所 实验室')]
/** A line of a signature: who wrote, of which branch, and where to call. */
const SIGNATURE = patternWith(
  'u',
)`^(?:[\p{Script=Han}·]{2,4}(?:\s*[|｜/]\s*\S{1,8})?|.{0,20}${PLACES}(?:.{0,6}书记)?.{0,12}|.{0,12}[\d\s()（）+\-]{7,20}|\d{4}年\d{1,2}月\d{1,2}日)$`
/** A raised thumb is an answer, too. */
const WRITTEN = /[\p{L}\p{N}\p{Extended_Pictographic}]/u

/**
 * Whether a mail answers somebody in words alone: nothing in them says that something is sent. Where a client keeps no thread, that tells
 * thanks and questions from a mail whose file was forgotten.
 */
export function isBareAnswer({ subject, text }: Pick<Message, 'subject' | 'text'>): boolean {
  if (!ANSWERS.test(subject ?? '') || isPastedForm(text)) return false
  const lines = ownWords(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => WRITTEN.test(line) || FOOT.test(line))
  const foot = lines.findIndex(line => FOOT.test(line))
  const written = foot < 0 ? lines : lines.slice(0, foot)
  if (!written.some((line, at) => isSaid(line, at))) return false
  return !clausesOf(written.join('\n')).some(one => !one.asks && SENDS.test(one.text) && !LATER.test(one.text))
}

/** A name alone is a signature; «收到» stands first. */
const isSaid = (line: string, at: number): boolean => !SIGNATURE.test(line) || (at === 0 && COURTESY.test(line))
const COURTESY = pattern`${listed('收到 谢谢 感谢 好的 已阅 知悉 知道 明白 了解 辛苦')}`
