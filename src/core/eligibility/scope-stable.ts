import type { Form } from '../form/form.ts'
import type { CheckDescription, CheckFunction, CheckInput, Finding } from './check.ts'
import { pass, review } from './finding.ts'
import { mentioned, sentencesOf, wordsOf } from './sentences.ts'

/** Words: `years2` … `years8`, names of degrees by the years they take; `changes` of a branch, and the words that `plan` them. */
export const checkScopeStable: CheckFunction = input => {
  const { form, branch, description } = input
  const change = plannedChange(form, description)
  if (change !== null) return review([change], '申报书提及支部调整，请核实创建周期内是否保持稳定。')
  if (branch.type === 'unknown') return review([], '支部类型不明，请核实创建周期内是否保持稳定。')
  if (branch.type === 'student') return judgeGrades(input)
  return pass([], '非学生党支部，申报书中未见支部调整计划。')
}

/** A grade graduates in June; one that stays past the cycle keeps the branch stable. */
function judgeGrades({ form, call, branch, description }: CheckInput): Finding {
  const grades = gradesOf(branch.name)
  if (grades.length === 0) return review([], '学生党支部名称未注明年级，请核实创建周期内是否保持稳定。')
  const years = studyYears(`${branch.name} ${tickedTypes(form.branchTypeText)}`, description)
  if (years === null) return review([], '培养层次不明，请核实所在年级是否在创建周期内毕业。')
  const first = Math.min(...grades)
  const graduation = `${first + years}-06`
  if (graduation > call.cycle.to)
    return pass([form.branchName], `${first}级按${years}年学制于${first + years}年6月毕业，在创建周期之后。`)
  return review(
    [form.branchName],
    `${first}级按${years}年学制于${first + years}年6月毕业，不晚于创建周期结束（${call.cycle.to}），请核实。`,
  )
}

/** The years of entry in a name: «2021级», «16级», «2021、2022级», «2021-2022级». */
function gradesOf(name: string): number[] {
  const lists =
    name
      .slice(0, 100)
      .normalize('NFKC')
      .match(/\d{2,4}(?:级?\s?[-—~至到、,和与及]\s?\d{2,4}){0,5}\s?级/g) ?? []
  return lists
    .flatMap(list => list.match(/\d{2,4}/g) ?? [])
    .filter(digits => digits.length !== 3)
    .map(digits => (digits.length === 2 ? 2000 + Number(digits) : Number(digits)))
}

/** How long the shortest of the degrees named takes; null where none is. «博士研究生» is one degree, longer words being read first. */
function studyYears(text: string, description: CheckDescription): number | null {
  const degrees = [2, 3, 4, 5, 6, 7, 8]
    .flatMap(years => wordsOf(description, `years${years}`).map(word => ({ word, years })))
    .sort((a, b) => b.word.length - a.word.length)
  const named: number[] = []
  let rest = text
  for (const { word, years } of degrees) {
    if (rest.includes(word)) named.push(years)
    rest = rest.replaceAll(word, ' ')
  }
  return named.length === 0 ? null : Math.min(...named)
}

/** What stands behind the ticks of «□本科生 ☑博士生». */
const tickedTypes = (text: string | null): string =>
  (text ?? '')
    .slice(0, 500)
    .match(/☑[^☑□\n]{1,20}/g)
    ?.join(' ') ?? ''

function plannedChange(form: Form, description: CheckDescription): string | null {
  const said = [form.basis, form.idea, form.measuresText].flatMap(sentencesOf)
  const tells = (sentence: string) =>
    sentence.includes('支部') &&
    mentioned(sentence, wordsOf(description, 'changes')) !== null &&
    mentioned(sentence, wordsOf(description, 'plans')) !== null
  return said.find(tells) ?? null
}
