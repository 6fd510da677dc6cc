import type { Block, Cell, Paragraph, Table } from '../../src/core/document/document.ts'

/** A cell's text (a line a paragraph), its blocks, or either with spans: `wide` columns, `high` rows. */
export type CellContent =
  | string
  | readonly Block[]
  | { readonly of: string | readonly Block[]; readonly wide?: number; readonly high?: number }

export const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text })

export const paragraphs = (text: string): Paragraph[] =>
  text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(paragraph)

/** A table as a reader gives it: cells find their columns beside those that reach down from above. */
export function table(rows: readonly (readonly CellContent[])[]): Table {
  const cells: Cell[] = []
  for (const [row, contents] of rows.entries()) {
    let column = 0
    const isTaken = () =>
      cells.some(
        cell =>
          cell.row < row &&
          cell.row + cell.rowSpan > row &&
          cell.column <= column &&
          cell.column + cell.columnSpan > column,
      )
    for (const content of contents) {
      while (isTaken()) column++
      const cell = cellOf(content, row, column)
      cells.push(cell)
      column += cell.columnSpan
    }
  }
  return { kind: 'table', cells }
}

function cellOf(content: CellContent, row: number, column: number): Cell {
  const spanned = typeof content === 'object' && 'of' in content
  const inside = spanned ? content.of : content
  return {
    ...{ row, column, rowSpan: spanned ? (content.high ?? 1) : 1, columnSpan: spanned ? (content.wide ?? 1) : 1 },
    blocks: typeof inside === 'string' ? paragraphs(inside) : inside,
  }
}

/** For what only reads the words: blocks as if their file stated no looks. */
export const withoutLooks = (blocks: readonly Block[]): Block[] =>
  blocks.map(block =>
    block.kind === 'paragraph'
      ? { kind: block.kind, text: block.text }
      : { ...block, cells: block.cells.map(cell => ({ ...cell, blocks: withoutLooks(cell.blocks) })) },
  )
