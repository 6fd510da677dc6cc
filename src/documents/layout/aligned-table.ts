import { type Column, columnOf, type Row } from './chunks.ts'
import type { LaidCell, LaidTable } from './laid.ts'
import { linesIn } from './lines.ts'
import type { Word } from './page.ts'
import type { Region } from './regions.ts'

/** Under its baseline a letter reaches so far (in heights of its font). */
const DESCENT = 0.2

/** A table whose columns only the places of its words show. */
export function alignedTable({ rows, columns }: Region): LaidTable {
  const edges = edgesOf(columns)
  const cells = rowsOfTable(rows, columns).flatMap((lines, row) =>
    columns.map((_, column): LaidCell => {
      const words = lines.flatMap(line => wordsIn(line, columns, column))
      const [left, right] = [columns[column]?.from ?? 0, columns[column]?.to ?? 0]
      const area = { left, right, top: 0, bottom: Number.POSITIVE_INFINITY, isCell: true }
      return { row, column, rowSpan: 1, columnSpan: 1, content: linesIn(words, area) }
    }),
  )
  return { kind: 'table', columns: edges, cells }
}

const edgesOf = (columns: readonly Column[]): number[] => [
  columns[0]?.from ?? 0,
  ...columns.slice(1).map(({ from }, index) => (from + (columns[index]?.to ?? from)) / 2),
  columns.at(-1)?.to ?? 0,
]

export const wordsIn = ({ chunks }: Row, columns: readonly Column[], column: number): readonly Word[] =>
  chunks.filter(chunk => columnOf(columns, chunk) === column).flatMap(({ words }) => words)

/** Lines that make a row of the table: where rows leave more room between them than lines do, by that; else by what is filled. */
function rowsOfTable(rows: readonly Row[], columns: readonly Column[]): Row[][] {
  const gaps = rows.slice(1).map((row, index) => gapBetween(rows[index] ?? row, row))
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)]
  const size = rows[0]?.size ?? 0
  const isUneven = most - least > Math.max(1.5, 0.15 * size)
  const parted: Row[][] = []
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1]
    const isWide = isUneven && (gaps[index - 1] ?? 0) - least > (most - least) / 3
    const isNew =
      above === undefined || isWide || (isUneven ? areBothFull([above, row], columns) : hasFirst(row, columns))
    if (isNew) parted.push([row])
    else parted.at(-1)?.push(row)
  }
  return parted
}

const gapBetween = (above: Row, row: Row): number => row.baseline - row.size - (above.baseline + DESCENT * above.size)

const hasFirst = (row: Row, columns: readonly Column[]): boolean => wordsIn(row, columns, 0).length > 0

const areBothFull = (rows: readonly Row[], columns: readonly Column[]): boolean =>
  columns.length > 2 && rows.every(row => columns.every((_, column) => wordsIn(row, columns, column).length > 0))
