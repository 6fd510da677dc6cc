import { type DocumentContent, plainText } from '../document/document.ts'
import type { ReadRows } from './read-results.ts'

/** The rows of each table of a document, cells as text. */
export const rowsOf = ({ blocks }: DocumentContent): readonly ReadRows[] =>
  blocks.flatMap(block => {
    if (block.kind !== 'table') return []
    const rows: string[][] = []
    for (const { row, column, blocks: inside } of block.cells) {
      const cells = (rows[row] ??= [])
      cells[column] = plainText(inside)
    }
    return [Array.from(rows, cells => Array.from(cells ?? [], text => text ?? ''))]
  })
