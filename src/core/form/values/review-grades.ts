import { readNumeral } from '../../dates/chinese-numerals.ts'
import { readYear, YEAR } from '../../dates/date-point.ts'
import { anyOf } from '../../words/any-of.ts'
import { listed } from '../../words/listed.ts'
import type { ReviewGrade } from '../form.ts'

const LONGEST = 3000
/** Whole tokens: «较好» contains «好» and is another grade. */
const GRADES = anyOf(listed('基本合格 不合格 较好 良好 较差 一般 优秀 合格 优 良 中 好 差'))
const AFTER_GRADE = '(?=等|档|次|$|[^\\p{Script=Han}])'
const TOKEN = new RegExp(
  `(?<year>(?<!\\d)${YEAR})(?=\\s?(?:学?年|考核|述职|评议|较?好|[-—–~～\\s:：、,，;；|()（）/和及至到“"]|$))|(?<=^|[^\\p{Script=Han}]|[为是获评均得级次果度年])(?<grade>${GRADES})${AFTER_GRADE}`,
  'gu',
)
const EVERY_YEAR = new RegExp(
  `(?<!\\d)(?<count>[一二两三四五12345])\\s?个?年[^。；;\\n]{0,20}?(?:[均都皆]|全部|连续|每年)[^。；;\\n]{0,10}?[为是获评得“"](?<grade>${GRADES})[”"]?${AFTER_GRADE}`,
  'u',
)
/** Between years that share a grade: «2021、2022年均为好», «2021至2023年». */
const LISTED = /^\s?(?:学?年度?)?[\s|、,，和及与]*$/
const RANGE = /^\s?(?:年度?)?\s?[-—–~～至到]{1,2}\s?$/
const MOST_YEARS = 10
/** A line that shows how grades are filled in. */
const EXAMPLE = /^\s*(?:示例|样例|例)[:：].*$/gm

type Token = { readonly kind: 'year' | 'grade'; readonly text: string; readonly at: number }

/**
 * Grades of 述职评议考核 by year: «2021年:好;2022年:较好», a row of years over a row of grades, «2021至2023年均为好», ticks. Years
 * and grades whose numbers don't fit one another are left out. «近三年均为好» means the years before `year`.
 */
export function readReviewGrades(text: string, year: number): ReviewGrade[] {
  const told = text.slice(0, LONGEST).replace(EXAMPLE, line => ' '.repeat(line.length))
  const tokens = tokensOf(withoutUnticked(told))
  if (tokens.every(({ kind }) => kind === 'grade')) return [...listedYears(told, year), ...everyYear(told, year)]
  return pairsOf(runsOf(tokens)).flatMap(pair => gradesOf(pair, told))
}

/** Whether a short text is years with their grades, and nothing else can be meant. */
export const isGrades = (text: string): boolean =>
  text.length < SHORT && GRADE_LETTER.test(text) && new Set(readReviewGrades(text, 0).map(({ year }) => year)).size > 1
const SHORT = 200
/** Each grade ends with one of them. */
const GRADE_LETTER = /[好差般秀格优良中]/

const tokensOf = (told: string): Token[] =>
  [...told.matchAll(TOKEN)].map(({ groups, index, 0: whole }) => ({
    kind: groups?.year === undefined ? 'grade' : 'year',
    text: whole,
    at: index,
  }))

/** «□好 ☑较好»: what isn't ticked isn't said. The length stays. */
export const withoutUnticked = (told: string): string =>
  told.includes('☑') ? told.replace(/□[^□☑；;\n|]{1,6}/g, unticked => ' '.repeat(unticked.length)) : told

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

/** As many grades as years, or one for the years that share it: those before others («2022年：未考核；2023年：好») have none. */
function gradesOf({ years, grades }: Pair, told: string): ReviewGrade[] {
  const [only] = grades
  if (only !== undefined && grades.length === 1) {
    const sharing = sharingYears(years, told)
    const quote = quoteOf([...sharing, only], told)
    return yearsOf(sharing, told).map(year => ({ year, grade: only.text, quote }))
  }
  const quote = quoteOf([...years, ...grades], told)
  // «2021—2023年……：优秀、良好、优秀»: the years of a range, one after another.
  const ranged = yearsOf(years, told)
  if (years.length === 2 && ranged.length === grades.length)
    return ranged.map((year, index) => ({ year, grade: grades[index]?.text ?? '', quote }))
  if (grades.length !== years.length) return []
  return years.flatMap((token, index) => {
    const [year, grade] = [readYear(token.text), grades[index]?.text]
    return year === null || grade === undefined ? [] : [{ year, grade, quote }]
  })
}

/** The last years of a run with nothing but commas or «至» between them. */
function sharingYears(years: readonly Token[], told: string): readonly Token[] {
  const stranger = years.findLastIndex((token, index) => {
    const between = betweenNext(token, years[index + 1], told)
    return between !== null && !LISTED.test(between) && !RANGE.test(between)
  })
  return years.slice(stranger + 1)
}

/** The years that tokens name, those within a range too. */
function yearsOf(tokens: readonly Token[], told: string): number[] {
  return tokens.flatMap((token, index) => {
    const [first, next] = [readYear(token.text), tokens[index + 1]]
    const last = readYear(next?.text)
    if (first === null) return []
    const isRange = last !== null && last > first && last - first < MOST_YEARS
    const length = isRange && RANGE.test(betweenNext(token, next, told) ?? '') ? last - first : 1
    return Array.from({ length }, (_, years) => first + years)
  })
}

const betweenNext = ({ at, text }: Token, next: Token | undefined, told: string): string | null =>
  next === undefined ? null : told.slice(at + text.length, next.at)

/** From the first of the words that belong together to the last, as written. */
function quoteOf(tokens: readonly Token[], told: string): string {
  const start = Math.min(...tokens.map(({ at }) => at))
  const end = Math.max(...tokens.map(({ at, text }) => at + text.length))
  const closing = /^(?:[”"’』」]|年度?)?[)）]?/.exec(told.slice(end))?.[0] ?? ''
  return told.slice(start, end) + closing
}

/** «近三年述职评议考核结果：优秀、良好、优秀»: as many as years. */
const LISTED_YEARS = new RegExp(
  `近\\s?(?<count>[两二三四五2345])\\s?年[^。；;\\n]{0,20}?(?:结果|等次|[为是])?[:：]\\s?(?<grades>(?:[“"]?(?:${GRADES})[”"]?[、，,\\s]{1,2}){1,4}[“"]?(?:${GRADES})[”"]?)${AFTER_GRADE}`,
  'u',
)

function listedYears(told: string, year: number): ReviewGrade[] {
  const match = LISTED_YEARS.exec(told)
  const { count = '', grades = '' } = match?.groups ?? {}
  const years = count === '两' ? 2 : readNumeral(count)
  const listed = grades.match(new RegExp(GRADES, 'g')) ?? []
  if (match === null || years !== listed.length) return []
  return listed.map((grade, index) => ({ year: year - years + index, grade, quote: match[0] }))
}

function everyYear(told: string, year: number): ReviewGrade[] {
  const match = EVERY_YEAR.exec(told)
  const { count = '', grade } = match?.groups ?? {}
  const years = count === '两' ? 2 : readNumeral(count)
  if (match === null || grade === undefined || years === null) return []
  const [quote] = match
  return Array.from({ length: years }, (_, index) => ({ year: year - years + index, grade, quote }))
}
