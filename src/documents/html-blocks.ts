import { parseDocument } from 'htmlparser2'
import { type Block, type Cell, PICTURE, type Table } from '../core/document.ts'
import { cleanText } from './clean-text.ts'
import { childElements, type Element, isElement, type Node, ownText } from './markup.ts'

const PARAGRAPHS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ol',
  'ul',
  'li',
  'div',
  'blockquote',
  'pre',
  'dl',
  'dt',
  'dd',
])
const ROW_GROUPS = new Set(['thead', 'tbody', 'tfoot'])
/** Word has at most 63 columns; a span beyond that is somebody's attack on our memory. */
const MOST_COLUMNS = 64

/** Notes and the marks that lead to them, as mammoth names them: what stands at a page's foot answers nothing. */
const NOTE = /^(?:foot|end)note-/

/** HTML to blocks: headings and list items are paragraphs, line breaks stay inside them as `\n`. */
export const readHtml = (html: string): Block[] => blocksOf(parseDocument(html).children)

function blocksOf(nodes: readonly Node[]): Block[] {
  const blocks: Block[] = []
  let line = ''
  const endLine = () => {
    const text = cleanText(line)
    if (text !== '') blocks.push({ kind: 'paragraph', text })
    line = ''
  }
  for (const node of nodes) {
    if (isElement(node) && NOTE.test(node.attribs.id ?? '')) continue
    const isTable = isElement(node) && node.name === 'table'
    if (!isTable && !isParagraph(node)) line += inlineText(node)
    else {
      endLine()
      blocks.push(...(isTable ? [tableOf(node)] : blocksOf(node.children)))
    }
  }
  endLine()
  return blocks
}

const isParagraph = (node: Node): node is Element => isElement(node) && PARAGRAPHS.has(node.name)

function inlineText(node: Node): string {
  if (!isElement(node)) return ownText(node)
  if (node.name === 'br') return '\n'
  if (node.name === 'input') return node.attribs.checked === undefined ? '□' : '☑'
  if (NOTE.test(node.attribs.id ?? '')) return ''
  return node.children.map(inlineText).join('')
}

function tableOf(table: Element): Table {
  const rows = rowsOf(table)
  const cells: Cell[] = []
  /** For each column, the first row that no cell reaches into from above. */
  const freeFrom: number[] = []
  for (const [row, element] of rows.entries()) {
    let column = 0
    for (const cell of cellsOf(element)) {
      while ((freeFrom[column] ?? 0) > row) column++
      const rowSpan = Math.min(spanOf(cell, 'rowspan'), rows.length - row)
      const columnSpan = Math.min(spanOf(cell, 'colspan'), MOST_COLUMNS)
      cells.push({ row, column, rowSpan, columnSpan, blocks: cellBlocks(cell) })
      freeFrom.length = Math.max(freeFrom.length, column + columnSpan)
      freeFrom.fill(row + rowSpan, column, column + columnSpan)
      column += columnSpan
    }
  }
  return { kind: 'table', cells }
}

function cellBlocks(cell: Element): Block[] {
  const blocks = blocksOf(cell.children)
  return blocks.length === 0 && holdsPicture(cell) ? [{ kind: 'paragraph', text: PICTURE }] : blocks
}

const holdsPicture = (element: Element): boolean =>
  childElements(element).some(child => child.name === 'img' || holdsPicture(child))

const rowsOf = (table: Element): Element[] =>
  childElements(table).flatMap(element => {
    if (ROW_GROUPS.has(element.name)) return rowsOf(element)
    return element.name === 'tr' ? [element] : []
  })

const cellsOf = (row: Element): Element[] => childElements(row).filter(({ name }) => name === 'td' || name === 'th')

const spanOf = (cell: Element, attribute: 'rowspan' | 'colspan'): number =>
  Math.max(1, Number.parseInt(cell.attribs[attribute] ?? '1', 10) || 1)
