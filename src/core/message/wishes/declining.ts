import { listed } from '../../words/listed.ts'
import { type Clause, clausesOf, states } from './clauses.ts'

const any = (words: readonly string[]): string => `(?:${words.join('|')})`

const TAKE_PART = any(listed('申报 参加 参评 参与 报名 参选 上报 推荐 报送 申请(?!延|撤|退|调|变|补|复)'))
const OCCASION = any(['本次', '此次', '这次', '今年', '本年度?', '本届', '本轮', '该项', '样板支部', '党建工作'])
const WORDS = new RegExp(
  any([
    `(?:不|暂不|不予|不拟|不打算|不准备|不想|不计划|决定不|经研究不|确定不|无意)(?:再)?(?:${OCCASION})*${TAKE_PART}`,
    `(?:放弃|弃权)(?:${OCCASION})*(?:${TAKE_PART}|资格|名额|机会)?`,
    `无(?:申报|推荐|参评)(?:计划|意向|打算|对象|材料)?`,
    `(?:没有|无)(?:${TAKE_PART})(?:的)?(?:计划|意向|打算|安排)`,
    `零${TAKE_PART}`,
    '不(?:想|打算|准备|再)?报(?!销|道|警|名|送)',
    `(?:暂缓|缓|推迟到?下[一次批届轮]{1,2})${TAKE_PART}`,
    '(?:明年|来年|下一?[次批届轮])再(?:申报|报|参加|参评|争取|考虑)',
  ]),
  'g',
)
/** Said of people or things within, not of the whole: a meeting about it is not it. */
const MEETINGS = any(listed('会 会议 培训 活动 投票 讨论 考试 学习 讲座 答辩 调研 参观'))
const WITHIN = new RegExp(`不(?:能|便)?(?:参加|参与|出席).{0,16}${MEETINGS}(?:了|的)?$|(?:请假|会议|培训|开会|例会)`)
/** What is negated once more: «并非不申报», «不申报的原因已经没有了». */
const NOT = any(listed('不是 并非 没有说 没说 绝非 从未 不会 不能 不可能 不至于 怎么会 哪能 不得 不应'))
const TWICE = new RegExp(
  `${NOT}(?:说|要|想)?(?:不|放弃)|不${TAKE_PART}的(?:理由|原因|情况|问题|顾虑|想法)[^，]{0,4}(?:没有|不存在|消除|解决|改变)`,
)

/** The clause by which somebody says that they don't apply, or null: own words, neither negated nor asked nor told of others. */
export const decliningIn = (text: string): string | null => clausesOf(text).find(declines)?.text ?? null

const declines = (clause: Clause): boolean =>
  !WITHIN.test(clause.text) && !TWICE.test(clause.text) && states(clause, WORDS)
