import type { Cell } from '../document/document.ts'
import type { FormLabels } from './form-labels.ts'
import { cellText, type Grid } from './grid.ts'

/** Whether a cell stands right of one that labels the rows of the secretary. */
export function isLabelledSecretary(grid: Grid, { row, column }: Cell, { secretaryRows }: FormLabels): boolean {
  const left = grid.covering(row).filter(cell => cell.column < column)
  return left.some(cell => secretaryRows.find(cellText(cell)) !== null)
}
