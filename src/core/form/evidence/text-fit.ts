import type { Call } from '../../call/call.ts'
import { readIntervals } from '../../dates/dates.ts'
import type { Block } from '../../document/document.ts'
import { listed } from '../../words/listed.ts'
import { onceFor } from '../../words/once-for.ts'
import { pattern, patternWith } from '../../words/pattern.ts'
import { PERIODS } from '../../words/periods.ts'
import { textOf, textWithin } from '../outline/grid.ts'
import { itemsOf } from '../values/measure-text.ts'
import { isGrades } from '../values/review-grades.ts'

/** How much a text looks like what a section holds, from 0 to 1, by its shape and a few words, whatever stands over it. */
export type TextFit = Readonly<Record<'honours' | 'measures' | 'outcomes' | 'basis' | 'idea' | 'reviewGrades', number>>

const HONOUR = pattern`${listed('获 授予 评为 称号 荣誉 表彰 先进 优秀 标兵 十佳 模范 三好 奖')}`
const AWARDED = pattern`${listed('获 授予 评为 称号 荣誉 表彰 校级 省级 国家级 院级 市级')}`
const SEASONS = listed('定期 长期坚持 常态化 创建期 学期末 学期前 学期初 暑假 寒假 年底 学年')
const RECURRING = pattern`每[个半两]?${PERIODS}|${SEASONS}`
const QUANTITY =
  /\d+(?:\.\d+)?\s?(?:%|[项个次篇部人名位场期类家门份册件套支万条]|百分点)|[一二三四五六七八九十]{1,2}[项个篇部场支]/g
const RESULTS = listed(
  '形成 不少于 不低于 达到 新增 力争 覆盖率 满意度 提升 建成 产出 发表 推出 培育 输出 打造 合格率 参与率 完成率 以上',
)
const RESULT = pattern`${RESULTS}`
const DUTIES = listed('教育 管理 监督 组织 宣传 凝聚 服务')
const WHOM = listed('党员 师生 群众 师生员工 学生')
const DUTY = patternWith('g')`${DUTIES}(?:${WHOM}?有力|${WHOM})`
const PRACTICES = listed(
  '坚持 严格落实 三会一课 主题党日 近三年 近两年 现有党员 已 先后 每月 制度 累计 开展 建立 连续 带头',
)
const PRACTICE = patternWith('g')`${PRACTICES}`
const AIMS = listed('围绕 聚焦 坚持 思路 引领 主线 目标 打造 总体 力争 推动 通过 探索')
const IDEA = patternWith('g')`以.{1,30}?为|把.{1,20}?建[成在设]|${AIMS}`

/** What a text looks like and can hardly be anything else; null for most. */
export const looksOnlyLike = (fit: TextFit): keyof TextFit | null =>
  ONLY.find(kind => fit[kind] > (kind === 'basis' ? 0.9 : 0.8)) ?? null
const ONLY = ['measures', 'honours', 'reviewGrades', 'basis'] as const

/** A year before this many lines tells nothing yet. */
const LONG = 60

/** A row of a table is one line: what dates it and what it is stand in different cells. */
export const textFit = (blocks: readonly Block[], call: Dated): TextFit => fitFor(call)(blocks)

type Dated = Pick<Call, 'cycle' | 'announced'>
const fitFor = onceFor((call: Dated) => onceFor((blocks: readonly Block[]) => fitOf(blocks, call)))

type Line = { readonly text: string; readonly isPast: boolean; readonly isDated: boolean }

/** So much of a line tells when it is. */
const LONGEST = 400

function lineOf(text: string, announced: string): Line {
  const times = readIntervals(text.slice(0, LONGEST))
  return {
    text,
    isPast: times.some(({ from }) => from <= announced),
    isDated: times.some(({ to }) => to > announced),
  }
}

function fitOf(blocks: readonly Block[], call: Dated): TextFit {
  const text = textWithin(blocks)
  const announced = call.announced.slice(0, 'YYYY-MM'.length)
  const lines = textOf(blocks)
    .split('\n')
    .filter(line => line.trim().length > 3)
    .map(line => lineOf(line, announced))
  const share = (fits: (line: Line) => boolean) => (lines.length === 0 ? 0 : lines.filter(fits).length / lines.length)
  const count = (pattern: RegExp) => (text.slice(0, 6000).match(pattern) ?? []).length
  const ahead = Math.max(
    share(({ text, isDated }) => isDated || RECURRING.test(text)),
    shareOfItems(lines),
  )
  const duties = new Set(text.slice(0, 8000).match(DUTY) ?? []).size
  const quantities = count(QUANTITY)
  const honours = share(({ text, isPast }) => HONOUR.test(text) && (isPast || AWARDED.test(text)))
  // «每月……» stands in any account of work: a plan has several items, and dates.
  const isPlan = lines.length > 1 && lines.some(({ isDated }) => isDated)
  return {
    honours: ahead > 0.4 ? honours / 3 : honours * (share(({ isPast }) => isPast) > 0.3 ? 1 : 0.6),
    measures: duties > 3 ? 0 : Math.min(1, ahead * 1.2) * (isPlan ? 1 : 0.7),
    outcomes: duties > 2 || ahead > 0.5 || !RESULT.test(text) ? 0.1 : Math.min(0.9, 0.25 + quantities * 0.17),
    basis: duties > 2 ? 1 : text.length > LONG ? Math.min(0.75, count(PRACTICE) * 0.12) : 0,
    idea: duties > 2 || ahead > 0.5 || text.length > 600 ? 0 : Math.min(0.7, count(IDEA) * 0.2),
    reviewGrades: isGrades(textOf(blocks)) ? 1 : 0,
  }
}

/** A limit may stand in a line of its own under each item. */
function shareOfItems(lines: readonly Line[]): number {
  const dated = new Set(lines.filter(({ isDated }) => isDated).map(({ text }) => text))
  const items = dated.size < 2 ? [] : itemsOf(lines.map(({ text }) => text))
  const ends = items.filter(item => item.lines.some(line => dated.has(line))).length
  return items.length > 1 && ends > 1 ? ends / items.length : 0
}
