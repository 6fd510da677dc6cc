import { dateText } from '../dates/date-text.ts'
import { readIntervals } from '../dates/dates.ts'
import { STABILITY_WORDS } from '../words/check-words.ts'
import type { CheckFunction, CheckInput, Condition, Finding } from './check.ts'
import { pass, review } from './finding.ts'
import { graduationOf } from './graduation.ts'
import { mentioned, sentencesOf, wordsOf } from './sentences.ts'

/** Words: `changes` of a branch, the words that `plan` them, `elections`; those of graduation.ts. */
const check: CheckFunction = input => {
  const { form, branch } = input
  const change = announced('changes', input)
  if (change !== null) return review([change], '申报书提及支部调整，请核实创建周期内是否保持稳定。')
  if (branch.type === 'unknown') return review([], '支部类型不明，请核实创建周期内是否保持稳定。')
  const stable =
    branch.type === 'student'
      ? judgeGraduation(input)
      : pass([form.branchTypeText ?? form.branchName], '非学生党支部，系统未识别出支部调整计划。')
  const election = announced('elections', input)
  if (election === null) return stable
  return { ...stable, evidence: [...stable.evidence, election], note: `${stable.note}申报书提及换届安排。` }
}

/** A grade that stays past the cycle keeps the branch stable. */
export function judgeGraduation(input: CheckInput): Finding {
  const { call } = input
  const found = graduationOf(input)
  if (found === 'no-grade') return review([], '系统未能识别学生党支部的年级，请核实创建周期内是否保持稳定。')
  if (found === 'no-degree') return review([], '培养层次不明，请核实所在年级是否在创建周期内毕业。')
  const { grade, years, month, quote } = found
  const told = `${grade}级按${years}年学制于${grade + years}年6月毕业`
  const end = call.cycle?.to ?? ''
  if (month > end) return pass([quote], `${told}，在创建周期之后。`)
  return review([quote], `${told}，在创建周期之内（至${dateText(end)}），请核实。`)
}

/** A sentence that tells one of the listed things of the branch, as a plan or for a day of the cycle. */
function announced(list: 'changes' | 'elections', { form, call, description }: CheckInput): string | null {
  const said = [form.basis, form.idea, form.measuresText].flatMap(sentencesOf)
  const isAhead = (sentence: string) =>
    mentioned(sentence, wordsOf(description, 'plans')) !== null ||
    readIntervals(sentence).some(({ to }) => to >= (call.cycle?.from ?? ''))
  const tells = (sentence: string) =>
    sentence.includes('支') && mentioned(sentence, wordsOf(description, list)) !== null && isAhead(sentence)
  return said.find(tells) ?? null
}

export const scopeStable: Condition = {
  words: {
    years2: '学制2年',
    years3: '学制3年',
    years4: '学制4年',
    changes: '调整',
    elections: '换届',
    plans: '表示计划',
  },
  defaults: STABILITY_WORDS,
  check,
  explanation: {
    looksAt:
      '支部类型；学生党支部名称或类型中的年级和培养层次（按最短学制推算毕业时间）；{form}中关于合并、撤销等调整的计划。',
    pass: '教师、师生联合、离退休党支部，未识别出调整计划；学生党支部所在年级在创建周期结束后毕业。提及换届的，在说明中注明。',
    fail: null,
    review: '学生党支部所在年级在创建周期内毕业，年级、培养层次或支部类型未能识别；{form}提及支部调整计划。',
    examples: [
      { verdict: 'pass', branch: '机械设计系教工党支部', lines: ['五、创建思路', '坚持党建引领。'] },
      { verdict: 'pass', branch: '2022级本科生党支部', lines: ['五、创建思路', '坚持党建引领。'] },
      { verdict: 'review', branch: '2021级本科生党支部', lines: ['五、创建思路', '坚持党建引领。'] },
      { verdict: 'review', branch: '机械设计系教工党支部', lines: ['五、创建思路', '支部拟于2025年与兄弟支部合并。'] },
    ],
  },
}
