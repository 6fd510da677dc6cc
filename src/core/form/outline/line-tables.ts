import type { Block, Cell } from '../../document/document.ts'

const GAP = /\t+|[ \u3000]{2,}/

/** «书    记：» is a word with its letters apart. */
const LETTERS_APART = /(?<!\p{Script=Han})(\p{Script=Han})[ \u3000]{2,8}(?=\p{Script=Han}{1,2}(?:[:：\s]|$))/gu
/** Also typed as brackets: «(  )教师支部   ( √ )学生支部». */
const BOXES = /[（(【[]\s{0,6}[√✓VvXx]?\s{0,6}[\]】）)]|[□☐☑☒√✓■]/g

/** Boxes to tick stay together with their label. */
const piecesOf = (text: string): string[] =>
  (text.match(BOXES)?.length ?? 0) > 1 ? [text] : text.trim().replace(LETTERS_APART, '$1').split(GAP)

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
    const pieces = block.kind === 'paragraph' && !block.text.includes('\n') ? piecesOf(block.text) : []
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
