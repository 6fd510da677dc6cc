import type { Block, Cell } from '../document/document.ts'

const GAP = /\t+|[ \u3000]{2,}/

/**
 * Lines with tabs or wide gaps, as PDFs have them in place of tables, become rows; `sources`, where given, learns from which line each
 * of their cells came.
 */
export function asTables(blocks: readonly Block[], sources: Map<object, Block> = new Map()): Block[] {
  const result: Block[] = []
  let rows: Cell[][] = []
  const endTable = () => {
    if (rows.length > 0) result.push({ kind: 'table', cells: rows.flat() })
    rows = []
  }
  for (const block of blocks) {
    const pieces = block.kind === 'paragraph' && !block.text.includes('\n') ? block.text.trim().split(GAP) : []
    if (pieces.length > 1) {
      const cells = pieces.map((text, column) => lineCell(text, rows.length, column))
      for (const cell of cells) sources.set(cell.blocks, block)
      rows.push(cells)
    } else {
      endTable()
      result.push(block)
    }
  }
  endTable()
  return result
}

const lineCell = (text: string, row: number, column: number): Cell => ({
  ...{ row, column, rowSpan: 1, columnSpan: 1 },
  blocks: [{ kind: 'paragraph', text }],
})
