import { BRANCH_TYPES } from '../core/call/amending.ts'
import { BRANCH } from '../core/call/applicants.ts'
import type { Branch, Call } from '../core/call/call.ts'
import { BRANCH_ENDING, branchKeys } from '../core/naming/branch-key.ts'
import type { Mistake } from '../errors.ts'
import { readTable } from './roster-table.ts'

/** The first names the applicants; of a roster of others than branches it may be called otherwise. */
const NAME = '支部名称'
const COLUMNS = [NAME, '类型', '别名', '联系邮箱', '排除原因'] as const
type Column = (typeof COLUMNS)[number]
type Row = { readonly [key in Column]?: string } & { readonly place: string }

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/

/** The roster a secretary keeps: CSV or xlsx with the columns 支部名称, 类型, 别名, 联系邮箱, 排除原因, as Excel saves it (CSV in UTF-8 or GB18030). */
export function readRoster(
  bytes: Uint8Array,
  file: string,
  call: RosterOf,
): { branches: readonly Branch[]; mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = []
  const wrong = (path: string, message: string) => mistakes.push({ file, path, message })
  const rows = rowsOf(bytes, wrong, call.key)
  const branches = rows.map(row => branchOf(row, wrong, call.key))
  for (const { names, places } of namedTwice(branches, rows, call))
    wrong(placesText(places), `${names.join(', ')}: the same branch or alias may stand in one line only`)
  if (mistakes.length === 0 && branches.length === 0) wrong('', 'the roster is empty: it needs a line for each branch')
  return { branches, mistakes }
}

/** `key`: what a row names, `branch` unless the call says otherwise. */
export type RosterOf = Pick<Call, 'unit' | 'university'> & { readonly key?: string }

type Wrong = (path: string, message: string) => void

function rowsOf(bytes: Uint8Array, wrong: Wrong, key = BRANCH): readonly Row[] {
  const table = readTable(bytes)
  if ('wrong' in table) {
    wrong('', table.wrong)
    return []
  }
  // Of others than branches the first column names them, whatever it is called.
  const [first = NAME] = key === BRANCH ? [NAME] : table.columns
  const columns = table.columns.map(column => (column === first ? NAME : column))
  const isNamed = table.rows.length === 0 || columns.includes(NAME)
  if (!isNamed) wrong(table.head, `needs the column ${NAME} (columns: ${COLUMNS.join(', ')})`)
  for (const column of table.rows.length === 0 ? [] : columns)
    if (!COLUMNS.includes(column as Column))
      wrong(table.head, `unknown column ${column} (allowed: ${COLUMNS.join(', ')})`)
  if (!isNamed) return []
  return table.rows.map(({ place, cells: { [first]: name = '', ...cells } }) => ({ ...cells, [NAME]: name, place }))
}

function branchOf(row: Row, wrong: Wrong, key = BRANCH): Branch {
  const name = row[NAME] ?? ''
  const type = row.类型 ?? ''
  const at = row.place
  if (key !== BRANCH && name === '') wrong(at, 'the first column, the name, is empty')
  if (key === BRANCH && !name.endsWith(BRANCH_ENDING))
    wrong(at, `${NAME} must end in ${BRANCH_ENDING}, got ${JSON.stringify(name)}`)
  if (type !== '' && BRANCH_TYPES[type] === undefined)
    wrong(at, `类型 must be one of ${Object.keys(BRANCH_TYPES).join(', ')}, or empty; got ${JSON.stringify(type)}`)
  const emails = items(row.联系邮箱).map(item => item.toLowerCase())
  for (const email of emails) if (!ADDRESS.test(email)) wrong(at, `联系邮箱 is no address: ${JSON.stringify(email)}`)
  return { name, type: BRANCH_TYPES[type] ?? null, aliases: items(row.别名), emails, excluded: row.排除原因 || null }
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
