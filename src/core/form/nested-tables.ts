import type { Cell, Table } from '../document/document.ts'
import type { FormLabels } from './form-labels.ts'
import { cellText, gridOf } from './grid.ts'
import { isLabelledSecretary } from './secretary-rows.ts'

export type Nested = { readonly inner: Table; readonly ofSecretary: boolean }

/** The tables within cells; what the cell belongs to, they do. */
export function nestedTables(table: Table, labels: FormLabels): Nested[] {
  const grid = gridOf(table)
  return table.cells.flatMap(cell => {
    const inside = cell.blocks.filter(block => block.kind === 'table')
    if (inside.length === 0) return []
    const ofSecretary = isLabelledSecretary(grid, cell, labels)
    return inside.flatMap(inner => [
      { inner, ofSecretary },
      ...nestedTables(inner, labels).map(one => (ofSecretary ? { ...one, ofSecretary } : one)),
    ])
  })
}

/** Whether a cell holds labels with values of their own. */
export const holdsLabels = ({ blocks }: Cell, { isLabel }: FormLabels): boolean =>
  blocks.some(block => block.kind === 'table' && block.cells.some(cell => isLabel(cellText(cell))))
