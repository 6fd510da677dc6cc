import { anyOf } from '../words/any-of.ts'
import { listed } from '../words/listed.ts'

const SENDING = listed(
  '发送 发至 发到 报送 报至 提交 上报 递交 交至 送至 上交 投递 寄送 反馈 报名 申报 征集 受理 投稿 电子版 邮箱 材料 截止 截至 逾期',
)
const OTHERS = listed(
  '公示 答辩 评审 公布 会议 培训 启动 颁奖 表彰大会 表彰会 开班 讲座 汇报会 出生 入职 毕业 以来 期间 开展的 举办的 印发 执行期 建设期 创建周期 周期为 评审会 抽查',
)

export const SENDS = new RegExp(anyOf(SENDING))
const OTHER = new RegExp(anyOf(OTHERS))
const TO_MAILBOX = /@|邮箱|\(at\)|\[at\]|电子邮件/i
const ELECTRONIC = /(?:电子版|电子材料|电子稿|电子文档)(?!内容|一致|相同|保持)|发送|发至|发到/

/** About another thing than sending something in. */
export const isOther = (text: string): boolean => OTHER.test(text) && !/邮箱|@|发送|报送|提交/.test(text)

const EXTENDED = /(?:延长|延期|顺延|推迟|调整|变更|延|改)(?:至|到|为)[^,。]{0,6}$/
const FORMER = /(?:原定|原计划|原截止|原报名|原申报|原通知)[^,。]{0,16}$/
const PAPER =
  /纸质|纸版|原件|一式|(?:送|交|报(?!名|送时|送截))(?:送|交)?(?:至|到)?[^,;。:@]{0,16}(?:室|楼|办公室|处室|[A-Z]\d{3,4})(?!\d|@)/
const WITHIN =
  /交(?:至|到|给)?(?:本班|班长|班级|所在|各?学院|本学院|辅导员|导师|支部|党支部|分工会)|提交(?:至|到|给)?(?:所在|各?学院|班级|支部)|(?:班级|学院|支部)(?:评议|初审|审核|初评|推荐|自评)|本人$|个人(?:申报|申请|自荐)/

/** A day's surroundings: its sentence, what stands between the days before and after it, what stands before it, the sentence before. */
export type Surroundings = {
  readonly text: string
  readonly around: string
  readonly ahead: string
  readonly before: string
}

/** How likely a day is the one by which a mail must be there, 0 for not at all; `where`: what else it is the day of. */
export function whereFor({ text, around, ahead, before }: Surroundings): { weight: number; where: string } {
  if (EXTENDED.test(ahead)) return { weight: 9, where: '延期后' }
  if (isOther(text) || (!TO_MAILBOX.test(text) && /周岁/.test(around))) return { weight: 0, where: '' }
  if (FORMER.test(ahead)) return { weight: 0.4, where: '原定时间' }
  const isMailed = TO_MAILBOX.test(around)
  if (!isMailed && PAPER.test(around) && !ELECTRONIC.test(around)) return { weight: 0.6, where: '纸质材料' }
  if (!isMailed && WITHIN.test(around)) return { weight: 0.5, where: '交所在单位' }
  if (isMailed) return { weight: 4, where: '' }
  if (TO_MAILBOX.test(text)) return { weight: 3, where: '' }
  if (ELECTRONIC.test(around)) return { weight: 3, where: '' }
  if (SENDS.test(text)) return { weight: 2, where: '' }
  return { weight: SENDS.test(before) ? 1 : 0, where: '' }
}
