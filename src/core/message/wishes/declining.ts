import { listed } from '../../words/listed.ts'
import { pattern, patternWith } from '../../words/pattern.ts'
import { type Clause, clausesOf, states } from './clauses.ts'
import { INTENTIONS, THIS_TIME } from './occasion-words.ts'

const TAKE_PART = pattern`${[...listed('申报 参加 参评 参与 报名 参选 参赛 投稿 上报 推荐 报送'), /申请(?![延撤退调变补复])/]}`
const OCCASION = [...THIS_TIME, ...listed('本年度 本年 本轮 该项 样板支部 党建工作')]
const NOT_GOING_TO = listed('不 暂不 不予 不拟 不打算 不准备 不想 不计划 决定不 经研究不 确定不 无意')
const LATER = listed('申报 报 参加 参评 争取 考虑')
const WORDS = patternWith('g')`${[
  pattern`${NOT_GOING_TO}再?${OCCASION}*${TAKE_PART}`,
  pattern`(?:放弃|弃权)${OCCASION}*(?:${TAKE_PART}|资格|名额|机会)?`,
  pattern`无(?:申报|推荐|参评)(?:${INTENTIONS}|对象|材料)?`,
  pattern`(?:没有|无)${TAKE_PART}的?${INTENTIONS}`,
  pattern`零${TAKE_PART}|弃报`,
  pattern`${[...NOT_GOING_TO, '不再']}报(?![销道警名送复])`,
  pattern`${[...NOT_GOING_TO, '不再']}投(?:稿件?|作品)?[了啦吧]*$`,
  pattern`(?:暂缓|缓|推迟到?下[一次批届轮]{1,2})${TAKE_PART}`,
  pattern`不凑.{0,4}热闹|(?:先|就|这[次回])算了(?=[。！!，,]|$)|名额让给|让给(?:其他|别的|兄弟)支部`,
  pattern`(?:明年|来年|下一?[次批届轮])再${LATER}`,
]}`
/** Said of people or things within, not of the whole: a meeting about it is not it. */
const MEETINGS = listed('会 会议 培训 活动 投票 讨论 考试 学习 讲座 答辩 调研 参观')
const AWAY = listed('请假 会议 培训 开会 例会')
const WITHIN = pattern`不[能便]?(?:参加|参与|出席).{0,16}${MEETINGS}[了的]?$|${AWAY}`
/** What is negated once more: «并非不申报», «不申报的原因已经没有了». */
const NOT = listed('不是 并非 没有说 没说 绝非 从未 不会 不能 不可能 不至于 怎么会 哪能 不得 不应')
const REASONS = listed('理由 原因 情况 问题 顾虑 想法')
const GONE = listed('没有 不存在 消除 解决 改变')
const TWICE = pattern`${NOT}[说要想]?(?:不|放弃)|不${TAKE_PART}的${REASONS}[^，]{0,4}${GONE}`

/** The clause by which somebody says that they don't apply, or null: own words, neither negated nor asked nor told of others. */
export const decliningIn = (text: string): string | null => clausesOf(text).find(declines)?.text ?? null

const declines = (clause: Clause): boolean =>
  !WITHIN.test(clause.text) && !TWICE.test(clause.text) && states(clause, WORDS)
