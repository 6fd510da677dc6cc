import { type Block, type Cell, plainText, type Table } from '../../document/document.ts'
import { onceFor } from '../../words/once-for.ts'

/** More rows and columns than any form has: spans come from strangers. */
const MOST_ROWS = 2000
const MOST_COLUMNS = 100

/** A table as a reader sees it: every place shows the cell that covers it. */
export type Grid = {
  readonly rows: number
  /** For each row the cells that begin in it. */
  readonly lines: readonly (readonly Cell[])[]
  readonly at: (row: number, column: number) => Cell | null
  /** The cells whose topmost row it is, from left to right. */
  readonly startingIn: (row: number) => readonly Cell[]
  /** The cells that cover some of the row, from left to right. */
  readonly covering: (row: number) => readonly Cell[]
}

export const gridOf = onceFor(({ cells }: Table): Grid => {
  const places: Cell[][] = []
  const usable = cells.filter(isPlaced)
  let rows = 0
  for (const { row } of usable) rows = Math.max(rows, row + 1)
  for (const cell of usable) fill(places, cell, rows)
  const covered = Array.from({ length: rows }, (_, row) => [...new Set(Object.values(places[row] ?? []))])
  const lines = covered.map((line, row) => line.filter(cell => cell.row === row))
  return {
    ...{ rows, lines },
    at: (row, column) => places[row]?.[column] ?? null,
    covering: row => covered[row] ?? NO_CELLS,
    startingIn: row => lines[row] ?? NO_CELLS,
  }
})
const NO_CELLS: readonly Cell[] = []

const DITTO = /^(?:同上|同前|[〃″”"])$/

/** The cell whose words count in a place of a list: «同上» stands for the one over it. */
export function saidAt(grid: Grid, row: number, column: number): Cell | null {
  const cell = grid.at(row, column)
  return cell !== null && cell.row > 0 && DITTO.test(cellText(cell)) ? saidAt(grid, cell.row - 1, column) : cell
}

/** The text of a cell, a line per paragraph. */
export const cellText = onceFor(({ blocks }: Cell): string => textWithin(blocks))

/** What is read in a place; '' outside of the table. */
export const textIn = (grid: Grid, row: number, column: number): string => {
  const cell = grid.at(row, column)
  return cell === null ? '' : cellText(cell)
}

/** All that stands in blocks, trimmed: read again and again, so it is put together once. */
export const textWithin = onceFor((blocks: readonly Block[]): string => plainText(blocks).trim())

/** A cell's text in one line, as a quote shows it. */
export const cellLine = (cell: Cell): string => inOneLine(cellText(cell))

const inOneLine = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '')
        .join(' ')
    : text

/** Blocks as text: a paragraph or a table's row a line, cells joined by ` | `. */
export const textOf = onceFor((blocks: readonly Block[]): string =>
  blocks
    .map(block => (block.kind === 'paragraph' ? block.text : rowsText(block)))
    .filter(text => text.trim() !== '')
    .join('\n'),
)

/** Rows of a table; a row of one cell is text. */
function rowsText(table: Table): string {
  return gridOf(table)
    .lines.map(cells => (cells.length === 1 && cells[0] !== undefined ? textOf(cells[0].blocks) : rowQuote(cells)))
    .filter(line => line !== '')
    .join('\n')
}

/** The cells of a row that hold something, joined by ` | `. */
export const rowQuote = (cells: readonly Cell[]): string =>
  cells
    .map(cellLine)
    .filter(text => text !== '')
    .join(' | ')

/** A row that the template prints to show how it is filled in. */
export const isExample = (cells: readonly Cell[]): boolean =>
  cells.some(cell => /^[(（【]?(?:示例|样例|例)[)）】]?[:：]?$/.test(cellLine(cell)))

function fill(places: Cell[][], cell: Cell, rows: number): void {
  const bottom = Math.min(cell.row + Math.max(1, cell.rowSpan || 1), rows)
  const right = Math.min(cell.column + Math.max(1, cell.columnSpan || 1), MOST_COLUMNS)
  for (let row = cell.row; row < bottom; row++) {
    places[row] ??= []
    const line = places[row] ?? []
    for (let column = cell.column; column < right; column++) line[column] ??= cell
  }
}

const isPlaced = ({ row, column }: Cell): boolean =>
  Number.isInteger(row) &&
  row >= 0 &&
  row < MOST_ROWS &&
  Number.isInteger(column) &&
  column >= 0 &&
  column < MOST_COLUMNS

/** With its rows as columns. */
export const turned = onceFor(({ cells }: Table): Table => ({ kind: 'table', cells: cells.map(turn) }))

const turn = ({ row, column, rowSpan, columnSpan, blocks }: Cell): Cell => ({
  ...{ row: column, column: row },
  ...{ rowSpan: columnSpan, columnSpan: rowSpan },
  blocks,
})
