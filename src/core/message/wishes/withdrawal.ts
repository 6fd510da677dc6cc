import type { Call } from '../../call/call.ts'
import { formOf } from '../../call/deliverable.ts'
import { applyingIn } from '../../words/applying.ts'
import { listed } from '../../words/listed.ts'
import { onceFor } from '../../words/once-for.ts'
import { pattern, patternWith } from '../../words/pattern.ts'
import { type Clause, clausesOf, denies, states } from './clauses.ts'
import { OCCASIONS, THIS_TIME } from './occasion-words.ts'

/** Words that take something back whatever stands beside them. */
const OUTRIGHT = patternWith('g')`${[
  ...listed('不再申报 不再参评 撤销申报 撤回申报 申报撤回 申报撤销 撤回申请 撤销申请 退出申请 退出申报 撤件'),
  pattern`不再参加${THIS_TIME}?${OCCASIONS}`,
  pattern`(?:取消|[终中停]止)${THIS_TIME}?(?:申报|参评|参选)`,
  pattern`退出${THIS_TIME}?(?:样板支部|党建工作)*的?${OCCASIONS}`,
  /放弃已(?:报|提交|申报)/,
  /[拿取]回(?:我们|我支部|本支部)?的?(?:申报|材料)/,
]}`
const TAKE_BACK = listed('撤回 撤销 撤下 撤稿 撤掉 撤了 撤吧 撤一下 撤出 先撤 收回 作废 取消 不作数 不算数')
const TAKES_BACK = patternWith('g')`${TAKE_BACK}(?!.{0,2}的话)`
const SENT_IN = listed('申报 申请 材料 报送 提交 邮件 来件')
/** What one takes back: one's own application, by any of its names. */
const OWN = pattern`${[
  ...[...SENT_IN, ...listed('文件 附件 版本 发送 发的 发来 递交')],
  ...listed('之前 此前 先前 前面 刚才 刚刚 昨天 上次 我支部 本支部 我们支部 支部'),
  /第[一二三四五六七八九十\d]+版|[上前]一?封/,
]}`
/** What calls gather, by words that are said of much else besides: where it is clear that the call is spoken of. */
const WORKS = [...listed('投稿 稿件 稿子 文稿 参赛'), /作品(?![展集])/]
/** What one leaves who takes part no more; 退出活动群 is another thing. */
const LEFT = listed('活动 比赛 大赛 竞赛 赛事 评比')
const WHO_LEAVES = listed('我 我们 本人 想 要 决定 申请 现 也 就 自愿')
/** What the same words are said of besides; the work that was sent to an 活动 is one's own. */
const OTHER = [
  pattern`活动(?!的?(?:[我本].{0,3})?的?${[...WORKS, ...SENT_IN]})`,
  ...listed('处分 决定 职务 通报 发票 支部建制 编制 机构 会议 订单 证书 账号 预约 课题 项目立项 荣誉称号'),
]
const OTHER_THING = pattern`${OTHER}`
const TAKES_OTHER = pattern`${TAKE_BACK}.{0,6}${OTHER}`
/** «会议取消», and not «会议决定撤回申报». */
const IS_OTHER = pattern`${OTHER}.{0,6}${TAKE_BACK}(.*)$`
/** «支部拟于月底撤销，党员并入…»: the branch itself ends, not what it sent. */
const SENT = [...SENT_IN, ...listed('版 推荐 参评 评选')]
const UNIT_ENDS = pattern`(?:支部|[系所室]|中心)(?:(?!${SENT}).){0,10}撤销(?!.{0,8}${SENT})`
const MERGED = pattern`${listed('并入 合并 转入 划归 整合 机构 建制 解散 重组')}`
/** «撤回申请作废», «取消撤回»: the withdrawal is what is taken back. */
const WITHDRAWING = listed('撤回 撤销 撤稿 退出 不申报 不参评 放弃')
const ITS_MAIL = listed('申请 请求 报告 说明 邮件 来信 函 一事 决定 的')
const VOID = listed('作废 取消 收回 无效 不作数 不算')
const UNDONE = pattern`${WITHDRAWING}(?:申报|参评)?${ITS_MAIL}+.{0,4}${VOID}|(?:取消|收回|撤销)(?:.{0,10}的)?${WITHDRAWING}`
/** «旧证作废»: another thing is void. */
const THINGS = listed('证 证件 复印件 章 印章 票 单据 卡 号 合同 照片 名单 奖状')
const IN_WHAT_WAY = listed('已 请 均 都 予以 一律 自动 即')
const VOIDS_OTHER = pattern`${THINGS}${IN_WHAT_WAY}*(?:作废|无效)`

