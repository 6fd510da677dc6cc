import type { Call } from '../call/call.ts'
import { dateText } from '../dates/date-text.ts'
import { earliestEnd } from '../form/due.ts'
import type { Measure } from '../form/form.ts'
import type { CheckFunction, Condition, Verdict } from './check.ts'
import { fail, pass, review } from './finding.ts'

/** Every measure has a limit inside the cycle. */
const check: CheckFunction = ({ form, call }) => {
  if (form.measures.length === 0) return review([], '系统未能识别逐条的创建举措，由学院党委核对完成时限。')
  const limits = form.measures.map((measure, index) => judgeLimit(measure, index + 1, call))
  const failing = limits.filter(({ verdict }) => verdict === 'fail')
  if (failing.length > 0) return fail(quotes(failing), `${reasons(failing)}。`)
  const doubtful = limits.filter(({ verdict }) => verdict === 'review')
  if (doubtful.length > 0) return review(quotes(doubtful), `${reasons(doubtful)}，请人工核对。`)
  return pass(quotes(limits), '各项举措均有完成时限，且在创建周期内。')
}

type Limit = { readonly verdict: Verdict; readonly reason: string; readonly quote: string }

const NOTHING = /^(?:暂?无|没有|[/\\—–-]*)$/

function judgeLimit(
  { due, dueText, isLimitKnown, quote }: Measure,
  number: number,
  { cycle }: Pick<Call, 'cycle'>,
): Limit {
  const limit = (verdict: Verdict, reason: string): Limit => ({ verdict, reason: `第${number}项举措${reason}`, quote })
  const written = dueText?.trim() ?? null
  if (due === 'recurring') return limit('pass', '为经常性工作')
  if (due === 'open') return limit('review', '无明确截止时间')
  if (due !== null && /^\d{4}-\d{2}$/.test(due)) {
    if (due >= cycle.from && due <= cycle.to) return limit('pass', '在创建周期内')
    if (due > cycle.to && (earliestEnd(written ?? '') ?? due) <= cycle.to)
      return limit('review', `完成时限“${written}”可能超出创建周期`)
    if (!isLimitKnown) return limit('review', `所写时间“${written}”是否为完成时限待核`)
    return limit('fail', `完成时限${dateText(due)}不在创建周期（${dateText(`${cycle.from}/${cycle.to}`)}）内`)
  }
  if (written === null) return limit('review', '的完成时限系统未能识别')
  if (NOTHING.test(written)) return limit('fail', '未填写完成时限')
  return limit('review', `完成时限“${written.slice(0, 30)}”未能识别`)
}

const quotes = (limits: readonly Limit[]): string[] => limits.map(({ quote }) => quote)

/** A note is one or two sentences: the rest stands in the evidence. */
const reasons = (limits: readonly Limit[]): string =>
  limits
    .slice(0, 5)
    .map(({ reason }) => reason)
    .join('；') + (limits.length > 5 ? `；等${limits.length}项` : '')

const HEAD = '举措\t内容\t完成时限\t责任人'
const MEASURES = '六、创建举措'

export const planDeadlines: Condition = {
  words: {},
  check,
  explanation: {
    looksAt:
      '每一项创建举措的完成时限，取其截止月份：“2025年底前”为2025年12月，“2024年6月-12月”为2024年12月，“2024年下半年”为2024年12月。',
    pass: '每项举措都有时限，且都在创建周期内。每学期、每月等经常性工作算在周期内。',
    fail: '有举措的时限栏空白或填“无”，或截止时间在创建周期以外。',
    review:
      '没有读到逐条的举措；时限为长期坚持、持续推进等；时限不能识别；只写年份、半年、学期而可能超出周期；以文字叙述的举措未注明时限。',
    examples: [
      { verdict: 'pass', lines: [MEASURES, HEAD, '建强班子\t按期换届\t2024年6月-12月\t陈立新'] },
      { verdict: 'pass', lines: [MEASURES, '1. 开展联学共建，每学期一次。', '2. 凝练支部工作法，2026年4月底前完成。'] },
      { verdict: 'fail', lines: [MEASURES, HEAD, '总结推广\t编印案例\t2026年底\t陈立新'] },
      { verdict: 'review', lines: [MEASURES, HEAD, '总结推广\t编印案例\t长期坚持\t陈立新'] },
    ],
  },
}
