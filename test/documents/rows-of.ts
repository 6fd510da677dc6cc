import type { Block } from '../../src/core/document/document.ts'

/** The cells that begin in each row of a table, the text of each. */
export const rowsOf = (block: Block | undefined): string[][] => {
  const rows: string[][] = []
  for (const { row, blocks } of block?.kind === 'table' ? block.cells : []) {
    const line = rows[row] ?? []
    line.push(linesOf(blocks).join('\n'))
    rows[row] = line
  }
  return rows
}

/** The text of each paragraph; a table is ⟦⟧. */
export const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.map(block => (block.kind === 'paragraph' ? block.text : '⟦⟧'))
