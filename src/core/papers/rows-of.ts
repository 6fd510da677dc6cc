import { type DocumentContent, plainText } from '../document/document.ts'
import type { ReadRows } from './read-results.ts'

/** The rows of each table of a document, cells as text. */
export const rowsOf = ({ blocks }: DocumentContent): readonly ReadRows[] =>
  blocks.flatMap(block => {
    if (block.kind !== 'table') return []
    const rows = Map.groupBy(block.cells, ({ row }) => row)
    return [[...rows].sort(([a], [b]) => a - b).map(([, cells]) => inColumns(cells))]
  })

type TableCell = Extract<DocumentContent['blocks'][number], { kind: 'table' }>['cells'][number]

function inColumns(cells: readonly TableCell[]): readonly string[] {
  const texts = new Map(cells.map(({ column, blocks }) => [column, plainText(blocks)]))
  const last = Math.max(-1, ...texts.keys())
  return Array.from({ length: last + 1 }, (_, column) => texts.get(column) ?? '')
}
