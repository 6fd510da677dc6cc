import type { Honour, RecipientKind } from '../form/form.ts'
import type { CheckInput, Finding } from './check.ts'
import { fail, pass, review } from './finding.ts'
import { DOUBTFUL, type HonourRule, VOID } from './honour-rules.ts'
import { describeHonour, titleOf } from './honour-text.ts'
import { noneSaid, noneSaidOf, unreadHonour } from './honours-read.ts'
import { wordsOf } from './sentences.ts'

type HonourQuestion = {
  /** Chinese: whose honours these are. */
  readonly whose: string
  /** Whose honours are looked at; others play no part. */
  readonly kinds: readonly RecipientKind[]
  /** Of those, whose honours must be listed for the condition to fail. */
  readonly decisive: readonly RecipientKind[]
  /** What this condition alone doubts. */
  readonly ownDoubts: readonly HonourRule[]
  /** Names of the call's lists with the labels of the rows that would all have to say «无». */
  readonly rows: readonly string[]
}

/** The lists of words that every condition over honours reads, beside its own. */
export const HONOUR_WORDS = {
  notHonours: '不属于获得表彰',
  awarded: '表明已获得',
  league: '团组织',
  doubtful: '是否计入待核',
  doubtfulGrantors: '是否计入待核的授予单位',
  honours: '表明写有荣誉',
}

/** `void` is known not to count, `doubtful` is for a person. */
type Weighed = {
  readonly honour: Honour
  readonly standing: 'counts' | 'doubtful' | 'void'
  readonly reason: string
}

/** One honour that counts is enough; one that is doubtful, or one that was not read, keeps it from failing. */
export function judgeHonours(input: CheckInput, question: HonourQuestion): Finding {
  const { kinds, decisive, ownDoubts, whose } = question
  const asked = input.form.honours.filter(({ recipientKind }) => kinds.includes(recipientKind))
  const weighed = asked.map(honour => weigh(honour, input, ownDoubts))
  const [counting, doubtful] = [having('counts', weighed), having('doubtful', weighed)]
  if (counting.length > 0) return pass(quotes(counting), `${named(counting)}符合条件。`)
  if (doubtful.length > 0) return review(quotes(doubtful), `${whose}荣誉待核：${reasons(doubtful)}。`)
  if (!asked.some(({ recipientKind }) => decisive.includes(recipientKind))) return judgeNoHonours(input, question)
  const unread = unreadHonour(input.form, wordsOf(input.description, 'honours'))
  if (unread !== null) return review([unread], '系统未能识别部分荣誉表述，请人工核对。')
  return fail(quotes(weighed), `${whose}所列荣誉均不符合条件：${reasons(weighed)}。`)
}

/** What one honour is worth for a condition. */
export function weigh(honour: Honour, input: CheckInput, ownDoubts: readonly HonourRule[]): Weighed {
  const against = firstOf(VOID, honour, input)
  if (against !== null) return { honour, standing: 'void', reason: against }
  const doubt = firstOf([...DOUBTFUL, ...ownDoubts], honour, input)
  if (doubt !== null) return { honour, standing: 'doubtful', reason: doubt }
  return { honour, standing: 'counts', reason: '' }
}

function firstOf(rules: readonly HonourRule[], honour: Honour, input: CheckInput): string | null {
  for (const rule of rules) {
    const reason = rule(honour, input)
    if (reason !== null) return reason
  }
  return null
}

function judgeNoHonours({ form, description }: CheckInput, { rows, whose }: HonourQuestion): Finding {
  if (form.presence.honours === 'empty') return review([], '荣誉栏未填写。')
  if (form.honoursText === null) return review([], '系统未能识别荣誉部分，请人工核对。')
  const none = noneSaid(form)
  if (none !== null) return fail([none], '荣誉栏填写为“无”。')
  const noneOfRows = rows.map(row => noneSaidOf(form, wordsOf(description, row)))
  if (rows.length > 0 && noneOfRows.every(said => said !== null)) return fail(noneOfRows, `${whose}荣誉填写为“无”。`)
  return review([], `系统未能识别出${whose}荣誉，请人工核对。`)
}

const having = (standing: Weighed['standing'], weighed: readonly Weighed[]): Weighed[] =>
  weighed.filter(one => one.standing === standing)

const quotes = (weighed: readonly Weighed[]): string[] => weighed.map(({ honour }) => honour.quote)

const named = ([first, ...others]: readonly Weighed[]): string =>
  first === undefined ? '' : `${describeHonour(first.honour)}${others.length > 0 ? `等${others.length + 1}项荣誉` : ''}`

const reasons = (weighed: readonly Weighed[]): string =>
  [...new Set(weighed.map(({ honour, reason }) => `${titleOf(honour)}${reason}`))].slice(0, 4).join('；')
