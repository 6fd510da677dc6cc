import { NEWS } from '../words/announcing-words.ts'
import { ASKS_WHAT, ASKS_WHETHER, SAYS_ASKING } from '../words/asking-words.ts'
import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'

const ASKING = [
  ...SAYS_ASKING,
  ...ASKS_WHETHER,
  ...ASKS_WHAT,
  ...listed('咨询 询问 疑问 问题 吗 几点 几号 什么 是否 截止'),
]
const TELLING = [
  ...NEWS,
  ...listed(
    '通知 公告 公示 推进会 部署会 动员会 启动会 座谈会 提醒 模板 模版 空白表 样表 范例 汇总 遴选结果 工作安排 邀请函',
  ),
  ...listed(
    '发票 报销 范文 范本 样稿 样本 样例 示例 填写说明 填报说明 撰写指南 写作指南 填写指南 填报指南 攻略 教程 写作技巧 课件',
  ),
]
/** Who sells something. */
const OFFERING = listed('代写 代笔 承接 包过 包录用 加微信 微信同号 报价 优惠 专业制作 写作服务')
const QUESTION = patternWith('u')`${ASKING}|[\p{L}\p{N}]\?{1,3}$`
const NOTICE = patternWith('g')`${[...TELLING, ...OFFERING]}`

/** «…填报会», but for the committee of a branch. */
const MEETING = /(?!员会|委会)(\p{L}会)议?(?:邀请|安排)?$/u

/** Whether tidied text asks something. */
export const isQuestion = (text: string): boolean => QUESTION.test(text)

/**
 * Whether tidied text asks, announces or offers something: then it is no application's name, whatever it mentions. `title`: the call's own,
 * whose words announce nothing: a call may be about a 培训班.
 */
export const hasOtherPurpose = (text: string, title = ''): boolean =>
  QUESTION.test(text) ||
  !title.includes(MEETING.exec(text)?.[1] ?? '') ||
  [...text.matchAll(NOTICE)].some(([word]) => !title.includes(word))
