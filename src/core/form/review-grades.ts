import { readNumeral } from '../honours/chinese-numerals.ts'
import { readYear, YEAR } from '../honours/date-point.ts'
import type { ReviewGrade } from './form.ts'

const LONGEST = 3000
/** Whole tokens: «较好» contains «好» and is another grade. */
const GRADES = '基本合格|不合格|较好|良好|较差|一般|优秀|合格|优|良|中|好|差'
const TOKEN = new RegExp(
  `(?<year>(?<!\\d)${YEAR})(?=\\s?年|[-—–\\s:：、,，;；|)）/和及]|$)|(?<=^|[^\\p{Script=Han}]|[为是获评均得级次果度年])(?<grade>${GRADES})(?=等|档|次|$|[^\\p{Script=Han}])`,
  'gu',
)
const EVERY_YEAR =
  /近\s?(?<count>[一二两三四五12345])\s?年[^。；;\n]{0,20}?[均都皆][^。；;\n]{0,10}?[为是获评“"](?<grade>较好|一般|好|优秀|合格)(?![\p{Script=Han}])/u

type Token = { readonly kind: 'year' | 'grade'; readonly text: string; readonly at: number }

/**
 * Grades of 述职评议考核 by year: «2021年:好;2022年:较好», a row of years over a row of grades, «2021、2022年均为好». Years and
 * grades whose numbers don't fit one another are left out. «近三年均为好» means the years before `year`.
 */
export function readReviewGrades(text: string, year: number): ReviewGrade[] {
  const told = text.slice(0, LONGEST)
  const tokens = [...told.matchAll(TOKEN)].map(
    ({ groups, index, 0: whole }): Token => ({
      kind: groups?.year === undefined ? 'grade' : 'year',
      text: whole,
      at: index,
    }),
  )
  if (tokens.length === 0 || tokens.every(({ kind }) => kind === 'grade')) return everyYear(told, year)
  return pairsOf(runsOf(tokens)).flatMap(({ years, grades }) => pair(years, grades, told))
}

/** Neighbours of one kind. */
function runsOf(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = []
  for (const token of tokens) {
    const last = runs.at(-1)
    if (last?.[0]?.kind === token.kind) last.push(token)
    else runs.push([token])
  }
  return runs
}

type Pair = { readonly years: readonly Token[]; readonly grades: readonly Token[] }

/** Years before their grades, or, where a grade comes first («好(2021年)»), behind them. */
function pairsOf(runs: readonly Token[][]): Pair[] {
  const pairs: Pair[] = []
  for (let index = 0; index + 1 < runs.length; index += 2) {
    const [first = [], second = []] = [runs[index], runs[index + 1]]
    pairs.push(first[0]?.kind === 'year' ? { years: first, grades: second } : { years: second, grades: first })
  }
  return pairs
}

function pair(years: readonly Token[], grades: readonly Token[], told: string): ReviewGrade[] {
  const [only] = grades
  if (grades.length !== years.length && grades.length !== 1) return []
  return years.flatMap((token, index) => {
    const grade = grades.length === 1 ? only : grades[index]
    const year = readYear(token.text)
    if (grade === undefined || year === null) return []
    return [{ year, grade: grade.text, quote: quoteOf([...years, ...grades], told) }]
  })
}

/** From the first of the words that belong together to the last, as written. */
function quoteOf(tokens: readonly Token[], told: string): string {
  const start = Math.min(...tokens.map(({ at }) => at))
  const end = Math.max(...tokens.map(({ at, text }) => at + text.length))
  const closing = /^(?:[”"’』」]|年度?)?[)）]?/.exec(told.slice(end))?.[0] ?? ''
  return told.slice(start, end) + closing
}

function everyYear(told: string, year: number): ReviewGrade[] {
  const match = EVERY_YEAR.exec(told)
  const { count = '', grade } = match?.groups ?? {}
  const years = count === '两' ? 2 : readNumeral(count)
  if (match === null || grade === undefined || years === null) return []
  const quote = match[0] + (/^[”"]/.exec(told.slice(match.index + match[0].length))?.[0] ?? '')
  return Array.from({ length: years }, (_, index) => ({ year: year - years + index, grade, quote }))
}
