import { anyOf } from '../words/any-of.ts'
import { listed } from '../words/listed.ts'
import { withDigits } from './day-words.ts'
import { daysIn, type WrittenDay } from './deadline-days.ts'
import { timesOf } from './deadline-times.ts'
import type { Notice, Sentence } from './notice.ts'

/** An instant that a sentence may mean, and what of it the sentence doesn't say. */
export type Candidate = { readonly at: string; readonly why: string }

/** What is asked of a person: never decided, however plain it looks. */
export type DeadlineQuestion = { readonly candidates: readonly Candidate[]; readonly said: readonly string[] }

const SENDING = listed(
  '发送 发至 发到 报送 报至 提交 上报 递交 交至 送至 上交 投递 寄送 反馈 报名 申报 电子版 邮箱 材料 截止 截至 逾期',
)
const OTHERS = listed('公示 答辩 评审 公布 会议 培训 启动 颁奖 表彰大会 出生 入职 毕业 以来 期间')
const MOST = 8

const SENDS = new RegExp(anyOf(SENDING))
const OTHER = new RegExp(anyOf(OTHERS))
const BOUND = /^(?:\([^()]{0,12}\))?(?:,|之|以)?(?:前|截止|止)/
const BEFORE = /(?:截止|截至|最迟|不晚于|不迟于|务必于|须于|需于|请于|应于)[^,。]{0,12}$/

/** The instants that may be the deadline, the sentences about sending first; `today` stands in for a notice that bears no date. */
export function readDeadline({ sentences }: Notice, announced: string): DeadlineQuestion {
  const found = sentences.flatMap(({ said, folded }, index) => {
    const text = withDigits(folded)
    const days = daysIn(text, announced).filter(day => isBound(text, day))
    const weight = days.length === 0 ? 0 : weightOf(text, SENDS.test(text) ? '' : (sentences[index - 1]?.folded ?? ''))
    return weight > 0 ? [{ said, text, days, weight }] : []
  })
  const best = found.sort((a, b) => b.weight - a.weight)
  if (best.length === 0) return { candidates: [], said: sentences.filter(isUndated).map(({ said }) => said) }
  const candidates = best.flatMap(({ text, days }) => days.flatMap(day => candidatesOf(text, day, announced)))
  return { candidates: unique(candidates).slice(0, MOST), said: best.map(({ said }) => said) }
}

/** «下午4点前发至邮箱», «另行通知»: about the deadline, and no day in it. */
const isUndated = ({ folded }: Sentence): boolean =>
  /截止|截至|逾期/.test(folded) ||
  (SENDS.test(folded) && /\d(?:[:时点日月][^,。]{0,4})?(?:之|以)?前|另行通知/.test(folded))

const isBound = (text: string, { from, to }: WrittenDay): boolean => {
  const rest = text.slice(to)
  return BOUND.test(rest.replace(TIME, '')) || BEFORE.test(text.slice(0, from))
}

/** A time of day with whatever stands around it. */
const TIME =
  /^(?:\((?:周|星期|礼拜)[一二三四五六日天]\))?[, ]?(?:上午|下午|中午|晚上|早上|晚|早|傍晚|凌晨)?(?:北京时间)?(?:\d{1,4}(?:[:时点]\d{0,2}分?(?:半|整)?)?|下班|当[日天]|24)?/

function weightOf(text: string, before: string): number {
  if (OTHER.test(text) && !/邮箱|@|发送|报送|提交/.test(text)) return 0
  if (/@|邮箱|电子版/.test(text)) return 3
  if (SENDS.test(text)) return 2
  return SENDS.test(before) ? 1 : 0
}

function candidatesOf(text: string, day: WrittenDay, announced: string): Candidate[] {
  const times = timesOf(text.slice(day.to), day.run)
  return day.readings.flatMap(reading =>
    times.map(({ time, why }) => ({
      at: `${reading.day}T${time}+08:00`,
      why: [reading.why, why, isEarly(reading.day, announced) ? '早于通知日期' : '']
        .filter(one => one !== '')
        .join(', '),
    })),
  )
}

const isEarly = (day: string, announced: string): boolean => day < announced

const unique = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter((one, index) => candidates.findIndex(({ at }) => at === one.at) === index)
