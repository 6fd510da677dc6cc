import type { Call } from '../call.ts'
import type { Measure } from '../form/form.ts'
import type { CheckFunction } from './check.ts'
import { fail, pass, review } from './finding.ts'

type Limit = { readonly verdict: 'pass' | 'fail' | 'review'; readonly reason: string; readonly quote: string }

/** Every measure has a limit inside the cycle. */
export const checkPlanDeadlines: CheckFunction = ({ form, call }) => {
  if (form.measures.length === 0) return review([], '未能识别出逐条的创建举措，请人工核对完成时限。')
  const limits = form.measures.map((measure, index) => judgeLimit(measure, index + 1, call))
  const failing = limits.filter(({ verdict }) => verdict === 'fail')
  if (failing.length > 0) return fail(quotes(failing), `${reasons(failing)}。`)
  const doubtful = limits.filter(({ verdict }) => verdict === 'review')
  if (doubtful.length > 0) return review(quotes(doubtful), `${reasons(doubtful)}，请人工核对。`)
  return pass(quotes(limits), '各项举措均有完成时限，且在创建周期内。')
}

function judgeLimit({ due, dueText, quote }: Measure, number: number, { cycle }: Pick<Call, 'cycle'>): Limit {
  const limit = (verdict: Limit['verdict'], reason: string): Limit => ({
    verdict,
    reason: `第${number}项举措${reason}`,
    quote,
  })
  if (due === 'recurring') return limit('pass', '为经常性工作')
  if (due === 'open') return limit('review', '无明确截止时间')
  if (due !== null && /^\d{4}-\d{2}$/.test(due)) {
    if (due >= cycle.from && due <= cycle.to) return limit('pass', '在创建周期内')
    return limit('fail', `完成时限${due}不在创建周期（${cycle.from}至${cycle.to}）内`)
  }
  if (dueText === null) return limit('review', '未注明完成时限')
  if (dueText.trim() === '') return limit('fail', '未填写完成时限')
  return limit('review', `完成时限“${dueText.trim().slice(0, 30)}”未能识别`)
}

const quotes = (limits: readonly Limit[]): string[] => limits.map(({ quote }) => quote)

/** A note is one or two sentences: the rest stands in the evidence. */
const reasons = (limits: readonly Limit[]): string =>
  limits
    .slice(0, 5)
    .map(({ reason }) => reason)
    .join('；') + (limits.length > 5 ? `；等${limits.length}项` : '')
