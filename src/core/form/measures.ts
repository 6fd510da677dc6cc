import type { Call } from '../call/call.ts'
import { readDue } from '../dates/limit.ts'
import type { Block, Cell, Table } from '../document/document.ts'
import { asTables } from './answers.ts'
import type { MeasureColumn } from './description.ts'
import type { Measure } from './form.ts'
import type { FormLabels } from './form-labels.ts'
import { cellLine, cellText, type Grid, gridOf, rowQuote } from './grid.ts'
import { readMeasureText } from './measure-text.ts'
import { columnsOf, tableHead } from './table-head.ts'

type Head = ReadonlyMap<MeasureColumn, readonly number[]>

export type MeasureContext = {
  readonly labels: FormLabels
  readonly cycle: Call['cycle']
  /** Whether the form itself prints a text (a prompt, a label). */
  readonly isPrinted: (text: string) => boolean
}

/** The measures of a section: rows of a table with a column for the limit, else numbered items or paragraphs. */
export function readMeasures(blocks: readonly Block[], context: MeasureContext): Measure[] {
  const measures: Measure[] = []
  let head: Head | null = null
  let lines: string[] = []
  const endText = () => {
    measures.push(...readMeasureText(lines, context.cycle))
    lines = []
  }
  const add = (text: string) =>
    lines.push(...text.split('\n').filter(line => line.trim() !== '' && !context.isPrinted(line)))
  for (const block of asTables(blocks)) {
    if (block.kind === 'paragraph') add(block.text)
    else if (head === null && !hasHead(block, context)) for (const row of rowsOf(block)) add(row)
    else {
      endText()
      const rows = readRows(block, head, context)
      head = rows.head
      measures.push(...rows.measures)
    }
  }
  endText()
  return measures
}

const hasHead = (table: Table, { labels }: MeasureContext): boolean => {
  const grid = gridOf(table)
  return Array.from({ length: grid.rows }, (_, row) => tableHead(grid.covering(row), labels)).includes('measures')
}

const rowsOf = (table: Table): string[] => {
  const grid = gridOf(table)
  return Array.from({ length: grid.rows }, (_, row) => grid.startingIn(row).map(cellText).join('\n'))
}

type Rows = { readonly head: Head | null; readonly measures: readonly Measure[] }

function readRows(table: Table, before: Head | null, context: MeasureContext): Rows {
  const grid = gridOf(table)
  const measures: Measure[] = []
  let head = before
  for (let row = 0; row < grid.rows; row++) {
    const cells = grid.covering(row)
    if (tableHead(cells, context.labels) === 'measures') head = columnsOf(cells, context.labels.measureColumns.find)
    else if (head !== null) measures.push(...readRow(grid, row, { head, context }))
  }
  return { head, measures }
}

function readRow(grid: Grid, row: number, { head, context }: { head: Head; context: MeasureContext }): Measure[] {
  const cellsOf = (column: MeasureColumn): Cell[] => {
    const cells = (head.get(column) ?? []).map(place => grid.at(row, place))
    return [...new Set(cells)].filter(cell => cell !== null)
  }
  const [texts, limits] = [cellsOf('text'), cellsOf('due')]
  // A row that is one cell from end to end is a heading among the rows.
  if (limits.length === 0 || limits.some(cell => texts.includes(cell))) return []
  const text = texts
    .map(cellLine)
    .filter(part => part !== '' && !context.isPrinted(part))
    .join('：')
  if (text === '') return []
  const dueText = limits
    .map(cellLine)
    .filter(part => !context.isPrinted(part))
    .join(' ')
  return [{ text, due: readDue(dueText, context.cycle), dueText, quote: rowQuote(grid.covering(row)) }]
}
