import { type Interval, readIntervals } from '../dates/dates.ts'
import type { Cell, Table } from '../document/document.ts'
import type { HonourColumn } from './description.ts'
import type { Honour, RecipientKind } from './form.ts'
import { cellLine, type Grid, gridOf, rowQuote } from './grid.ts'
import { type HonourContext, levelOf, recipientKindOf } from './honour-context.ts'
import { columnsOf, tableHead } from './table-head.ts'

type HonourColumns = ReadonlyMap<HonourColumn, readonly number[]>

/** Column labels: a row of another width than theirs can't be read by them. */
export type HonourHead = { readonly columns: HonourColumns; readonly width: number }

/** The honours of a table with column labels; `head` are those of a table before it, which this one may go on. */
export type HonourRows = { readonly honours: readonly Honour[]; readonly head: HonourHead | null }

export function readHonourTable(
  table: Table,
  before: { readonly head: HonourHead | null; readonly labelled: RecipientKind | null },
  context: HonourContext,
): HonourRows {
  const grid = gridOf(table)
  const honours: Honour[] = []
  let { head } = before
  for (let row = 0; row < grid.rows; row++) {
    const cells = grid.covering(row)
    if (tableHead(cells, context.labels) === 'honours')
      head = { columns: columnsOf(cells, context.labels.honourColumns.find), width: widthOf(cells) }
    else if (head !== null && widthOf(cells) === head.width)
      honours.push(...readRow(grid, row, { columns: head.columns, labelled: before.labelled, context }))
  }
  return { honours, head }
}

type RowReading = {
  readonly columns: HonourColumns
  readonly labelled: RecipientKind | null
  readonly context: HonourContext
}

/** A row that dates an honour twice tells of two. */
function readRow(grid: Grid, row: number, { columns, labelled, context }: RowReading): Honour[] {
  const cell = (column: HonourColumn): string => {
    const places = (columns.get(column) ?? []).map(place => grid.at(row, place))
    return [...new Set(places)]
      .map(one => (one === null ? '' : cellLine(one)))
      .join(' ')
      .trim()
  }
  const name = orNull(cell('name'))
  if (name === null || isNothing(name) || isExample(grid.covering(row))) return []
  const grantedBy = orNull(cell('grantedBy'))
  const recipient = orNull(cell('recipient'))
  const honour = {
    name,
    recipient,
    recipientKind: recipientKindOf(recipient, labelled, { name, context }),
    level: levelOf(cell('level'), grantedBy, name),
    grantedBy,
    quote: rowQuote(grid.covering(row)),
  }
  return datesOf(cell('date'), context).map(date => ({ ...honour, date }))
}

function datesOf(text: string, { today }: HonourContext): (string | null)[] {
  const dates: readonly Interval[] = readIntervals(text, today)
  return dates.length === 0 ? [null] : dates.map(({ date }) => date)
}

const widthOf = (cells: readonly Cell[]): number =>
  Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan))

const isNothing = (name: string): boolean => /^(?:暂?无|没有|[/\\—-]{1,3})[。.]?$/.test(name)

/** A row that the template prints to show how it is filled in. */
const isExample = (cells: readonly Cell[]): boolean =>
  cells.some(cell => /^[(（【]?(?:示例|样例|例)[)）】]?[:：]?$/.test(cellLine(cell)))

const orNull = (text: string): string | null => (text === '' ? null : text)
