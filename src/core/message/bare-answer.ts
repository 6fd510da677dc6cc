import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { ANSWER_PREFIXES } from '../words/reply-prefixes.ts'
import type { Message } from './message.ts'
import { isPastedForm } from './pasted-form.ts'
import { clausesOf } from './wishes/clauses.ts'
import { writtenLines } from './written-lines.ts'

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

/**
 * Whether a mail answers somebody in words alone: nothing in them says that something is sent. Where a client keeps no thread, that tells
 * thanks and questions from a mail whose file was forgotten.
 */
export function isBareAnswer({ subject, text }: Pick<Message, 'subject' | 'text'>): boolean {
  if (!ANSWERS.test(subject ?? '') || isPastedForm(text)) return false
  const written = writtenLines(text)
  if (written.length === 0) return false
  return !clausesOf(written.join('\n')).some(one => !one.asks && SENDS.test(one.text) && !LATER.test(one.text))
}
