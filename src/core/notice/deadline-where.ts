import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { NAMES_FORM } from './titles-asked.ts'
import { EVENTS, POSTPONING, SENDING } from './vocabulary.ts'

const SENT = listed(
  '报至 上报 递交 交至 送至 上交 投递 寄送 反馈 报名 申报 征集 受理 投稿 电子版 邮箱 材料 截止 截至 逾期',
)
const OTHERS = [
  ...EVENTS,
  ...listed(
    '材料初审 资格审查 资料审查 现场核查 面试 公示 评审 公布 会议 培训 启动 表彰大会 表彰会 讲座 出生 入职 毕业',
  ),
  ...listed('以来 期间 开展的 举办的 印发 执行期 建设期 创建周期 周期为 抽查'),
]

/** «于11月22日前统一报组织部». */
const REPORTED = patternWith(
  'u',
)`报(?![名到告道销考])\p{Script=Han}{0,8}${listed('部 处 办 科 中心 党委 团委 学院 支部 班级')}`
export const SENDS = patternWith('u')`${[...SENDING, ...SENT, REPORTED]}`
const OTHER = pattern`${OTHERS}`
export const TO_MAILBOX = /@|邮箱|\(at\)|\[at\]|电子邮件/i
const COMPARED = listed('内容 一致 相同 保持')
const ELECTRONIC = pattern`电子${listed('版 材料 稿 文档')}(?!${COMPARED})|发送|发[至到]`
const SENT_IN = pattern`${[...SENDING, '邮箱', '@']}`

/** About another thing than sending something in. */
export const isOther = (text: string): boolean => OTHER.test(text) && !SENT_IN.test(text)

/** «延期至»; «改为». */
export const POSTPONED = pattern`${POSTPONING}[至到为]`
const EXTENDED = pattern`${POSTPONED}[^,。]{0,6}$`
const FORMER = pattern`原${listed('定 计划 通知 截止 报名 申报')}[^,。]{0,16}$`
const HANDED_IN = /(?:送|交|报(?!名|送时|送截))[送交]?[至到]?/
const PAPER = pattern`${listed('纸质 纸版 原件 一式')}|${HANDED_IN}[^,;。:@]{0,16}(?:室|楼|办公室|[A-Z]\d{3,4})(?!\d|@)`
/** To whom papers go within a unit, and what it does with them. */
const WITHIN_UNIT = listed('本班 班长 班级 所在 学院 各学院 本学院 辅导员 导师 支部 党支部 分工会')
const REVIEWS = listed('评议 初审 审核 初评 推荐 自评')
/** Nearer to applicants than any office. */
const NEAREST = listed('本班 班长 班级 班主任 辅导员 导师 支部 党支部 所在')
const WITHIN_MAILBOX = pattern`${NEAREST}(?:书记)?的?邮箱(?![^,;。]{0,3}[A-Za-z0-9])`
export const WITHIN = pattern`${[
  pattern`交[至到给]?${WITHIN_UNIT}|报[至到给]?${[...NEAREST, '学院']}|(?:向|发送?[至到给])${NEAREST}`,
  pattern`(?:班级|学院|支部)${REVIEWS}|本人$|个人(?:申报|申请|自荐)`,
]}`

/** A day's surroundings: its sentence, what stands between the days before and after it, what stands before it, the sentence before. */
type Surroundings = {
  readonly text: string
  readonly around: string
  readonly ahead: string
  readonly before: string
}

const ONLINE = /系统|网报|网上填报/
const PAPER_COPY = pattern`${listed('纸质 纸版 原件')}`
const MAILBOXES = new RegExp(TO_MAILBOX, 'gi')

/** «…报送至邮箱，纸质版于…前送至415室»: what stands nearest before the day. */
function isOfPaper(ahead: string, behind: string): boolean {
  const mailed = [...ahead.matchAll(MAILBOXES)].at(-1)?.index ?? -1
  return mailed >= 0 && PAPER_COPY.test(ahead.slice(mailed) + behind) && !TO_MAILBOX.test(behind)
}

/** How likely a day is the one by which a mail must be there, 0 for not at all; `where`: what else it is the day of. */
export function whereFor({ text, around, ahead, before }: Surroundings): { weight: number; where: string } {
  if (EXTENDED.test(ahead)) return { weight: 9, where: '延期后' }
  if (isOther(text) || (!TO_MAILBOX.test(text) && /周岁/.test(around))) return { weight: 0, where: '' }
  if (FORMER.test(ahead)) return { weight: 0.4, where: '原定时间' }
  const [own = ''] = text.slice(ahead.length).split(/[,;。]/)
  const isMailed = TO_MAILBOX.test(around.replace(WITHIN_MAILBOX, '')) && !isOfPaper(ahead, text.slice(ahead.length))
  if (!isMailed && PAPER.test(around) && (TO_MAILBOX.test(around) || !ELECTRONIC.test(around)))
    return { weight: 0.6, where: '纸质材料' }
  if (!isMailed && ONLINE.test(around) && !ELECTRONIC.test(around)) return { weight: 0.55, where: '网上填报' }
  if (!isMailed && WITHIN.test(REPORTED.test(own) ? own : around)) return { weight: 0.5, where: '交所在单位' }
  if (isMailed) return { weight: NAMES_FORM.test(around) ? 4.5 : 4, where: '' }
  if (TO_MAILBOX.test(text)) return { weight: 3, where: '' }
  if (ELECTRONIC.test(around)) return { weight: 3, where: '' }
  if (SENDS.test(text)) return { weight: 2, where: '' }
  return { weight: SENDS.test(before) ? 1 : 0, where: '' }
}
