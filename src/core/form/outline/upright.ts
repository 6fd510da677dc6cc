import type { Block, Cell, Table } from '../../document/document.ts'
import { listKind } from './columns.ts'

/** Lists whose labels stand at the left, an entry a column, are turned so that they stand on top; all else stays as it is. */
export const upright = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map(block => (block.kind === 'table' ? uprightTable(block) : block))

function uprightTable(table: Table): Table {
  const turned: Table = { kind: 'table', cells: table.cells.map(turn) }
  return listKind(table) === null && listKind(turned) !== null ? turned : table
}

const turn = ({ row, column, rowSpan, columnSpan, blocks }: Cell): Cell => ({
  ...{ row: column, column: row },
  ...{ rowSpan: columnSpan, columnSpan: rowSpan },
  blocks,
})
