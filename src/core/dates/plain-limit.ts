import type { Month } from '../call/call.ts'
import { anyOf } from '../words/any-of.ts'
import { listed } from '../words/listed.ts'
import { readNumeral } from './chinese-numerals.ts'
import { MONTH, monthText, readYear, YEAR } from './date-point.ts'
import { MOMENTS, type Moment, TERMS, WITHIN_TERM } from './university-year.ts'

/**
 * A limit in which every time bears year and month; `guessed`: somewhere nothing but the nearest such time told the year; `begins`: of what
 * lasts, by its last month, the first one.
 */
type PlainLimit = {
  readonly text: string
  readonly guessed: boolean
  readonly begins: ReadonlyMap<Month, Month>
}

const MOMENT_OF = new Map(MOMENTS.flatMap(moment => moment.words.map(word => [word, moment] as const)))
const TERM_OF = new Map(TERMS.flatMap(term => term.words.map(word => [word, term] as const)))

/** What tells that the end of a stretch of time is meant. */
export const OVER_WORDS = listed('期末 结束 之前 以前 前 底 末')
const OVER = anyOf(OVER_WORDS)
const FREE_TIME = anyOf(listed('假期 小长假 长假 节 活动'))
const BESIDE = anyOf([...OVER_WORDS, ...listed('前夕 结束前 期间 之后 后 内 时 初 期中 中期')])
const SIDE = `${FREE_TIME}?${BESIDE}`
const DASH = '(?:[-—–−~～至到/]{1,2})'
const ANY_TERM = anyOf([...TERM_OF.keys()])
const NUMERAL = '[一二两三四五六七八九十半\\d]'

/** In this order: whatever bears its year stands for itself, or is followed by a moment of the university's year. */
const TIME = new RegExp(
  [
    `(?<first>${YEAR})年?${DASH}(?:${YEAR}|\\d\\d)(?:学年度?的?)?${DASH}?[(（]?(?<term>${ANY_TERM}|[12](?![\\d年月]))[)）]?(?=(?<ending>${OVER})?)`,
    `(?<one>${YEAR})学年度?的?(?<half>${ANY_TERM})(?=(?<over>${OVER})?)`,
    `(?<whole>${YEAR}(?:年${MONTH}(?:月|(?=${DASH}|、))|[./-]${MONTH}(?![\\d年])月?))`,
    `(?:(?<year>${YEAR})(?:年度?|届(?:\\p{Script=Han}{0,3}(?=毕业))?)?的?|(?<!${NUMERAL}|学))(?<moment>${anyOf([...MOMENT_OF.keys()])})(?<side>${SIDE})?`,
    `(?:(?<joined>(?<=月)${DASH})|(?<![\\d.年]|\\d[、—–−~～至到/-]))(?:${MONTH}(?:${DASH}|、))?(?<month>${MONTH})月(?!度)`,
    `(?<relative>[本这下]个?|下一个?|新)学期(?<part>${SIDE})?`,
    `(?<!上个?)学期(?<within>${SIDE})|(?<!\\p{Script=Han})(?<exams>期末)`,
    `(?<of>${YEAR})?年?(?<vacation>放假|开学)(?<which>前夕|[前后初时])?`,
  ].join('|'),
  'gu',
)

type Groups = Readonly<Record<string, string | undefined>>
type Told = { readonly month: Month; readonly guessed: boolean; readonly begins?: Month | null }

/** Puts plain dates in the place of a university's words; `from`: the month from which yearless times are counted. */
export function plainLimit(text: string, from: Month): PlainLimit {
  let last: Month | null = null
  let guessed = false
  const begins = new Map<Month, Month>()
  const dated = withYears(text, from)
  let plain = ''
  let end = 0
  for (const match of dated.matchAll(TIME)) {
    const groups = match.groups ?? {}
    const told = timeOf(groups, { last, from })
    last = told?.month ?? wholeMonth(groups) ?? last
    guessed ||= told?.guessed ?? false
    if (told?.begins) begins.set(told.month, told.begins)
    plain += dated.slice(end, match.index)
    end = match.index + match[0].length
    plain += told === null || isPlain(groups) ? match[0] : monthIn(told.month, dated.slice(end))
  }
  return { text: plain + dated.slice(end), guessed, begins }
}

/** Half years and quarters of a year may end earlier: as they are written they tell that, too. */
const isPlain = ({ year, moment = '', side = '' }: Groups): boolean =>
  year !== undefined && /半年|季度/.test(moment) && !moment.startsWith('首') && side === ''

const JOINED = new RegExp(`^${DASH}`)

/** As the end of a limit, unless it is the beginning of a range. */
const monthIn = (month: Month, rest: string): string =>
  `${month.replace('-', '年')}月${JOINED.test(rest) ? '' : '底前'}`

type Before = { readonly last: Month | null; readonly from: Month }

function timeOf(groups: Groups, before: Before): Told | null {
  if (groups.term !== undefined) return termOfYear(groups.first, groups.term, groups.ending)
  if (groups.half !== undefined) return termOfYear(groups.one, groups.half, groups.over)
  if (groups.moment !== undefined) return momentOf(groups, before)
  if (groups.month !== undefined) return bareMonth(groups, before)
  if (groups.vacation !== undefined) return vacationOf(groups, before)
  return groups.whole === undefined ? termOf(groups, before) : null
}

const wholeMonth = ({ whole }: Groups): Month | null => {
  const [, year, month] = /^(.+?)(?:年|[./-])(.+?)月?$/.exec(whole ?? '') ?? []
  return monthText(readYear(year), readNumeral(month ?? ''))
}

