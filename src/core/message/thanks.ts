import { simplify } from '../naming/traditional.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { REPLY_PREFIXES } from '../words/reply-prefixes.ts'
import { BRANCHES, UNITS } from '../words/unit-words.ts'
import type { Message } from './message.ts'
import { ownWords } from './own-words.ts'

const ANSWERS = patternWith('i')`^\s*[[【]?${REPLY_PREFIXES}[\]】]?\s*[:：]`

/** What is said when a letter came, and nothing is sent. */
const SAID = listed(`
  邮件已收到 回复已收到 通知已收到 已经收到 已收到 收到 收悉 已收悉 已收 已阅 已阅知 阅 已知悉 知悉 已知晓 知晓 已了解 了解 知道了 知道 明白了 明白
  好的 好 嗯嗯 嗯 行 可以 没问题 ok okay thanks roger 谢谢 感谢 多谢 十分感谢 非常感谢 谢 辛苦了 辛苦 麻烦了 给您添麻烦了 打扰了
`)
/** To whom, by whom, and how a letter ends. */
const BESIDE = listed(`
  尊敬的 各位 老师们 老师 领导 书记 同志 学院党委 党委办公室 党委 学院 学校 您好 你好 您 你 们 我支部 我们 我 会 按要求 按照要求 的 了 啦 哈 呀 哦 啊 呢
  回复 提醒 告知 通知 答复 受理 及时 非常 十分 很 太 也 都 再次 此致 敬礼 顺祝 顺颂 祝好 祝 商祺 工作顺利 工作愉快 生活愉快 身体健康 周末愉快 一切顺利
  万事如意 节日快乐
`)
/** «马上修改后重发»: what is still to come. */
const SOON = listed('马上就 马上 这就 尽快 抓紧 稍后 稍晚 立即 随后 回头 晚点')
const MENDED = listed('修改 改正 更正 改 补充 补 完善 核对')
const SENT = listed('重发 补发 发 报送 提交 重新发送 重新提交 重新报送')
const PROMISE = pattern`${SOON}(?:${MENDED}[好完]?(?:之?后|再)?再?)?(?:${SENT})?`
const WORDS = patternWith('gi')`${[...SAID, ...BESIDE]}|${PROMISE}`
const SAYS = patternWith('i')`${SAID}|${PROMISE}`
/** «发自我的iPhone», «--»: from there on a client or a signature speaks. */
const FOOT = /^(?:-- ?|_{2,}|[发来]自.{1,20}|sent from .{1,30}|get outlook .{1,30})$/i
/** A line of a signature: who wrote, of which branch, and where to call. */
const PLACES = [...BRANCHES, ...UNITS, ...listed('大学 研究所 实验室 书记 老师')]
const SIGNATURE = patternWith(
  'u',
)`^(?:[\p{Script=Han}·]{2,4}|.{0,20}${PLACES}.{0,12}|(?:\p{Script=Han}{2,4}[:：]?)?[\d\s()（）+\-]{7,20}|\d{4}年\d{1,2}月\d{1,2}日)$`
const LONGEST = 400

/** Whether an answer says, in its own words, only that a letter came, or thanks for it: nobody who says so has sent something. */
export function isThanks({ subject, text }: Pick<Message, 'subject' | 'text'>): boolean {
  const own = simplify(ownWords(text))
  if (!ANSWERS.test(subject ?? '') || own.length > LONGEST) return false
  const lines = own
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const foot = lines.findIndex(line => FOOT.test(line))
  const [first, ...others] = foot < 0 ? lines : lines.slice(0, foot)
  if (first === undefined) return false
  const said = [first, ...others].filter(isCourtesy)
  return (
    isCourtesy(first) &&
    said.some(line => SAYS.test(line)) &&
    others.every(one => isCourtesy(one) || SIGNATURE.test(one))
  )
}

const isCourtesy = (line: string): boolean => !/[\p{L}\p{N}]/u.test(line.replace(WORDS, ''))
