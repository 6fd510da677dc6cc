import { parse } from 'csv-parse/sync'
import { BRANCH_TYPES } from '../core/call/amending.ts'
import { BRANCH } from '../core/call/applicants.ts'
import type { Branch, Call } from '../core/call/call.ts'
import { BRANCH_ENDING, branchKeys } from '../core/naming/branch-key.ts'
import type { Mistake } from '../errors.ts'
import { decodeText } from './decode-text.ts'

/** The first names the applicants; of a roster of others than branches it may be called otherwise. */
const COLUMNS = ['支部名称', '类型', '别名', '联系邮箱', '排除原因'] as const
type Column = (typeof COLUMNS)[number]
type Row = { readonly [key in Column]?: string } & { readonly line: number }

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/

/** The roster a secretary keeps: a CSV with the columns 支部名称, 类型, 别名, 联系邮箱, 排除原因, as Excel saves it (UTF-8 or GB18030). */
export function readRoster(
  bytes: Uint8Array,
  file: string,
  call: RosterOf,
): { branches: readonly Branch[]; mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = []
  const wrong = (path: string, message: string) => mistakes.push({ file, path, message })
  const rows = rowsOf(bytes, wrong, call.key)
  const branches = rows.map(row => branchOf(row, wrong, call.key))
  for (const { names, lines } of namedTwice(branches, rows, call))
    wrong(`line ${lines.join(', ')}`, `${names.join(', ')}: the same branch or alias may stand in one line only`)
  if (mistakes.length === 0 && branches.length === 0) wrong('', 'the roster is empty: it needs a line for each branch')
  return { branches, mistakes }
}

/** `key`: what a row names, `branch` unless the call says otherwise. */
export type RosterOf = Pick<Call, 'unit' | 'university'> & { readonly key?: string }

type Wrong = (path: string, message: string) => void

function rowsOf(bytes: Uint8Array, wrong: Wrong, key = BRANCH): Row[] {
  const text = decodeText(bytes)
  if (text === null) {
    wrong('', 'is neither UTF-8 nor GB18030: save it again in Excel as «CSV UTF-8（逗号分隔）»')
    return []
  }
  try {
    const records = parse(text, {
      columns: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      info: true,
      bom: true,
    })
    const rows = (records as unknown as { record: Row; info: { lines: number } }[]).map(({ record, info }) => ({
      ...(key === BRANCH ? record : firstAsName(record)),
      line: info.lines,
    }))
    const header = Object.keys(rows[0] ?? {}).filter(key => key !== 'line')
    const isNamed = rows.length === 0 || header.includes('支部名称')
    if (!isNamed) wrong('line 1', `needs the column 支部名称 (columns: ${COLUMNS.join(', ')})`)
    for (const key of header)
      if (!COLUMNS.includes(key as Column)) wrong('line 1', `unknown column ${key} (allowed: ${COLUMNS.join(', ')})`)
    return isNamed ? rows : []
  } catch (error) {
    wrong('', `can't be read as CSV: ${error instanceof Error ? error.message : String(error)}`)
    return []
  }
}

/** Colleges, classes: the first column names them, whatever it is called. */
function firstAsName(record: Row): Omit<Row, 'line'> {
  const [[, name] = ['', ''], ...others] = Object.entries(record)
  return { ...Object.fromEntries(others), 支部名称: String(name) }
}

function branchOf(row: Row, wrong: Wrong, key = BRANCH): Branch {
  const name = row.支部名称 ?? ''
  const type = row.类型 ?? ''
  const at = `line ${row.line}`
  if (key !== BRANCH && name === '') wrong(at, 'the first column, the name, is empty')
  if (key === BRANCH && !name.endsWith(BRANCH_ENDING))
    wrong(at, `支部名称 must end in ${BRANCH_ENDING}, got ${JSON.stringify(name)}`)
  if (type !== '' && BRANCH_TYPES[type] === undefined)
    wrong(at, `类型 must be one of ${Object.keys(BRANCH_TYPES).join(', ')}, or empty; got ${JSON.stringify(type)}`)
  const emails = items(row.联系邮箱).map(item => item.toLowerCase())
  for (const email of emails) if (!ADDRESS.test(email)) wrong(at, `联系邮箱 is no address: ${JSON.stringify(email)}`)
  return { name, type: BRANCH_TYPES[type] ?? null, aliases: items(row.别名), emails, excluded: row.排除原因 || null }
}

const items = (text: string | undefined): string[] => (text ?? '').split(/[;；、\s]+/).filter(item => item !== '')

type Twice = { readonly names: readonly string[]; readonly lines: readonly number[] }

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
        line: rows[index]?.line ?? 0,
      })),
  )
  return [...Map.groupBy(places, ({ key }) => key).values()]
    .map(same => ({
      names: [...new Set(same.map(({ written }) => written))],
      lines: [...new Set(same.map(({ line }) => line))],
    }))
    .filter(({ lines }) => lines.length > 1)
}
