import type { Cell } from '../document/document.ts'
import type { FormLabels } from './form-labels.ts'
import { cellText } from './grid.ts'

/** Which list a row of column labels heads: honours by their name and one more column, measures by text and limit. */
export function tableHead(cells: readonly Cell[], labels: FormLabels): 'honours' | 'measures' | null {
  const texts = cells.map(cellText)
  const honours = new Set(texts.map(text => labels.honourColumns.find(text)))
  honours.delete(null)
  if (honours.has('name') && honours.size > 1) return 'honours'
  const measures = new Set(texts.map(text => labels.measureColumns.find(text)))
  return measures.has('text') && measures.has('due') ? 'measures' : null
}

/** A row of column labels: which column, counted in the grid, holds what; a column's first cell counts. */
export function columnsOf<Column>(
  cells: readonly Cell[],
  find: (text: string) => Column | null,
): ReadonlyMap<Column, readonly number[]> {
  const columns = new Map<Column, number[]>()
  for (const cell of cells) {
    const column = find(cellText(cell))
    if (column !== null) columns.set(column, [...(columns.get(column) ?? []), cell.column])
  }
  return columns
}
