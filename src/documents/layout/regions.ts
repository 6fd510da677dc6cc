import { COLUMN_GAP, type Column, columnOf, columnsWith, type Row, toRow } from './chunks.ts'
import type { Word } from './page.ts'

/** Rows further apart than this (in heights of their font) belong to different things. */
const FARTHEST = 4
/** Two columns of text: so many lines at least, each so many characters wide, and most of them full. */
const [TEXT_ROWS, TEXT_WIDTH, FULL_SHARE, REST] = [4, 12, 0.6, 2.1]
/** Cells of a column begin at one place, or lie around one: give or take so many points, most of them. */
const [SAME_PLACE, MOST] = [2.5, 0.6]

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
    const isWider = next.length < columns.length && !isListed(all.slice(begin, end + 1), next)
    if (isWider || isTail(row, all.slice(end + 1), columns)) break
    columns = next
  }
  const kind = kindOf(all.slice(begin, end), columns)
  if (kind === 'columns') end = textEnd(all, { end, columns })
  const rows = all.slice(begin, end)
  return kind === 'lines' ? { kind, rows: rows.slice(0, 1), columns } : { kind, rows, columns }
}

/** A label in the middle, over what begins at its column's left edge, makes two columns only until a row of a list joins them. */
const isListed = (rows: readonly Row[], columns: readonly Column[]): boolean =>
  (rows.at(-1)?.chunks.length ?? 0) > 2 &&
  rows.every(({ chunks }) => new Set(chunks.map(chunk => columnOf(columns, chunk))).size === chunks.length)

/** A line in the first column alone, and no row of columns after it, is the next heading. */
const isTail = ({ chunks }: Row, [next]: readonly Row[], columns: readonly Column[]): boolean => {
  const [only] = chunks
  if (only === undefined || chunks.length > 1 || columnOf(columns, only) > 0) return false
  return next === undefined || next.chunks.length < 2
}

/** The last lines of a column may have none beside them. */
function textEnd(
  all: readonly Row[],
  { end, columns }: { readonly end: number; readonly columns: readonly Column[] },
): number {
  const isNext = (at: number): boolean => {
    const [above, row] = [all[at - 1], all[at]]
    if (above === undefined || row === undefined || row.chunks.length > 1) return false
    return row.baseline - above.baseline < 2 * row.size && columnsWith(columns, row).length === columns.length
  }
  let last = end
  while (isNext(last)) last++
  return last
}

function kindOf(rows: readonly Row[], columns: readonly Column[]): Region['kind'] {
  const several = rows.filter(({ chunks }) => chunks.length > 1)
  if (columns.length < 2 || !areAligned(rows, columns)) return 'lines'
  if (columns.length >= 3) return several.length >= 2 ? 'table' : 'lines'
  if (rows.length >= TEXT_ROWS && columns.every((column, index) => isText(rows, { column, index, columns })))
    return 'columns'
  const isWrapped = several.length < rows.length && several.length >= 2
  return isWrapped && !several.some(hasColon) ? 'table' : 'lines'
}

/** Where the gaps between columns are no wider than spaces, their places must tell. */
function areAligned(rows: readonly Row[], columns: readonly Column[]): boolean {
  const size = rows[0]?.size ?? 0
  return columns.slice(1).every((column, index) => {
    if (column.from - (columns[index]?.to ?? 0) > COLUMN_GAP * size) return true
    const cells = rows.flatMap(({ chunks }) => chunks.filter(chunk => columnOf(columns, chunk) === index + 1))
    const places = [cells.map(({ from }) => from), cells.map(({ from, to }) => (from + to) / 2)]
    return places.some(all => isOnePlace(all))
  })
}

function isOnePlace(places: readonly number[]): boolean {
  const middle = places.toSorted((one, other) => one - other)[Math.floor(places.length / 2)] ?? 0
  return places.filter(place => Math.abs(place - middle) < SAME_PLACE).length >= MOST * places.length
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
