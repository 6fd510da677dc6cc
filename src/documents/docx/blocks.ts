import { type Block, type Cell, PICTURE, type Table } from '../../core/document/document.ts'
import { cleanText } from '../clean-text.ts'

type Parent<Type extends string> = { readonly type: Type; readonly children: readonly DocumentNode[] }
type CellNode = Parent<'tableCell'> & { readonly colSpan: number; readonly rowSpan: number }

/** A node of the document that mammoth makes of a docx; its own types leave it open. Only what is shown here has text. */
export type DocumentNode =
  | Parent<'paragraph' | 'run' | 'hyperlink' | 'table' | 'tableRow'>
  | CellNode
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'break'; readonly breakType: 'line' | 'page' | 'column' }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'tab' | 'image' | 'noteReference' | 'commentReference' | 'bookmarkStart' }

/** Word has at most 63 columns; a span beyond that is somebody's attack on our memory. */
const MOST_COLUMNS = 64

/** mammoth's document to blocks: line breaks stay inside paragraphs as `\n`; what its notes and comments say is left out. */
export function blocksOf(nodes: readonly DocumentNode[]): Block[] {
  const blocks: Block[] = []
  let line = ''
  const endLine = () => {
    const text = cleanText(line)
    if (text !== '') blocks.push({ kind: 'paragraph', text })
    line = ''
  }
  const add = (node: DocumentNode): void => {
    if (node.type === 'run') node.children.forEach(add)
    else if (node.type !== 'paragraph' && node.type !== 'table') line += inlineText(node)
    else {
      endLine()
      blocks.push(...(node.type === 'table' ? [tableOf(node.children)] : blocksOf(node.children)))
    }
  }
  nodes.forEach(add)
  endLine()
  return blocks
}

function inlineText(node: DocumentNode): string {
  if (node.type === 'text') return node.value
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return node.breakType === 'line' ? '\n' : ''
  if (node.type === 'checkbox') return node.checked ? '☑' : '□'
  return childrenOf(node).map(inlineText).join('')
}

function tableOf(nodes: readonly DocumentNode[]): Table {
  const rows = nodes.filter(({ type }) => type === 'tableRow')
  const cells: Cell[] = []
  /** For each column, the first row that no cell reaches into from above. */
  const freeFrom: number[] = []
  for (const [row, node] of rows.entries()) {
    let column = 0
    for (const cell of childrenOf(node).filter(child => child.type === 'tableCell')) {
      while ((freeFrom[column] ?? 0) > row) column++
      const rowSpan = Math.min(cell.rowSpan, rows.length - row)
      const columnSpan = Math.min(Math.max(1, cell.colSpan || 1), MOST_COLUMNS)
      cells.push({ row, column, rowSpan, columnSpan, blocks: cellBlocks(cell) })
      freeFrom.length = Math.max(freeFrom.length, column + columnSpan)
      freeFrom.fill(row + rowSpan, column, column + columnSpan)
      column += columnSpan
    }
  }
  return { kind: 'table', cells }
}

function cellBlocks(cell: CellNode): Block[] {
  const blocks = blocksOf(cell.children)
  return blocks.length === 0 && holdsPicture(cell) ? [{ kind: 'paragraph', text: PICTURE }] : blocks
}

const holdsPicture = (node: DocumentNode): boolean => node.type === 'image' || childrenOf(node).some(holdsPicture)

const childrenOf = (node: DocumentNode): readonly DocumentNode[] => ('children' in node ? node.children : [])
