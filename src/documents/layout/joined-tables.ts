import { cellText } from './cell-text.ts'
import { isCutRow, type Rows } from './cut-row.ts'
import type { LaidCell, LaidTable } from './laid.ts'

/** Columns of one table lie at the same places on each page, give or take so many points. */
export const SAME_EDGE = 4

/** The columns of both, so that a cell keeps its place whatever the rows of its page are divided into. */
export function joinTables(upper: LaidTable, lower: LaidTable): LaidTable {
  const columns = edgesOf([...upper.columns, ...lower.columns])
  const above = fitTo(upper, columns)
  const rows = Math.max(...above.map(endRow))
  const whole = fitTo(lower, columns)
  const headRows = repeatedHeads(above, whole)
  const below = whole.filter(({ row }) => row >= headRows).map(cell => ({ ...cell, row: cell.row - headRows }))
  const first = below.filter(({ row }) => row === 0)
  const cells =
    isCutOpen(upper, lower) || isCutRow({ above, first, rows })
      ? joinCut({ above, first, rows }, below)
      : joinWhole({ above, first, rows }, below)
  const heads = Math.max(headRows, upper.headRows ?? 0)
  const open = { top: upper.open?.top ?? false, bottom: lower.open?.bottom ?? false }
  return { kind: 'table', columns, cells, open, ...(heads > 0 && { headRows: heads }) }
}

/** No line ends the row on its page nor begins it on the next one, in a table whose end is drawn elsewhere: browsers cut rows so. */
const isCutOpen = ({ open: upper }: LaidTable, { open: lower }: LaidTable): boolean =>
  upper?.bottom === true && lower?.top === true && !upper.top

/** The row that the page's end cut is one again; what else begins in it reaches as far down as its lower part does. */
function joinCut({ above, first, rows }: Rows, below: readonly LaidCell[]): LaidCell[] {
  const moved = below.filter(({ row }) => row > 0).map(cell => ({ ...cell, row: cell.row + rows - 1 }))
  const withRest = (cell: LaidCell): LaidCell => {
    const rest = endRow(cell) === rows ? first.find(({ column }) => column === cell.column) : undefined
    if (rest === undefined) return cell
    return { ...cell, rowSpan: cell.rowSpan + rest.rowSpan - 1, content: [...cell.content, ...rest.content] }
  }
  return [...above.map(withRest), ...moved]
}

/** Rows under one another; a label over the page's end goes on where its cell is empty. */
function joinWhole({ above, first, rows }: Rows, below: readonly LaidCell[]): LaidCell[] {
  const moved = below.map(cell => ({ ...cell, row: cell.row + rows }))
  const [label] = first
  const goesOn = label !== undefined && label.column === 0 && label.content.length === 0 && first.length > 1
  if (!goesOn) return [...above, ...moved]
  const isLastLabel = (cell: LaidCell): boolean => cell.column === 0 && endRow(cell) === rows
  return [
    ...above.map(cell => (isLastLabel(cell) ? { ...cell, rowSpan: cell.rowSpan + label.rowSpan } : cell)),
    ...moved.slice(1),
  ]
}

/** So many rows at the head of the lower part are those at the head of the upper one. */
function repeatedHeads(above: readonly LaidCell[], below: readonly LaidCell[]): number {
  const [upper, lower] = [rowTexts(above), rowTexts(below)]
  let count = 0
  while (count < upper.length && count < lower.length && upper[count] === lower[count] && isHead(upper[count] ?? ''))
    count++
  return count
}

/** Several of its cells have something in them, or its only one has words. */
const isHead = (text: string): boolean =>
  text.split('\t').filter(cell => cell !== '').length > 1 || /^\p{Script=Han}[^\t。；]{3,30}$/u.test(text)

function rowTexts(cells: readonly LaidCell[]): string[] {
  const texts: string[] = []
  for (const cell of cells) {
    const before = texts[cell.row]
    texts[cell.row] = `${before === undefined ? '' : `${before}\t`}${cellText(cell)}`
  }
  return texts
}

const edgesOf = (edges: readonly number[]): number[] =>
  edges
    .toSorted((one, other) => one - other)
    .filter((edge, index, all) => index === 0 || edge - (all[index - 1] ?? edge) > SAME_EDGE)

function fitTo({ columns, cells }: LaidTable, all: readonly number[]): LaidCell[] {
  const places = columns.map(edge => all.findIndex(other => Math.abs(other - edge) <= 2 * SAME_EDGE))
  return cells.map(cell => {
    const column = Math.max(0, places[cell.column] ?? 0)
    const end = places[cell.column + cell.columnSpan] ?? column + 1
    return { ...cell, column, columnSpan: Math.max(1, end - column) }
  })
}

const endRow = ({ row, rowSpan }: LaidCell): number => row + rowSpan
