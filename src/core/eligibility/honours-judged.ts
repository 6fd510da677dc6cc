import type { RecipientKind } from '../form/form.ts'
import type { CheckInput, Finding } from './check.ts'
import { fail, pass, review } from './finding.ts'
import { type Claim, type OwnDoubt, weighHonour } from './honour-claim.ts'
import { noneSaid, noneSaidOf, unreadHonour } from './honours-read.ts'
import { wordsOf } from './sentences.ts'

export type HonourQuestion = {
  /** Whose honours are looked at; other rows play no part. */
  readonly kinds: readonly RecipientKind[]
  readonly ownDoubt: OwnDoubt
  /** Names of the call's lists with the labels of the rows that would all have to say «无». */
  readonly rows: readonly string[]
  /** Chinese: whose honours these are. */
  readonly whose: string
}

/** One honour that counts is enough; one that is doubtful, or one that was not read, keeps it from failing. Words: `honours`. */
export function judgeHonours(input: CheckInput, question: HonourQuestion): Finding {
  const { form, call, description } = input
  const asked = form.honours.filter(({ recipientKind }) => question.kinds.includes(recipientKind))
  if (asked.length === 0) return judgeNoHonours(input, question)
  const claims = asked.map(honour => weighHonour(honour, input, question.ownDoubt))
  const counting = claims.filter(({ standing }) => standing === 'counts')
  if (counting.length > 0) return pass(quotes(counting), `${question.whose}有符合条件的表彰荣誉。`)
  const doubtful = claims.filter(({ standing }) => standing === 'doubtful')
  if (doubtful.length > 0) return review(quotes(doubtful), `${question.whose}荣誉待核：${reasons(doubtful)}。`)
  const unread = unreadHonour(form, call, wordsOf(description, 'honours'))
  if (unread !== null) return review([unread], '部分荣誉表述未能识别，请人工核对。')
  return fail(quotes(claims), `${question.whose}所列荣誉均不符合条件：${reasons(claims)}。`)
}

function judgeNoHonours({ form, call, description }: CheckInput, { rows, whose }: HonourQuestion): Finding {
  if (form.presence.honours === 'empty') return review([], '荣誉栏未填写。')
  if (form.honoursText === null) return review([], '未找到荣誉部分，请人工核对。')
  const none = form.honours.length === 0 ? noneSaid(form, call) : null
  const noneOfRows = rows.map(row => noneSaidOf(form, wordsOf(description, row)))
  if (none !== null) return fail([none], '荣誉栏填写为“无”。')
  if (noneOfRows.every(said => said !== null)) return fail(noneOfRows, `${whose}荣誉填写为“无”。`)
  return review([], `未识别出${whose}荣誉，请人工核对。`)
}

const quotes = (claims: readonly Claim[]): string[] => claims.map(({ quote }) => quote)

const reasons = (claims: readonly Claim[]): string =>
  [...new Set(claims.map(({ reason }) => reason))].slice(0, 4).join('；')
