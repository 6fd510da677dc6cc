import type { CheckDescription, CheckInput } from './check.ts'
import { wordsOf } from './sentences.ts'

/** When the first of a branch's grades graduates: in June after the shortest of its degrees. */
type Graduation = {
  readonly grade: number
  readonly years: number
  readonly month: string
  /** What of the form tells the grade. */
  readonly quote: string | null
}

/**
 * From the grade and the degree in a branch's name, or behind the ticks of its type. Words: `years2`, `years3`, `years4`: names of
 * degrees by the years they take.
 */
export function graduationOf({ form, branch, description }: CheckInput): Graduation | 'no-grade' | 'no-degree' {
  const told = `${branch.name} ${tickedTypes(form.branchTypeText)}`
  const grades = gradesIn(told)
  if (grades.length === 0) return 'no-grade'
  const years = studyYears(told, description)
  if (years === null) return 'no-degree'
  const grade = Math.min(...grades)
  const quote = gradesIn(branch.name).length > 0 ? form.branchName : form.branchTypeText
  return { grade, years, month: `${grade + years}-06`, quote }
}

/** The years of entry: «2021级», «16级», «2021、2022级», «2021-2022级». */
function gradesIn(told: string): number[] {
  const lists =
    told
      .slice(0, 600)
      .normalize('NFKC')
      .match(/\d{2,4}(?:级?\s?[-—~至到、,和与及]\s?\d{2,4}){0,5}\s?级/g) ?? []
  return lists
    .flatMap(list => list.match(/\d{2,4}/g) ?? [])
    .filter(digits => digits.length !== 3)
    .map(digits => (digits.length === 2 ? 2000 + Number(digits) : Number(digits)))
}

/** How long the shortest of the degrees named takes. «博士研究生» is one degree, longer words being read first. */
function studyYears(text: string, description: CheckDescription): number | null {
  const degrees = [2, 3, 4]
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
