import type { Call } from '../call/call.ts'
import { dateText } from '../dates/date-text.ts'
import { readLimit } from '../dates/limit.ts'
import type { Form, Measure } from '../form/form.ts'
import type { CheckFunction, Condition, Verdict } from './check.ts'
import { fail, pass, review } from './finding.ts'
import { withoutSpaces } from './sentences.ts'

/** Every measure has a limit inside the cycle. */
const check: CheckFunction = ({ form, call }) => {
  if (form.measures.length === 0) return review([], '系统未能识别逐条的创建举措，请人工核对完成时限。')
  const isTold = tellsAbove(form, call)
  const limits = form.measures.map((measure, index) => judgeLimit(measure, { number: index + 1, call, isTold }))
  const failing = limits.filter(({ verdict }) => verdict === 'fail')
  if (failing.length > 0) return fail(quotes(failing), `${reasons(failing)}。`)
  const doubtful = limits.filter(({ verdict }) => verdict === 'review')
  if (doubtful.length > 0) return review(quotes(doubtful), `${reasons(doubtful)}，请人工核对。`)
  if (isInPart(form)) return review(quotes(limits), '系统仅识别出部分创建举措，请人工核对其余举措的完成时限。')
  return pass(quotes(limits), '各项举措均有完成时限，且在创建周期内。')
}

/** Whether most of what stands under the measures was read as none. */
function isInPart({ measures, measuresText }: Form): boolean {
  const letters = (text: string) => text.replace(/[\s|]/g, '').length
  return measures.reduce((sum, { quote }) => sum + letters(quote), 0) * 2 < letters(measuresText ?? '')
}

type Limit = { readonly verdict: Verdict; readonly reason: string; readonly quote: string }

type Place = { readonly number: number; readonly call: Call; readonly isTold: boolean }

const NOTHING = /^(?:暂?无|没有|[/\\—–-]*)$/

function judgeLimit({ due, dueText, isLimitKnown, quote }: Measure, { number, call, isTold }: Place): Limit {
  const limit = (verdict: Verdict, reason: string): Limit => ({ verdict, reason: `第${number}项举措${reason}`, quote })
  const written = dueText?.trim() ?? null
  if (due === 'recurring') return limit('pass', '为经常性工作')
  if (due === 'open') return limit('review', '无明确截止时间')
  if (due !== null && /^\d{4}-\d{2}$/.test(due))
    return { ...limit('pass', ''), ...judgeEnd(due, written, { number, call, isLimitKnown }) }
  if (written === null) return limit('review', '的完成时限未能识别')
  if (!NOTHING.test(written)) return limit('review', `完成时限“${written.slice(0, 30)}”未能识别`)
  // A merged cell, a line over the table or the row itself may tell it.
  return isTold || tells(quote, call)
    ? limit('review', '的完成时限未能识别')
    : limit('fail', written === '' ? '未填写完成时限' : `完成时限填为“${written}”`)
}

/** An end that may lie inside the cycle, or of which only the nearest such day tells the year, proves nothing. */
function judgeEnd(
  due: string,
  written: string | null,
  { number, call, isLimitKnown }: Pick<Place, 'number' | 'call'> & Pick<Measure, 'isLimitKnown'>,
) {
  const { cycle } = call
  if (cycle === null) return { verdict: 'pass' as const, reason: '' }
  const reason = (words: string) => `第${number}项举措${words}`
  if (due >= cycle.from && due <= cycle.to) return { verdict: 'pass' as const, reason: reason('在创建周期内') }
  const { earliest } = readLimit(written ?? '', call)
  if (earliest !== null && earliest >= cycle.from && earliest <= cycle.to)
    return { verdict: 'review' as const, reason: reason(`完成时限“${(written ?? '').slice(0, 30)}”可能超出创建周期`) }
  if (!isLimitKnown)
    return { verdict: 'review' as const, reason: reason(`所写时间“${(written ?? '').slice(0, 30)}”是否为完成时限待核`) }
  const outside = `完成时限${asWritten(written, due)}不在创建周期（${dateText(`${cycle.from}/${cycle.to}`)}）内`
  return { verdict: 'fail' as const, reason: reason(outside) }
}

const PLAIN = /^[\d\s.\-/—–~～年月日号至到底前之以止]*$/

/** Of «2027年寒假前» nobody has to guess which month was meant. */
const asWritten = (written: string | null, due: string): string =>
  written === null || PLAIN.test(written) ? dateText(due) : `“${written.slice(0, 30)}”（${dateText(due)}）`

const tells = (text: string, call: Call): boolean => readLimit(text, call).due !== null

/** Whether a line over the measures tells a time for all of them. */
function tellsAbove({ measures: [first], measuresText }: Form, call: Call): boolean {
  const text = withoutSpaces(measuresText ?? '')
  const start = first === undefined ? -1 : text.indexOf(withoutSpaces(first.quote))
  return start > 0 && tells(text.slice(0, start), call)
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
  defaults: {},
  check,
  explanation: {
    looksAt:
      '每一项创建举措的完成时限，取其截止月份：“2025年底前”为2025年12月，“2024年6月-12月”为2024年12月，“2024年下半年”为2024年12月，“2025年春季学期”为2025年7月，“七一前”为6月，“两年内”为周期结束；没有写年份的，取通知之后最近的一次。',
    pass: '每项举措都有时限，且都在创建周期内。每学期、每月等经常性工作算在周期内。',
    fail: '有举措在时限栏中的单元格空白或填“无”（未与其他行合并，该行、表外也没有写时间），或截止时间在创建周期以外。',
    review:
      '没有读到逐条的举措；时限为长期坚持、持续推进等；时限不能识别；只写年份、半年、学期、假期而可能超出周期；以文字叙述的举措的时限未能识别。',
    examples: [
      { verdict: 'pass', lines: [MEASURES, HEAD, '建强班子\t按期换届\t2024年6月-12月\t陈立新'] },
      { verdict: 'pass', lines: [MEASURES, '1. 开展联学共建，每学期一次。', '2. 凝练支部工作法，2026年4月底前完成。'] },
      { verdict: 'fail', lines: [MEASURES, HEAD, '总结推广\t编印案例\t2026年底\t陈立新'] },
      { verdict: 'review', lines: [MEASURES, HEAD, '总结推广\t编印案例\t长期坚持\t陈立新'] },
    ],
  },
}