/** «2024-2025学年第二学期», by the year in which it began. */
function termOfYear(year: string | undefined, word: string, ending = ''): Told | null {
  const term = TERM_OF.get(word) ?? TERMS[Number(word) - 1]
  const month = term === undefined ? null : ofYear(year, term.at)
  if (term === undefined || month === null) return null
  return { month, guessed: false, begins: ending === '' ? ofYear(year, term.begins) : null }
}

const guess = (month: Month): Told => ({ month, guessed: true })

/** Months counted from January of a year, over its edges. */
const ofYear = (year: string | undefined, month: number): Month | null => {
  const read = readYear(year)
  return read === null ? null : shift(`${read}-01`, month - 1)
}

/** So many months later. */
export function shift(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const total = year * 12 + number - 1 + by
  return `${Math.floor(total / 12)}-${String((((total % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

const BEFORE = /前/
const AFTER = /后/
const ENDING = new RegExp(OVER)

function momentOf({ moment = '', side = '', year }: Groups, before: Before): Told | null {
  const found = MOMENT_OF.get(moment)
  if (found === undefined) return null
  const number = monthAt(moment, side, found)
  if (year === undefined) return { ...next(number, before), guessed: before.last === null || found.vague === true }
  const month = ofYear(year, number)
  if (month === null) return null
  // «2024年寒假前» of a plan made in May is next January's.
  if (found.turn === true && month < before.from) return guess(shift(month, 12))
  const begins = found.begins === undefined || ENDING.test(side) ? null : ofYear(year, found.begins)
  return { month, guessed: found.vague === true || AFTER.test(side), begins }
}

function monthAt(word: string, side: string, { before, at }: Moment): number {
  const within = WITHIN_TERM[side]
  if (within !== undefined && word.includes('学')) return word.startsWith('秋') ? within.autumn : within.spring
  return BEFORE.test(side) && !side.startsWith('结束') ? beforeIt(word, before, at) : at
}

/** «年底前», «第三季度前完成», «春季学期前»: a stretch of time is over by then. */
const beforeIt = (word: string, before: number, at: number): number =>
  /半年|季度|[终末底内]$|学期$/.test(word) ? at : before

/** The first such month from the one before on, or from the notice's. */
function next(month: number, { last, from }: Before): { readonly month: Month } {
  const start = last ?? from
  const sameYear = shift(`${start.slice(0, 4)}-01`, month - 1)
  if (sameYear >= start && shift(sameYear, -12) < start) return { month: sameYear }
  return { month: sameYear < start ? shift(sameYear, 12) : shift(sameYear, -12) }
}

/** «2024年6月-12月» is read as it stands; «10月中旬» is the next October. */
function bareMonth({ month, joined }: Groups, before: Before): Told | null {
  const number = readNumeral(month ?? '')
  if (number === null || (joined !== undefined && before.last !== null)) return null
  return { ...next(number, before), guessed: before.last === null }
}

const BEGINNINGS: readonly number[] = [2, 3, 8, 9]
const AUTUMN: readonly number[] = [9, 10, 11, 12, 1]

const isAutumn = (month: Month): boolean => AUTUMN.includes(Number(month.slice(5)))

/** The term that a month lies in ends in January or July. */
const endOfTerm = (month: Month): Month => next(isAutumn(month) ? 1 : 7, { last: null, from: month }).month

function termOf({ relative = '', part, within = part ?? '' }: Groups, { last, from }: Before): Told | null {
  // «2024年9月新学期开始前» has told its month.
  if (relative === '新' && last !== null && BEGINNINGS.includes(Number(last.slice(5)))) return null
  const present = endOfTerm(last ?? from)
  const later = endOfTerm(shift(present, present.endsWith('01') ? 1 : 2))
  const end = /下|新/.test(relative) ? later : present
  if (!/[初前]|期中|中期/.test(within) || within === '结束前') return guess(end)
  const { spring, autumn } = WITHIN_TERM[within] ?? { spring: 3, autumn: 9 }
  return guess(end.endsWith('01') ? shift(end, autumn - 13) : shift(end, spring - 7))
}

/** «放假前» is the end of the term; «开学后» the beginning of the next. */
function vacationOf({ of, vacation, which = '' }: Groups, { last, from }: Before): Told | null {
  const month = ofYear(of, vacation === '放假' ? 7 : BEFORE.test(which) ? 8 : 9)
  if (month !== null) return guess(month)
  // «2024年9月开学后» has told its month.
  if (vacation === '开学' && last !== null && BEGINNINGS.includes(Number(last.slice(5)))) return null
  const end = endOfTerm(last ?? from)
  if (vacation === '放假') return guess(end)
  const begins = shift(end, 2)
  return guess(BEFORE.test(which) ? shift(begins, -1) : begins)
}

const RELATIVE_YEARS: readonly (readonly [RegExp, number])[] = [
  [/(?:今年|本年度?|当年|今年度)的?/g, 0],
  [/(?:[明来]年|下一?年度)的?/g, 1],
  [/后年的?/g, 2],
]
const FOLLOWING = /[次翌转隔]年的?/g
const LAST_YEAR = new RegExp(`(${YEAR})`, 'g')

/** «明年6月» is counted from the notice's year, «次年3月» from the year written before it. */
function withYears(text: string, from: Month): string {
  const year = Number(from.slice(0, 4))
  const dated = RELATIVE_YEARS.reduce(
    (rest, [words, by]) => rest.replace(words, `${year + by}年`),
    text.replace(/(?:本|当)月/g, `${year}年${Number(from.slice(5))}月`).replace(/下个?月/g, monthAfter(from)),
  )
  return dated.replace(FOLLOWING, (_, at: number) => {
    const before = [...dated.slice(0, at).matchAll(LAST_YEAR)].at(-1)?.[1]
    return `${(readYear(before) ?? year) + 1}年`
  })
}

const monthAfter = (from: Month): string => shift(from, 1).replace('-', '年').concat('月')
