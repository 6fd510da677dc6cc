import { BRANCH_TYPES } from '../core/call/amending.ts'
import { BRANCH } from '../core/call/applicants.ts'
import type { Branch, Call } from '../core/call/call.ts'
import { BRANCH_ENDING, branchKeys } from '../core/naming/branch-key.ts'
import { listed } from '../core/words/listed.ts'
import { pattern } from '../core/words/pattern.ts'
import type { Mistake } from '../errors.ts'
import { COLUMNS, type Column, columnsOf, isNumber, NAME, nearColumn } from './roster-columns.ts'
import { readTable, type TableLine } from './roster-table.ts'

type Row = { readonly [key in Column]?: string } & { readonly place: string; readonly values?: Values }
type Values = Readonly<Record<string, string>>

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/

/** The roster a secretary keeps: CSV or xlsx with the columns 支部名称, 类型, 别名, 联系邮箱, 排除原因, as Excel saves it (CSV in UTF-8 or GB18030). */
export function readRoster(
  bytes: Uint8Array,
  file: string,
  call: RosterOf,
): { branches: readonly Branch[]; mistakes: readonly Mistake[]; notRead: readonly string[] } {
  const mistakes: Mistake[] = []
  const wrong = (path: string, message: string) => mistakes.push({ file, path, message })
  const { rows, notRead } = rowsOf(bytes, wrong, call)
  const branches = rows.map(row => branchOf(row, wrong, call.key))
  for (const { names, places } of namedTwice(branches, rows, call))
    wrong(placesText(places), `${names.join(', ')}: the same branch or alias may stand in one line only`)
  if (mistakes.length === 0 && branches.length === 0) wrong('', 'the roster is empty: it needs a line for each branch')
  return { branches, mistakes, notRead }
}

/** `key`: what a row names, `branch` unless the call says otherwise; `label`: how the form calls that. */
type RosterOf = Pick<Call, 'unit' | 'university'> & {
  readonly key?: string
  readonly label?: string
  /** What further columns may be called: tokens of the names by themselves and by their labels. */
  readonly tokens?: ReadonlyMap<string, string>
}

type Wrong = (path: string, message: string) => void

/** The lines below the columns' titles; and which columns are the office's own. */
function rowsOf(
  bytes: Uint8Array,
  wrong: Wrong,
  { key = BRANCH, label, tokens = new Map() }: RosterOf,
): { rows: readonly Row[]; notRead: readonly string[] } {
  const lines = readTable(bytes)
  if ('wrong' in lines) {
    wrong('', lines.wrong)
    return { rows: [], notRead: [] }
  }
  const { at, titles, columns } = columnsOf(lines, { key, ...(label !== undefined && { label }) })
  const body = lines.slice(at + 1)
  const told = titles.map((title, index) => (columns[index] === null ? tokens.get(title) : undefined))
  const own = titles.filter((title, index) => title !== '' && columns[index] === null && told[index] === undefined)
  if (body.length === 0) return { rows: [], notRead: own }
  const head = lines[at]?.place ?? ''
  const near = own.flatMap(title => nearColumn(title) ?? [])
  for (const title of own) {
    const meant = nearColumn(title)
    if (meant !== null) wrong(head, `unknown column ${title}: is ${meant} meant?`)
  }
  if (!columns.includes(NAME) && !near.includes(NAME))
    wrong(head, `needs the column ${NAME} (columns: ${COLUMNS.join(', ')})`)
  if (!columns.includes(NAME)) return { rows: [], notRead: own }
  const counts = titles.map(isNumber)
  return {
    rows: body
      .filter(line => namesSomebody(line, counts))
      .map(line => ({ ...rowOf(line, columns), ...valuesIn(line, told) })),
    notRead: own,
  }
}

const BELOW = pattern`^${listed('合计 总计 共计 小计 填表')}|^${listed('注 说明 备注')}[:：]`

/** No sum or remark below the list, and more than its running number. */
const namesSomebody = ({ cells }: TableLine, counts: readonly boolean[]): boolean =>
  !BELOW.test(cells.find(cell => cell !== '') ?? '') &&
  cells.some((cell, index) => cell !== '' && counts[index] !== true)

const valuesIn = ({ cells }: TableLine, told: readonly (string | undefined)[]): Pick<Row, 'values'> => {
  const values = told.flatMap((token, index) => (token === undefined || !cells[index] ? [] : [[token, cells[index]]]))
  return values.length === 0 ? {} : { values: Object.fromEntries(values) }
}

/** Where two columns are one of ours, both are read. */
function rowOf({ place, cells }: TableLine, columns: readonly (Column | null)[]): Row {
  const row: { [key in Column]?: string } = {}
  columns.forEach((column, index) => {
    const cell = cells[index] ?? ''
    if (column !== null && cell !== '') row[column] = [row[column], cell].filter(Boolean).join(';')
  })
  return { ...row, place }
}

function branchOf(row: Row, wrong: Wrong, key = BRANCH): Branch {
  const name = row[NAME] ?? ''
  const type = (row.类型 ?? '').replace(/党?支部$/, '')
  const at = row.place
  if (key !== BRANCH && name === '') wrong(at, 'the name is empty')
  if (key === BRANCH && !name.endsWith(BRANCH_ENDING))
    wrong(at, `${NAME} must end in ${BRANCH_ENDING}, got ${JSON.stringify(name)}`)
  if (type !== '' && BRANCH_TYPES[type] === undefined)
    wrong(at, `类型 must be one of ${Object.keys(BRANCH_TYPES).join(', ')}, or empty; got ${JSON.stringify(type)}`)
  const emails = items(row.联系邮箱).map(item => item.toLowerCase())
  for (const email of emails) if (!ADDRESS.test(email)) wrong(at, `联系邮箱 is no address: ${JSON.stringify(email)}`)
  return {
    ...{ name, type: BRANCH_TYPES[type] ?? null, aliases: items(row.别名), emails, excluded: row.排除原因 || null },
    ...(row.values === undefined ? {} : { values: row.values }),
  }
}

const items = (text: string | undefined): string[] => (text ?? '').split(/[;；、\s]+/).filter(item => item !== '')

type Twice = { readonly names: readonly string[]; readonly places: readonly string[] }

/** «line 3, 7». */
const placesText = ([first = '', ...others]: readonly string[]): string =>
  [first, ...others.map(place => place.replace(/^\w+ /, ''))].join(', ')

/** Names and aliases that are equal to whoever matches a mail against them, 第1 and 第一 for example. */
function namedTwice(
  branches: readonly Branch[],
  rows: readonly Row[],
  call: Pick<Call, 'unit' | 'university'>,
): readonly Twice[] {
  const places = branches.flatMap(({ name, aliases }, index) =>
    [name, ...aliases]
      .filter(written => written !== '')
      .map(written => ({
        written,
        key: branchKeys(written, call).at(-1) ?? written,
        place: rows[index]?.place ?? '',
      })),
  )
  return [...Map.groupBy(places, ({ key }) => key).values()]
    .map(same => ({
      names: [...new Set(same.map(({ written }) => written))],
      places: [...new Set(same.map(({ place }) => place))],
    }))
    .filter(({ places }) => places.length > 1)
}
