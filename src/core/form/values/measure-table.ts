import { type LimitContext, readLimit } from '../../dates/limit.ts'
import type { Cell, Table } from '../../document/document.ts'
import { isNamed } from '../../honours/surnames.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import type { Measure } from '../form.ts'
import { columnsAt, columnsOf, isDate, isLimit, shareOf, widthOf } from '../outline/columns.ts'
import { cellLine, cellText, type Grid, gridOf, isExample, rowQuote, saidAt, textIn } from '../outline/grid.ts'
import { withoutNumber } from '../outline/numbering.ts'

/** Which columns tell a measure and its limit, and whether the limit's label was understood. */
export type MeasureHead = {
  readonly body: number
  readonly text: readonly number[]
  readonly due: readonly number[]
  /** All columns of the limit, that of its beginning too. */
  readonly limits: readonly number[]
  readonly isKnown: boolean
}

/** What the form itself prints, and what its limits are counted from. */
export type MeasureContext = LimitContext & {
  /** Whether nobody wrote anything there: a blank, a prompt. */
  readonly isBlank: (text: string) => boolean
  readonly isLabel: (text: string) => boolean
  /** Whether a time stands over the measures for all of them. */
  readonly isTold: boolean
}

export const tellsLimit = (text: string, context: LimitContext): boolean => readLimit(text, context).due !== null

export const hasMeasureHead = (table: Table): boolean => {
  const grid = gridOf(table)
  return grid.lines.slice(0, 5).some((_, row) => headAt(grid, row) !== null)
}

/** A row of column labels: the limit's is known by its words or by the dates under it; what else isn't an owner's or a number is the measure. */
function headAt(grid: Grid, row: number): MeasureHead | null {
  const columns = columnsAt(grid, row) ?? strangeHead(grid, row)
  if (columns === null) return null
  const all = [...columns.kinds.keys()]
  const dated = all.filter(column => shareOf(grid, column, { from: columns.body, fits: isLimit }) > 0.6)
  const labelled = columnsOf(columns, 'due')
  const exact = dated.filter(column => shareOf(grid, column, { from: columns.body, fits: isDate }) > 0.6)
  const due = labelled.length > 0 ? endOnly(grid, labelled, columns.body) : exact.length > 1 ? exact.slice(-1) : dated
  if (due.length === 0) return null
  const limits = labelled.length > 0 ? labelled : dated
  const rest = all.filter(column => !due.includes(column) && !limits.includes(column))
  const named = columnsOf(
    { ...columns, kinds: new Map([...columns.kinds].filter(([column]) => rest.includes(column))) },
    'text',
  )
  const others = rest.filter(column => !isBeside(grid, column, columns))
  const isTitle = (column: number) => column < Math.min(...named) && isNaming(grid, column, columns.body)
  const text =
    named.length > 0
      ? others.filter(column => named.includes(column) || isWordy(grid, column, columns.body) || isTitle(column))
      : others
  return text.length === 0
    ? null
    : { body: columns.body, text, due, limits: [...due, ...limits], isKnown: labelled.length > 0 }
}

/** Labels that nobody knows, over dates: told by what stands under them. */
function strangeHead(grid: Grid, row: number): ReturnType<typeof columnsAt> {
  const cells = grid.covering(row)
  if (row > 0 || cells.length < 2 || cells.some(cell => cellText(cell).length > 14 || isLimit(cellText(cell))))
    return null
  const dated = cells.filter(({ column }) => shareOf(grid, column, { from: 1, fits: isLimit }) > 0.6)
  if (dated.length === 0 || grid.rows < 3 || cells.some(cell => /^\d/.test(cellText(cell)))) return null
  const columns = cells.flatMap(({ column, columnSpan }) =>
    Array.from({ length: columnSpan }, (_, index) => column + index),
  )
  return { body: 1, width: widthOf(cells), kinds: new Map(columns.map(column => [column, new Map()])) }
}

const ENDS = pattern`${listed('完成 结束 截止 止 终')}`

/** Of a limit in two columns, 起 and 止, the last tells the end. */
const endOnly = (grid: Grid, columns: readonly number[], body: number): readonly number[] => {
  const ends = columns.filter(column => ENDS.test(textIn(grid, body - 1, column)))
  return (ends.length > 0 ? ends : columns).slice(-1)
}

