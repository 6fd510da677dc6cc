import type { Laid, LaidCell, LaidTable } from './areas.ts'

/** «— 3 —», «第3页 共8页», «3 / 8»: no text of the form. */
const PAGE_NUMBER = /^[-—–\s]{0,4}第?\s?\d{1,3}\s?页?[-—–\s]{0,4}(?:[/／]?\s?共?\s?\d{1,3}\s?页?)?$/
/** Columns of one table lie at the same places on each page, give or take so many points. */
const SAME_EDGE = 4

/** Pages after one another: their heads, feet and numbers left out, a table that goes on over the page put together again. */
export function joinPages(pages: readonly (readonly Laid[])[]): Laid[] {
  const joined: Laid[] = []
  const repeated = repeatedLines(pages)
  for (const [index, page] of pages.entries()) {
    const [first, ...rest] = page.filter((block, place) => {
      const isAtEdge = place === 0 || place === page.length - 1
      const isRepeated = index > 0 && repeated.has(textOf(block))
      return block.kind === 'table' || !isAtEdge || !(isRepeated || PAGE_NUMBER.test(textOf(block)))
    })
    const last = joined.at(-1)
    if (first?.kind === 'table' && last?.kind === 'table' && isSame(last, first))
      joined.splice(-1, 1, joinTables(last, first), ...rest)
    else if (first !== undefined) joined.push(first, ...rest)
  }
  return joined
}

/** Lines that several pages begin or end with; the first page's is kept, for it may be the title. */
function repeatedLines(pages: readonly (readonly Laid[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const text of new Set([page[0], page.at(-1)].map(block => (block === undefined ? '' : textOf(block)))))
      counts.set(text, (counts.get(text) ?? 0) + 1)
  return new Set([...counts].filter(([text, count]) => text !== '' && count > 1).map(([text]) => text))
}

const textOf = (block: Laid): string => (block.kind === 'line' ? block.text.trim() : '')

const isSame = (one: LaidTable, other: LaidTable): boolean =>
  [one.columns[0], one.columns.at(-1)].every((edge, index) => {
    const across = index === 0 ? other.columns[0] : other.columns.at(-1)
    return edge !== undefined && across !== undefined && Math.abs(edge - across) <= SAME_EDGE
  })

/** The columns of both, so that a cell keeps its place whatever the rows of its page are divided into. */
function joinTables(upper: LaidTable, lower: LaidTable): LaidTable {
  const columns = edgesOf([...upper.columns, ...lower.columns])
  const [above, below] = [fitTo(upper, columns), fitTo(lower, columns)]
  const rows = Math.max(...above.map(endRow))
  const first = below.filter(({ row }) => row === 0)
  if (isSplitRow(first)) {
    const moved = below.filter(({ row }) => row > 0).map(cell => ({ ...cell, row: cell.row + rows - 1 }))
    return { kind: 'table', columns, cells: [...above.map(cell => withRest(cell, { first, rows })), ...moved] }
  }
  const [label] = first
  const goesOn = label !== undefined && label.column === 0 && label.content.length === 0 && first.length > 1
  const moved = below.map(cell => ({ ...cell, row: cell.row + rows }))
  if (!goesOn) return { kind: 'table', columns, cells: [...above, ...moved] }
  const cells = above.map(cell => (isLastLabel(cell, rows) ? { ...cell, rowSpan: cell.rowSpan + label.rowSpan } : cell))
  return { kind: 'table', columns, cells: [...cells, ...moved.slice(1)] }
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

/** A row cut by the page's end: behind its empty label one cell goes on and no other. */
function isSplitRow(cells: readonly LaidCell[]): boolean {
  const [label] = cells
  const filled = cells.filter(({ content }) => content.length > 0)
  return label !== undefined && label.content.length === 0 && filled.length === 1 && cells.length > 1
}

const isLastLabel = (cell: LaidCell, rows: number): boolean => cell.column === 0 && endRow(cell) === rows

/** A cell of the last row, with what stands of it on the next page. */
function withRest(cell: LaidCell, { first, rows }: { first: readonly LaidCell[]; rows: number }): LaidCell {
  const rest = endRow(cell) === rows ? first.find(({ column }) => column === cell.column) : undefined
  return rest === undefined ? cell : { ...cell, content: [...cell.content, ...rest.content] }
}
