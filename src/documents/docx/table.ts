import type { Block, Cell, Table } from '../../core/document/document.ts'
import { childElements, childOf, type Element, isOn, settingOf } from './xml.ts'

/** Word has at most 63 columns; a span beyond that is somebody's attack on our memory. */
const MOST_COLUMNS = 64

/** A cell, and the content control that it stands in. */
export type CellElement = { readonly cell: Element; readonly control?: Element }

type Merge = 'begins' | 'goes on' | null

type ReadCell = {
  readonly span: number
  readonly width: number | null
  readonly down: Merge
  readonly across: Merge
  readonly blocks: readonly Block[]
}

type Row = {
  readonly before: number
  readonly after: number
  readonly isHead: boolean
  readonly cells: readonly ReadCell[]
}

/** The rows of a table that are to be seen, their cells read in their order. */
export const rowsOf = (table: Element, read: (cell: CellElement) => readonly Block[]): Row[] =>
  within('w:tr', table)
    .filter(({ element }) => !isLeftOut(childOf(element, 'w:trPr')))
    .map(({ element, control }) => rowOf(element, control, read))

type Found = { readonly element: Element; readonly control?: Element }

/** Rows of a table or cells of a row; controls, custom XML and tracked changes may stand around them. */
function within(name: string, element: Element, control?: Element): Found[] {
  return childElements(element).flatMap(child => {
    if (child.name === name) return [control === undefined ? { element: child } : { element: child, control }]
    if (child.name === 'w:sdt') return within(name, childOf(child, 'w:sdtContent') ?? child, child)
    return TRANSPARENT.has(child.name) ? within(name, child, control) : []
  })
}

const TRANSPARENT = new Set(['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:bdo', 'w:dir'])

/** A row that a tracked change takes out, or that is hidden. */
const isLeftOut = (properties: Element | undefined): boolean =>
  childOf(properties, 'w:del') !== undefined || isOn(properties, 'w:hidden')

function rowOf(row: Element, around: Element | undefined, read: (cell: CellElement) => readonly Block[]): Row {
  const properties = childOf(row, 'w:trPr')
  return {
    before: countIn(properties, 'w:gridBefore', 0),
    after: countIn(properties, 'w:gridAfter', 0),
    isHead: isOn(properties, 'w:tblHeader'),
    cells: within('w:tc', row, around).map(({ element, control }) => cellOf(element, read(inside(element, control)))),
  }
}

const inside = (cell: Element, control: Element | undefined): CellElement =>
  control === undefined ? { cell } : { cell, control }

function cellOf(cell: Element, blocks: readonly Block[]): ReadCell {
  const properties = childOf(cell, 'w:tcPr')
  const width = childOf(properties, 'w:tcW')?.attributes
  const twips = width?.['w:type'] === 'dxa' ? Number(width['w:w']) : Number.NaN
  return {
    span: countIn(properties, 'w:gridSpan', 1),
    width: twips > 0 ? twips : null,
    down: mergeIn(properties, 'w:vMerge'),
    across: mergeIn(properties, 'w:hMerge'),
    blocks,
  }
}

function countIn(properties: Element | undefined, name: string, least: number): number {
  const count = Number.parseInt(settingOf(properties, name) ?? '', 10)
  return Math.min(Math.max(least, count || least), MOST_COLUMNS)
}

function mergeIn(properties: Element | undefined, name: string): Merge {
  const merge = childOf(properties, name)
  if (merge === undefined) return null
  return merge.attributes['w:val'] === 'restart' ? 'begins' : 'goes on'
}

/** Puts the cells of rows into the grid. */
export function tableOf(rows: readonly Row[], table: Element): Table {
  const grid = gridOf(table)
  const cells: Cell[] = []
  /** The cell of each column that may go on below. */
  const above = new Map<number, number>()
  for (const [row, { before, after, cells: read }] of rows.entries()) {
    let column = 0
    if (before > 0) cells.push({ row, column, rowSpan: 1, columnSpan: before, blocks: [] })
    column += before
    for (const { span: columnSpan, down, blocks } of acrossMerged(fitted(read, { before, after, grid }))) {
      const upper = cells[above.get(column) ?? -1]
      const goesOn = down === 'goes on' && upper !== undefined && goesDown(upper, { row, columnSpan, blocks })
      if (goesOn) cells[above.get(column) ?? -1] = { ...upper, rowSpan: upper.rowSpan + 1 }
      else {
        if (down === null) above.delete(column)
        else above.set(column, cells.length)
        cells.push({ row, column, rowSpan: 1, columnSpan, blocks })
      }
      column += columnSpan
    }
  }
  const other = rows.findIndex(({ isHead }) => !isHead)
  const headRows = other === -1 ? rows.length : other
  return { kind: 'table', cells, ...(headRows > 0 && { headRows }) }
}

/** A cell of another width that says it goes on is a cell of its own to Word; where nothing stands in it, it is no cell at all. */
const goesDown = (upper: Cell, cell: Pick<Cell, 'row' | 'columnSpan' | 'blocks'>): boolean =>
  upper.row + upper.rowSpan === cell.row && (upper.columnSpan === cell.columnSpan || cell.blocks.length === 0)

/** Cells that go on from the one before them (the legacy `w:hMerge`) are part of it; what stands in them is not lost. */
function acrossMerged(cells: readonly ReadCell[]): readonly ReadCell[] {
  const merged: ReadCell[] = []
  for (const cell of cells) {
    const last = merged.at(-1)
    if (cell.across !== 'goes on' || last === undefined) merged.push(cell)
    else merged[merged.length - 1] = { ...last, span: last.span + cell.span, blocks: [...last.blocks, ...cell.blocks] }
  }
  return merged
}

/** The edges of a table's grid, in twips from its left. */
function gridOf(table: Element): readonly number[] {
  const widths = childElements(childOf(table, 'w:tblGrid')).map(column => Number(column.attributes['w:w']))
  let edge = 0
  return [0, ...widths.slice(0, MOST_COLUMNS).map(width => (edge += width))]
}

/** Edges that lie closer than this (2 mm, in twips) are one. */
const SAME_EDGE = 113

type Grid = { readonly before: number; readonly after: number; readonly grid: readonly number[] }

/**
 * A row with fewer cells than the grid has columns, though no cell says that it spans any, lost its spans on the way: Word lays it out by the
 * widths of the cells, and so do we, where each of them ends at a column's edge.
 */
function fitted(cells: readonly ReadCell[], { before, after, grid }: Grid): readonly ReadCell[] {
  const spans = cells.reduce((sum, { span }) => sum + span, before + after)
  if (spans >= grid.length - 1 || cells.some(({ width, across }) => width === null || across !== null)) return cells
  let [edge, column] = [grid[before] ?? 0, before]
  const fit: ReadCell[] = []
  for (const cell of cells) {
    edge += cell.width ?? 0
    const next = grid.findIndex(one => Math.abs(one - edge) <= SAME_EDGE)
    if (next <= column) return cells
    fit.push({ ...cell, span: next - column })
    column = next
  }
  return fit
}
