import { type Column, columnOf, columnsWith, type Row, toRow } from './chunks.ts'
import type { Word } from './page.ts'

/** Rows further apart than this (in heights of their font) belong to different things. */
const FARTHEST = 4
/** Two columns of text: so many lines at least, each so many characters wide, and most of them full. */
const [TEXT_ROWS, TEXT_WIDTH, FULL_SHARE, REST] = [6, 12, 0.6, 2.1]

/** Rows after one another that mean something together: a table without lines, text in two columns, or each line by itself. */
export type Region = {
  readonly kind: 'table' | 'columns' | 'lines'
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
}

/** Parts the rows of a page by what lies below one another in them. */
export function regionsOf(rows: readonly (readonly Word[])[]): Region[] {
  const regions: Region[] = []
  const all = rows.map(toRow)
  for (let at = 0; at < all.length; ) {
    const region = regionFrom(all, at)
    regions.push(region)
    at += region.rows.length
  }
  return regions
}

function regionFrom(all: readonly Row[], begin: number): Region {
  const first = all[begin]
  if (first === undefined || first.chunks.length < 2)
    return { kind: 'lines', rows: all.slice(begin, begin + 1), columns: [] }
  let columns = columnsWith([], first)
  let end = begin + 1
  for (; end < all.length; end++) {
    const [above, row] = [all[end - 1], all[end]]
    if (above === undefined || row === undefined || row.baseline - above.baseline > FARTHEST * row.size) break
    const next = columnsWith(columns, row)
    if (next.length < columns.length || isTail(row, all.slice(end + 1), columns)) break
    columns = next
  }
  const rows = all.slice(begin, end)
  const kind = kindOf(rows, columns)
  return kind === 'lines' ? { kind, rows: rows.slice(0, 1), columns } : { kind, rows, columns }
}

/** A line in the first column alone, and no row of columns after it, is the next heading. */
const isTail = ({ chunks }: Row, [next]: readonly Row[], columns: readonly Column[]): boolean => {
  const [only] = chunks
  if (only === undefined || chunks.length > 1 || columnOf(columns, only) > 0) return false
  return next === undefined || next.chunks.length < 2
}

function kindOf(rows: readonly Row[], columns: readonly Column[]): Region['kind'] {
  const several = rows.filter(({ chunks }) => chunks.length > 1)
  if (columns.length >= 3) return several.length >= 2 ? 'table' : 'lines'
  if (columns.length < 2) return 'lines'
  if (rows.length >= TEXT_ROWS && columns.every((column, index) => isText(rows, { column, index, columns })))
    return 'columns'
  const isWrapped = several.length < rows.length && several.length >= 2
  return isWrapped && !several.some(hasColon) ? 'table' : 'lines'
}

type Place = { readonly column: Column; readonly index: number; readonly columns: readonly Column[] }

/** Most of its lines reach its right edge. */
function isText(rows: readonly Row[], { column, index, columns }: Place): boolean {
  const lines = rows.flatMap(({ chunks, size }) =>
    chunks.filter(chunk => columnOf(columns, chunk) === index).map(({ to }) => ({ to, size })),
  )
  const full = lines.filter(({ to, size }) => to > column.to - REST * size)
  const size = rows[0]?.size ?? 0
  return column.to - column.from > TEXT_WIDTH * size && full.length > FULL_SHARE * lines.length
}

/** «党支部名称：» and what stands behind it is a line of a cover. */
const hasColon = ({ chunks: [label] }: Row): boolean => /[:：]$/.test(label?.words.at(-1)?.text.trim() ?? '')