/** A mail program's own recall of a message, and names of offices. */
const RECALL = patternWith('i')`^${listed('撤回邮件 邮件撤回 召回 recall')}`

/** A clause that says nothing else, but for courtesies: «作废吧», «麻烦撤回一下». */
const ASKING_FOR_IT = listed(
  '申请 请求 请 麻烦 烦请 恳请 拟 予以 帮忙 帮 老师 先 就 我们 我 想 要 把 它 这份 那份 那 好的 好',
)
const AT_ITS_END = listed('吧 了 一下 下 掉 处理 即可 哈 谢谢 申请')
const BARE = pattern`^${ASKING_FOR_IT}*${TAKE_BACK}${AT_ITS_END}*$`

/**
 * The clause by which somebody takes back their own application, or null: 撤回, 撤销, 作废, 不再申报 in own words, neither negated
 * («不撤回») nor asked nor only supposed. `within`: the call, where it is that which is spoken of: the bare word means the submission then.
 */
export function withdrawalIn(text: string, within: CallForWorks | null = null): string | null {
  const close = within === null ? null : closeWords(within)
  return clausesOf(text).find(clause => withdraws(clause, close))?.text ?? null
}

const MAIL = listed('邮件 来件 稿件 稿子 投稿 材料 作品 文件 附件 那封 一封')
/** «请忽略上一封邮件»: whether what it brought is meant, a person sees. */
const IGNORING = patternWith(
  'g',
)`${listed('忽略 无视 不用看 不要看')}.{0,16}${MAIL}(?:${listed('吧 了 即可 就行 就好')})?$`

type Close = { readonly own: RegExp; readonly leaves: RegExp }

type CallForWorks = Pick<Call, 'short' | 'deliverables' | 'nouns'>

const closeWords = onceFor(({ short, deliverables, nouns }: CallForWorks): Close => {
  const titles = formOf(deliverables) === null ? deliverables.map(({ title }) => title) : []
  // 摄影作品, 主题班会案例: people write 作品, 案例.
  const tails = titles.filter(({ length }) => length >= 4).map(title => title.slice(-2))
  const own = [...WORKS, ...(titles.length > 0 ? [short] : []), ...titles, ...tails, ...applyingIn(nouns)]
  const left = [...LEFT, ...own]
  return {
    own: pattern`${own}`,
    leaves: patternWith('g')`退出.{0,8}?${left}(?![群组室圈])|(?<=${left}.{0,6}|^${WHO_LEAVES}*)退出[了吧]*$`,
  }
})

/** «我们不撤回», «撤回申请作废»: a subject that speaks of withdrawing is no wish then. */
export const deniesWithdrawal = (text: string): boolean =>
  clausesOf(text).some(clause => denies(clause, TAKES_BACK) || (!clause.asks && UNDONE.test(clause.text)))

function isOfOther(text: string): boolean {
  const [said, behind = ''] = IS_OTHER.exec(text) ?? []
  return said !== undefined && !said.includes('决定') && !OWN.test(behind)
}

function withdraws(clause: Clause, close: Close | null): boolean {
  const { text, sentence } = clause
  if ([RECALL, TAKES_OTHER, VOIDS_OTHER, UNDONE].some(one => one.test(text)) || isOfOther(text)) return false
  if (UNIT_ENDS.test(text) && MERGED.test(sentence)) return false
  if (states(clause, OUTRIGHT) || (close !== null && states(clause, close.leaves))) return true
  const around = OTHER_THING.test(sentence) ? text : sentence
  const isOwn = OWN.test(around) || (close !== null && (BARE.test(text) || close.own.test(around)))
  return isOwn && (states(clause, TAKES_BACK) || (close !== null && OWN.test(text) && states(clause, IGNORING)))
}
