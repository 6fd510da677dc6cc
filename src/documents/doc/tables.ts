import type { Block, Cell, Table } from '../../core/document/document.ts'
import { hasLook } from '../looks.ts'
import type { WordParagraph } from './paragraphs.ts'
import { isOn, numberIn, SPRM } from './properties.ts'
import { type RowShape, readRowShape } from './row-shape.ts'

type Row = {
  readonly cells: readonly (readonly Block[])[]
  readonly shape: RowShape | null
  readonly isHead: boolean
}

/** A table that is being read: the rows that are complete, the cells of the row begun, and what the cell begun holds. */
type OpenTable = {
  readonly rows: Row[]
  cells: Block[][]
  blocks: Block[]
  /** Not every cell's end in the row is hidden, as in a row that is. */
  isSeen: boolean
}

/** Word says no deeper; stored depths are strangers' numbers. */
const DEEPEST = 20
const CELL_END = '\x07'

/** The paragraph, where anything is to be seen in it, and behind it what floats over it. */
function asBlocks({ text, look, floating }: WordParagraph): Block[] {
  const own: Block = hasLook(look) ? { kind: 'paragraph', text, look } : { kind: 'paragraph', text }
  return [...(text === '' ? [] : [own]), ...floating.map(mark => ({ kind: 'paragraph', text: mark }) as const)]
}

/** Puts paragraphs that belong to cells into their tables. */
export function buildBlocks(paragraphs: readonly WordParagraph[]): Block[] {
  const root: Block[] = []
  const open: OpenTable[] = []
  const blocks = () => open.at(-1)?.blocks ?? root
  const close = () => {
    const table = open.pop()
    if (table !== undefined) blocks().push(...finish(table))
  }
  for (const paragraph of paragraphs) {
    const depth = depthOf(paragraph)
    while (open.length > depth) close()
    while (open.length < depth) open.push({ rows: [], cells: [], blocks: [], isSeen: false })
    const table = open.at(-1)
    if (table === undefined || !endsRow(paragraph)) {
      blocks().push(...asBlocks(paragraph))
      if (table !== undefined && endsCell(paragraph, depth)) endCell(table, paragraph)
    } else endRow(table, paragraph)
  }
  while (open.length > 0) close()
  return root
}

function depthOf({ properties }: WordParagraph): number {
  const depth = numberIn(properties, SPRM.depth) ?? (isOn(properties, SPRM.inTable) ? 1 : 0)
  return Math.min(depth, DEEPEST)
}

const endsRow = ({ properties }: WordParagraph): boolean =>
  isOn(properties, SPRM.rowEnd) || isOn(properties, SPRM.innerRowEnd)

const endsCell = ({ end, properties }: WordParagraph, depth: number): boolean =>
  depth === 1 ? end === CELL_END : isOn(properties, SPRM.innerCellEnd)

function endCell(table: OpenTable, { isHidden }: Pick<WordParagraph, 'isHidden'>): void {
  table.cells.push(table.blocks)
  table.blocks = []
  table.isSeen ||= !isHidden
}

function endRow(table: OpenTable, { properties, isHidden }: WordParagraph): void {
  if (table.blocks.length > 0) endCell(table, { isHidden: false })
  const shape = readRowShape(properties)
  const isHead = isOn(properties, SPRM.headRow)
  if (!isHidden || table.isSeen)
    table.rows.push({ cells: table.cells, shape: shape?.goesOn.length === table.cells.length ? shape : null, isHead })
  table.cells = []
  table.isSeen = false
}

/** A table cut off in a row keeps what stands there as text. */
function finish(table: OpenTable): Block[] {
  const rest = [...table.cells.flat(), ...table.blocks]
  return table.rows.length === 0 ? rest : [tableOf(table.rows), ...rest]
}

function tableOf(rows: readonly Row[]): Table {
  const columns = columnsOf(rows)
  const cells: Cell[] = []
  for (const [row, { cells: contents, shape }] of rows.entries()) {
    /** Which cell the one on the left belongs to. */
    let left = -1
    for (const [index, blocks] of contents.entries()) {
      const column = shape === null ? index : (columns(shape.edges[index]) ?? index)
      const end = shape === null ? index + 1 : (columns(shape.edges[index + 1]) ?? index + 1)
      const [before, above] = [cells[left], shape?.goesOn[index] === true ? cellAbove(cells, row, column) : -1]
      const upper = cells[above]
      if (before !== undefined && shape?.goesAcross[index] === true) cells[left] = widened(before, end, blocks)
      else if (upper !== undefined) {
        cells[above] = { ...upper, rowSpan: upper.rowSpan + 1 }
        left = above
      } else left = cells.push({ row, column, rowSpan: 1, columnSpan: Math.max(1, end - column), blocks }) - 1
    }
  }
  const other = rows.findIndex(({ isHead }) => !isHead)
  const headRows = other === -1 ? rows.length : other
  return { kind: 'table', cells, ...(headRows > 0 && { headRows }) }
}

const cellAbove = (cells: readonly Cell[], row: number, column: number): number =>
  cells.findIndex(cell => cell.column === column && cell.row + cell.rowSpan === row)

/** What stands in a cell that belongs to the one on its left is not lost. */
const widened = (cell: Cell, end: number, blocks: readonly Block[]): Cell => ({
  ...cell,
  columnSpan: Math.max(cell.columnSpan, end - cell.column),
  blocks: [...cell.blocks, ...blocks],
})

/** Edges that lie closer than this (2 mm, in twips) are one: writers don't repeat them exactly. */
const SAME_EDGE = 113

/** Which column of the table begins at an edge. */
function columnsOf(rows: readonly Row[]): (edge: number | undefined) => number | undefined {
  const edges = rows.flatMap(({ shape }) => shape?.edges ?? []).sort((one, other) => one - other)
  const columns = new Map<number, number>()
  let [column, begin] = [-1, Number.NEGATIVE_INFINITY]
  for (const edge of edges) {
    if (edge - begin > SAME_EDGE) [column, begin] = [column + 1, edge]
    columns.set(edge, column)
  }
  return edge => (edge === undefined ? undefined : columns.get(edge))
}
