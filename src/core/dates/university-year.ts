import { listed } from '../words/listed.ts'

/** A month counted from January of the year that is written beside it: 0 is December before, 13 January after. */
type MonthOfYear = number

/**
 * A day, season or stretch by which universities tell a month. `before`: the last month before it; `at`: the month it is in or ends in;
 * `turn`: it lies at the turn of the year, so that people write either year; `vague`: what is written may mean a month more or less;
 * `begins`: it lasts, so that what is to be done in it may be done in its first month.
 */
export type Moment = {
  readonly words: readonly string[]
  readonly before: MonthOfYear
  readonly at: MonthOfYear
  readonly turn?: true
  readonly vague?: true
  readonly begins?: MonthOfYear
}

const feast = (before: MonthOfYear, at: MonthOfYear, words: readonly string[]): Moment => ({ words, before, at })
const turn = (before: MonthOfYear, at: MonthOfYear, words: readonly string[]): Moment => ({
  ...feast(before, at, words),
  turn: true,
})
const vague = (before: MonthOfYear, at: MonthOfYear, words: readonly string[]): Moment => ({
  ...feast(before, at, words),
  vague: true,
})

const stretch = (begins: MonthOfYear, at: MonthOfYear, words: readonly string[]): Moment => ({
  ...feast(begins - 1, at, words),
  begins,
})

export const MOMENTS: readonly Moment[] = [
  turn(0, 1, ['元旦', '新年']),
  turn(1, 2, ['放寒假', '寒假', '春节', '除夕', '过年', '农历新年']),
  feast(2, 3, ['春季开学', '春季学期开学', '春学期开学']),
  feast(3, 3, ['三八妇女节', '国际妇女节', '妇女节', '三八节', '三八', '学雷锋日']),
  feast(4, 4, ['清明节', '清明']),
  feast(4, 5, ['五一国际劳动节', '五一劳动节', '国际劳动节', '劳动节', '五一']),
  feast(5, 5, ['五四青年节', '青年节', '五四']),
  feast(5, 6, ['六一儿童节', '儿童节', '六一']),
  vague(6, 6, ['端午节', '端午']),
  vague(6, 6, ['毕业典礼', '毕业生离校', '毕业离校', '学生毕业', '毕业季', '毕业', '离校']),
  feast(6, 7, ['七一建党节', '建党纪念日', '建党节', '党的生日', '七一']),
  vague(7, 7, ['夏季小学期', '暑期学校', '小学期', '短学期', '夏季学期']),
  { ...stretch(7, 8, ['放暑假', '暑假', '暑期']), before: 7 },
  feast(7, 8, ['八一建军节', '建军节', '八一']),
  feast(8, 9, ['秋季开学', '秋季学期开学', '秋学期开学', '新生入学', '新生报到', '迎新']),
  feast(9, 9, ['教师节']),
  vague(9, 9, ['中秋节', '中秋']),
  feast(9, 10, ['十一国庆节', '国庆节', '国庆', '十一']),
  vague(10, 10, ['重阳节', '重阳']),
  feast(12, 12, ['一二九', '国家公祭日', '国家宪法日']),
  feast(0, 3, ['年初']),
  vague(6, 7, ['年中']),
  vague(8, 8, ['学年末', '学年底', '学年内', '本学年', '学年结束前']),
  feast(12, 12, ['年终岁末', '岁末年终', '年度末', '年度内', '年底', '年末', '年终', '岁末', '年内', '全年', '整年']),
  feast(0, 6, ['上半年']),
  feast(6, 12, ['下半年']),
  feast(0, 3, ['第一季度', '第1季度', '首季度', '一季度', '1季度', 'Q1']),
  feast(3, 6, ['第二季度', '第2季度', '二季度', '2季度', 'Q2']),
  feast(6, 9, ['第三季度', '第3季度', '三季度', '3季度', 'Q3']),
  feast(9, 12, ['第四季度', '第4季度', '四季度', '4季度', 'Q4']),
  stretch(2, 7, ['春季学期', '春学期', '春季学年']),
  stretch(9, 13, ['秋季学期', '秋学期']),
  vague(2, 5, ['春季', '春天']),
  vague(5, 8, ['夏季', '夏天']),
  vague(8, 11, ['秋季', '秋天']),
  vague(11, 13, ['冬季', '冬天']),
]

/** The terms of a university's year, by how they are written behind «2024-2025学年», from September of its first year. */
export const TERMS: readonly Pick<Required<Moment>, 'words' | 'at' | 'begins'>[] = [
  { words: ['第一学期', '第1学期', '一学期', '1学期', '秋季学期', '秋学期', '上学期'], begins: 9, at: 13 },
  { words: ['第二学期', '第2学期', '二学期', '2学期', '春季学期', '春学期', '下学期'], begins: 14, at: 19 },
  { words: ['第三学期', '第3学期', '三学期', '3学期', '夏季学期', '小学期', '短学期'], begins: 18, at: 20 },
]

/** Within a term: its beginning, its middle. */
export const WITHIN_TERM: Readonly<Record<string, { readonly spring: MonthOfYear; readonly autumn: MonthOfYear }>> = {
  初: { spring: 3, autumn: 9 },
  期中: { spring: 5, autumn: 11 },
  中期: { spring: 5, autumn: 11 },
}

/** What people write of the time that the whole cycle takes. */
export const CYCLE_ENDS: readonly string[] = listed(`
  周期内 周期末 周期底 周期届满 周期结束 周期期满 周期到期 期届满 创建期内 创建期末 创建期满 创建期结束 建设期内
  建设期末 建设期满 建设期结束 培育期内 培育期末 培育期满 培育期结束 实施期内 期满前 届满前 期满时 期满验收 结项前
  结题前 结项 验收前 终期验收 终期考核 终期检查
`)

export const RECURRING_WORDS: readonly string[] = listed(
  '定期 月度 季度性 双周 双月 隔周 隔月 逐月 逐年 逐季 按月 按季 按周 按年 按学期 各学期 各季度 年均 寒暑假 节假日 重要节点 重大节日',
)

export const OPEN_WORDS: readonly string[] = listed(
  '长期 常态 持续 始终 贯穿 经常性 日常 常年 全过程 全程 全周期 不定期 长效 一以贯之 不间断',
)
