import { GREETINGS } from '../words/greetings.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'

/** Words with which a letter begins and ends. */
const COURTESIES = [
  ...GREETINGS,
  ...listed(`
    好 各位老师 收到 已收到 已阅 好的 多谢 此致 敬礼 祝好 顺颂 商祺 工作顺利 如下 处理如下 意见如下
    请按下列办理 请办理 麻烦了 其余不变 其他不变 其它不变
  `),
]
const COURTESY = patternWith(
  'u',
)`^(?:[\p{Script=Han}]{0,4}${listed('老师 领导 书记 主任 同志')})?${[...COURTESIES, /[\p{P}\s]/u]}*$`

/** How people sign: where they are, how they are reached, the day. */
const REACHED = listed(
  '电话 手机 座机 办公电话 联系电话 联系方式 传真 地址 办公地址 邮编 邮箱 微信 联系人 发件人 tel phone',
)
const OFFICES = listed('办公室 党委 学院 大学 组织部 工作部 党支部办公室')
const SIGNED = [
  patternWith('u')`^${REACHED}\s*[:：]`,
  patternWith('u')`^[\p{Script=Han}\s]{0,20}${OFFICES}$`,
  patternWith('u')`^\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?$`,
  /^[\d\s()+-]{7,}$/,
]

/** Asks for nothing: a greeting, thanks, or what stands below a letter. `line` in half width and lower case. */
export const isCourtesy = (line: string): boolean => COURTESY.test(line) || SIGNED.some(signed => signed.test(line))

const COUNSEL = pattern`经[^\d,，;；]{0,16}${listed('研究 讨论 审议 审核 核实 核对 商议 会议 沟通 联系')}(?:决定)?后?|[^\d,，]{0,10}研究决定`
/** Whom a line speaks to: it may be an order to them, not to the desk. */
const COLLEAGUE = patternWith('u')`(?:转告?|麻烦|请)?[\p{Script=Han}]{1,4}${listed('老师 书记 主任 处长 科长 同志')}好?`
const TO_COLLEAGUE = patternWith('u')`(${COLLEAGUE})[,，:：\s]`
/** The colleague to whom a line speaks in front of its wish; '': it speaks to none. */
export const colleagueIn = (line: string): string =>
  TO_COLLEAGUE.exec(line.slice(0, line.indexOf(withoutCourtesy(line))))?.[1] ?? ''

const LEAD = patternWith('u')`^(?:确认(?=\s*第?\d)|${[
  ...GREETINGS,
  ...listed('公布 发布 请 麻烦 烦请 劳烦 劳驾 帮忙 帮我 给我 现 兹 将 把 对 拟请 好的 收到'),
]}|${COLLEAGUE}(?=[,，:：\s])|${COUNSEL}|\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)[,，:：!！\s]*`
const THANKS = patternWith(
  'u',
)`(?<![,，。;；!！\s])[,，。;；!！\s]+${[...COURTESIES.filter(word => word.length > 1), '谢了']}[。!！~\s]*$`

/** A wish without the words that only make it polite, in front and behind. */
export function withoutCourtesy(line: string): string {
  let left = line.trim()
  for (;;) {
    const less = left.replace(LEAD, '').replace(THANKS, '')
    if (less === left || less === '') return left
    left = less
  }
}

const ASKS = /[?？]\s*$|[吗呢么][。.!！\s]*$/u
/** What others want, or what somebody only thinks of. */
const WONDERS = pattern`${listed('能否 可否 是否 能不能 可不可以 要不要 申请延 建议 希望 请示')}`
/** Asks or wonders, and orders nothing. */
export const isQuestion = (line: string): boolean => ASKS.test(line) || WONDERS.test(line)
