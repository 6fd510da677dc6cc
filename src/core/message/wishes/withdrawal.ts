import { anyOf } from '../../words/any-of.ts'
import { listed } from '../../words/listed.ts'
import { type Clause, clausesOf, denies, states } from './clauses.ts'

const any = (words: readonly string[]): string => `(?:${words.join('|')})`

/** Words that take something back whatever stands beside them. */
const OUTRIGHT = any(
  listed(`
  不再申报 不再参评 不再参加(?:本次|此次|这次)?(?:申报|评选|遴选|推荐) 取消(?:本次|此次)?(?:申报|参评|参选)
  退出(?:本次|此次|这次)?(?:样板支部|党建工作)*(?:的)?(?:申报|评选|遴选|参评|评审) 撤销申报 撤回申报 申报撤回 申报撤销 撤回申请 撤销申请
  放弃已(?:报|提交|申报)
`),
)
const TAKE_BACK = any(listed('撤回 撤销 撤下 撤稿 撤掉 撤了 撤吧 撤一下 撤出 先撤 收回 作废 取消'))
/** What one takes back: one's own application, by any of its names. */
const OWN = any([
  '申报',
  '申请',
  '材料',
  '邮件',
  '文件',
  '附件',
  '来件',
  '版本',
  '第[一二三四五六七八九十\\d]+版',
  '提交',
  '报送',
  '发送',
  '发的',
  '发来',
  '递交',
  ...listed('上一?封 前一?封 之前 此前 先前 前面 刚才 刚刚 昨天 上次 我支部 本支部 我们支部 支部的?'),
])
/** What the same words are said of besides. */
const OTHER = any(
  listed('处分 决定 职务 通报 发票 支部建制 编制 机构 会议 活动 订单 证书 账号 预约 课题 项目立项 荣誉称号'),
)

const OUTRIGHT_WORDS = new RegExp(OUTRIGHT, 'g')
const BACK_WORDS = new RegExp(TAKE_BACK, 'g')
const HAS_OWN = new RegExp(OWN)
const HAS_OTHER = new RegExp(`(?:${TAKE_BACK}.{0,6}${OTHER}|${OTHER}.{0,6}${TAKE_BACK})`)
/** A mail program's own recall of a message, and names of offices. */
const RECALL = new RegExp(`^${anyOf(listed('撤回邮件 邮件撤回 召回 recall'))}`, 'i')

/** A clause that says nothing else, but for courtesies: «作废吧», «麻烦撤回一下». */
const BARE = new RegExp(
  `^(?:${any(listed('申请 请求 请 麻烦 烦请 恳请 拟 予以 帮忙 帮 老师 先 就 我们 我 想 要 把 它 这份 那份 那 好的 好'))})*${TAKE_BACK}(?:${any(listed('吧 了 一下 下 掉 处理 即可 哈 谢谢 申请'))})*$`,
)

/**
 * The clause by which somebody takes back their own application, or null: 撤回, 撤销, 作废, 不再申报 in own words, neither negated
 * («不撤回») nor asked nor only supposed. `inThread`: in a submission's thread the bare word means that submission.
 */
export const withdrawalIn = (text: string, inThread = false): string | null =>
  clausesOf(text).find(clause => withdraws(clause, inThread))?.text ?? null

/** «我们不撤回»: a subject that speaks of withdrawing is no wish then. */
export const deniesWithdrawal = (text: string): boolean => clausesOf(text).some(clause => denies(clause, BACK_WORDS))

function withdraws(clause: Clause, inThread: boolean): boolean {
  const { text, sentence } = clause
  if (RECALL.test(text) || HAS_OTHER.test(text)) return false
  if (states(clause, OUTRIGHT_WORDS)) return true
  return states(clause, BACK_WORDS) && (HAS_OWN.test(sentence) || (inThread && BARE.test(text)))
}
