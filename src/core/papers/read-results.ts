import type { Applicant } from '../call/applicant.ts'
import { normalise } from '../naming/normalise.ts'
import { listed as words } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'
import { paperLine } from './paper-text.ts'
import { NUMBER_COLUMN, RESULT_COLUMN } from './papers-sheet.ts'

/** A sheet as it was read: rows of cells as text. */
export type ReadRows = readonly (readonly string[])[]

/** Who may stand in it: those of whom a version stands. */
type Listed = { readonly applicant: Applicant; readonly number: string }

export type ReadResults = {
  /** In the order of `listed`. */
  readonly results: readonly (Listed & { readonly result: string })[]
  /** Those without a result, and those that the sheet lacks. */
  readonly blank: readonly Applicant[]
  readonly missing: readonly Applicant[]
}

const HEAD_WITHIN = 30
const MISTAKES_SHOWN = 20

type Head = {
  readonly row: number
  readonly number: number
  readonly result: number
  readonly applicant: number | null
}

/** The column 结果 of the returned 汇总表, whatever was sorted, filtered, moved or added; or every sentence why it doesn't match. */
export function readResults(
  sheets: readonly ReadRows[],
  listed: readonly Listed[],
  applicantColumn: string,
): ReadResults | { readonly mistakes: readonly string[] } {
  const tables = sheets.flatMap(rows => tableIn(rows, applicantColumn))
  const filled = tables.filter(({ rows, head }) => rows.some(row => resultIn(row, head) !== ''))
  const [found = tables[0], ...others] = filled
  if (found === undefined)
    return {
      mistakes: [
        `表中没有同时带“${NUMBER_COLUMN}”和“${RESULT_COLUMN}”两栏的表头：请用评审用的汇总表填写（邮件写“汇总”取得，或shenbao pack），日报所附的表不带“结果”一栏。`,
      ],
    }
  if (others.some(other => saidIn(other) !== saidIn(found)))
    return { mistakes: ['工作簿中有几张表填了“结果”，所填不同：请只留定稿的一张。'] }
  const { head } = found
  const rows = found.rows.filter(
    row => !isBelow(row) || listed.some(({ number }) => keyOf(number) === keyOf(cell(row, head.number))),
  )
  const mistakes = [...rows.flatMap(row => mistakeIn(row, head, listed)), ...twice(rows, head)]
  if (mistakes.length > 0) return { mistakes: mistakes.slice(0, MISTAKES_SHOWN) }
  const byNumber = new Map(rows.map(row => [keyOf(cell(row, head.number)), resultIn(row, head)]))
  const withResult = listed.map(one => ({ ...one, result: byNumber.get(keyOf(one.number)) }))
  return {
    results: withResult.flatMap(({ result = '', ...one }) => (result === '' ? [] : [{ ...one, result }])),
    blank: withResult.flatMap(({ applicant, result }) => (result === '' ? [applicant] : [])),
    missing: withResult.flatMap(({ applicant, result }) => (result === undefined ? [applicant] : [])),
  }
}

type Table = { readonly head: Head; readonly rows: ReadRows }

/** The rows below the head that bear a number or a result. */
function tableIn(sheet: ReadRows, applicantColumn: string): readonly Table[] {
  const head = headOf(sheet, applicantColumn)
  if (head === null) return []
  return [
    {
      head,
      rows: sheet.slice(head.row + 1).filter(row => cell(row, head.number) !== '' || resultIn(row, head) !== ''),
    },
  ]
}

/** Who has which result, in whatever order. */
const saidIn = ({ head, rows }: Table): string =>
  rows
    .map(row => `${keyOf(cell(row, head.number))} ${resultIn(row, head)}`)
    .sort()
    .join('\n')

/** Where the columns are; the first of that name counts. */
function headOf(rows: ReadRows, applicantColumn: string): Head | null {
  for (const [row, cells] of rows.slice(0, HEAD_WITHIN).entries()) {
    const titles = cells.map(normalise)
    const place = (title: string) => titles.indexOf(normalise(title))
    const [number, result, applicant] = [place(NUMBER_COLUMN), place(RESULT_COLUMN), place(applicantColumn)]
    if (number >= 0 && result >= 0) return { row, number, result, applicant: applicant < 0 ? null : applicant }
  }
  return null
}

/** As people read it; the mark that keeps a text from being a formula aside. */
const cell = (row: readonly string[], column: number): string =>
  paperLine(row[column] ?? '', 200)
    .replace(/^'+/, '')
    .trim()

/** «推 荐», as words are spread to fill a cell. */
const resultIn = (row: readonly string[], { result }: Head): string =>
  cell(row, result).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')

const SUMS = patternWith('u')`^${words('合计 总计 小计 共计 注: 注： 备注 说明 填表 制表 审核 签字 主任签字')}`
/** A sum, or who filled it in, below the rows; it bears no number of anybody. */
const isBelow = (row: readonly string[]): boolean =>
  SUMS.test((row.find(text => text.trim() !== '') ?? '').replace(/\s/g, ''))

const keyOf = (number: string): string => number.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

function mistakeIn(row: readonly string[], head: Head, listed: readonly Listed[]): readonly string[] {
  const [number, result] = [cell(row, head.number), resultIn(row, head)]
  const name = head.applicant === null ? '' : cell(row, head.applicant)
  if (number === '') return [`有一行填了结果“${result}”${name === '' ? '' : `（${name}）`}，没有${NUMBER_COLUMN}。`]
  const one = listed.find(known => keyOf(known.number) === keyOf(number))
  if (one === undefined)
    return [`${NUMBER_COLUMN}${number}${name === '' ? '' : `（${name}）`}没有有效的申报，或不属于本通知。`]
  if (name !== '' && normalise(name) !== normalise(one.applicant.shown))
    return [`${NUMBER_COLUMN}${number}是${one.applicant.shown}，表中写的是${name}：排序时是否漏选了列？`]
  return []
}

function twice(rows: ReadRows, head: Head): readonly string[] {
  const numbers = rows.map(row => cell(row, head.number)).filter(number => number !== '')
  const seen = Map.groupBy(numbers, keyOf)
  return [...seen.values()].flatMap(([first = '', ...more]) =>
    more.length === 0 ? [] : [`${NUMBER_COLUMN}${first}出现了${more.length + 1}次。`],
  )
}