/** Owners, numbers and remarks. */
function isBeside(grid: Grid, column: number, { kinds, body }: NonNullable<ReturnType<typeof columnsAt>>): boolean {
  const told = kinds.get(column) ?? new Map()
  if (
    [...told].some(([kind, strength]) => ['owner', 'ordinal', 'recipient', 'level'].includes(kind) && strength >= 0.75)
  )
    return true
  const share = (fits: (text: string) => boolean) => shareOf(grid, column, { from: body, fits })
  return (
    share(text => /^\d{1,2}$/.test(text)) > 0.6 ||
    share(text => isNamed(text.replace(/\s/g, ''))) > 0.6 ||
    share(() => true) === 0
  )
}

/** Left of the words that are known: what they are called. */
const isNaming = (grid: Grid, column: number, from: number): boolean =>
  shareOf(grid, column, { from, fits: text => /\p{Script=Han}{4}/u.test(text.replace(/\s/g, '')) }) > 0.6

const isWordy = (grid: Grid, column: number, from: number): boolean =>
  shareOf(grid, column, { from, fits: text => text.length > 6 }) > 0.4

type MeasureRows = { readonly head: MeasureHead | null; readonly measures: readonly Measure[] }

/** `areLines`: lines with wide gaps and no table, of which nothing is known to be blank. */
export function readMeasureTable(
  table: Table,
  before: { readonly head: MeasureHead | null; readonly areLines: boolean },
  context: MeasureContext,
): MeasureRows {
  const grid = gridOf(table)
  const measures: Measure[] = []
  let { head } = before
  let isOpen = context.isTold || before.areLines
  for (let row = 0; row < grid.rows; row++) {
    const own = headAt(grid, row)
    const cells = grid.covering(row)
    if (own !== null) {
      head = own
      row = own.body - 1
    } else if (cells.length === 1) isOpen = context.isTold || before.areLines || tellsLimit(rowQuote(cells), context)
    else if (head !== null) measures.push(...readRow(grid, row, { head, context, isOpen }))
  }
  return { head, measures }
}

const isWithin = ({ column, columnSpan }: Cell, columns: readonly number[]): boolean =>
  Array.from({ length: Math.min(columnSpan, 100) }, (_, index) => column + index).every(one => columns.includes(one))

type RowReading = { readonly head: MeasureHead; readonly context: MeasureContext; readonly isOpen: boolean }

function readRow(grid: Grid, row: number, { head, context, isOpen }: RowReading): Measure[] {
  const cellsAt = (columns: readonly number[]): Cell[] => {
    const cells = columns.map(column => saidAt(grid, row, column))
    return [...new Set(cells)].filter(cell => cell !== null)
  }
  if (isExample(grid.covering(row))) return []
  const [texts, limits] = [cellsAt(head.text), cellsAt(head.due)]
  // A row that is one cell from end to end is a heading among the rows.
  if (limits.length === 0 || limits.some(cell => texts.includes(cell))) return []
  // A cell that reaches over other columns is of another table: who signs, a sum.
  if (limits.some(cell => !isWithin(cell, head.limits))) return []
  const isLabel = (cell: Cell) => context.isLabel(cellLine(cell)) && !tellsLimit(cellLine(cell), context)
  // The labels stand once more, as behind a page's end.
  if (limits.some(isLabel)) return []
  const written = (some: readonly Cell[]) => some.map(cellLine).filter(part => !context.isBlank(part))
  const text = written(texts).join('：')
  if (withoutNumber(text) === '') return []
  const limit = written(limits).join(' ')
  const cells = grid.covering(row)
  const dueText = limit === '' && !isMissing(cells, texts, { head, context, isOpen }) ? null : limit
  const { due } = readLimit(limit, context)
  return [{ text, due, dueText, isLimitKnown: head.isKnown, quote: rowQuote(cells) }]
}

/** Nothing is missing where the column's label wasn't understood, a cell of the row is merged, or a time stands elsewhere. */
function isMissing(cells: readonly Cell[], texts: readonly Cell[], { head, context, isOpen }: RowReading): boolean {
  // A row that names something and says no more is a heading among the rows.
  const isNameAlone = texts.length > 1 && texts.filter(cell => !context.isBlank(cellLine(cell))).length < 2
  return (
    head.isKnown &&
    !isOpen &&
    !isNameAlone &&
    cells.every(({ rowSpan }) => rowSpan === 1) &&
    !tellsLimit(rowQuote(cells), context)
  )
}
