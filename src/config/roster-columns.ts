import { BRANCH } from '../core/call/applicants.ts'
import { editDistance } from '../core/naming/edit-distance.ts'
import type { TableLine } from './roster-table.ts'

/** The first names the applicants; of a roster of others than branches it may be called otherwise. */
export const NAME = '支部名称'
export const COLUMNS = [NAME, '类型', '别名', '联系邮箱', '排除原因'] as const
export type Column = (typeof COLUMNS)[number]

/** How offices head the same columns in lists of their own. */
const HEADS: Readonly<Record<Column, readonly string[]>> = {
  支部名称: ['支部名称', '党支部名称', '党支部', '支部', '支部全称', '党支部全称'],
  类型: ['类型', '支部类型', '党支部类型', '支部类别'],
  别名: ['别名', '简称', '曾用名'],
  联系邮箱: ['联系邮箱', '邮箱', '电子邮箱', '电子邮件', '邮箱地址', '联系人邮箱', '书记邮箱', 'email', 'e-mail'],
  排除原因: ['排除原因'],
}
const NUMBERS: ReadonlySet<string> = new Set(['序号', '编号', '序', '号', 'no', 'no.'])
/** A title above the columns takes a line or two. */
const LINES_ABOVE = 10

type TitledColumns = {
  /** Which line of the table names the columns. */
  readonly at: number
  /** Each column as one of ours; null: not read. */
  readonly columns: readonly (Column | null)[]
  readonly titles: readonly string[]
}

/** The columns of a roster whose rows `key` names, under the form's `label` for it. */
export function columnsOf(lines: readonly TableLine[], { key, label }: { key: string; label?: string }): TitledColumns {
  const at = headOf(lines)
  const titles = lines[at]?.cells ?? []
  const known = titles.map(columnOf)
  if (key === BRANCH) return { at, titles, columns: known }
  const isName = (column: Column | null, title: string) =>
    column === NAME || (column === null && title !== '' && !isNumber(title))
  const labelled = titles.findIndex(title => title !== '' && title === label)
  const name = labelled >= 0 ? labelled : known.findIndex((column, index) => isName(column, titles[index] ?? ''))
  const columns = known.map((column, index) => (index === name ? NAME : column === NAME ? null : column))
  return { at, titles, columns }
}

const tidy = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\([^)]*\)|[\s*]/g, '')
    .toLowerCase()

const columnOf = (title: string): Column | null => COLUMNS.find(column => HEADS[column].includes(tidy(title))) ?? null

export const isNumber = (title: string): boolean => NUMBERS.has(tidy(title))

/** The first line with a column of ours; else the first that is no title standing alone above a wider table. */
function headOf(lines: readonly TableLine[]): number {
  const first = lines.slice(0, LINES_ABOVE)
  const known = first.findIndex(({ cells }) => cells.some(cell => columnOf(cell) !== null))
  if (known >= 0) return known
  const wide = first.findIndex(({ cells }) => cells.filter(cell => cell !== '').length > 1)
  return Math.max(0, wide)
}

/** Which of our columns a title is nearly; null: a column of the office's own. */
export const nearColumn = (title: string): Column | null =>
  COLUMNS.find(
    column => column.length > 2 && (editDistance(tidy(title), column, 1) <= 1 || sharesStart(title, column)),
  ) ?? null

/** A reason for leaving somebody out, under another word, may not be passed over. */
const sharesStart = (title: string, column: Column): boolean => column === '排除原因' && tidy(title).includes('排除')
