import { Parser } from 'htmlparser2'
import type { Block, Cell, DocumentContent } from '../../core/document/document.ts'
import { listed } from '../../core/words/listed.ts'
import { patternWith } from '../../core/words/pattern.ts'

const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'nav',
  'header',
  'footer',
  'aside',
  'select',
  'button',
  'label',
  'textarea',
  'noscript',
  'title',
])
const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'p',
    'div',
    'li',
    'ul',
    'ol',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'section',
    'article',
    'br',
    'hr',
    'dd',
    'dt',
    'dl',
  ],
  ...['body', 'main', 'center', 'blockquote', 'caption', 'tbody', 'thead', 'figure'],
])
/** What a university's site prints around a notice. */
const FURNITURE = patternWith('i')`^${[
  ...listed('首页 当前位置 您的位置 关闭 打印 返回 版权所有 Copyright ©'),
  ...listed('阅读原文 点击上方 长按识别'),
  /END$|编辑[:：].*(?:审核|校对|来源)|阅读\s*\d|责任编辑|[上下]一[条篇]|附件【.*|地址[:：].*邮编.*|.*ICP备.*|点击(?:数|次数)?[:：].*|分享到.*/,
]}`

/** What a site prints beside a link of a list: a date, a mark. */
const STAMP = /[\s\d\-/.[\]()（）年月日·>»:：]/g

type Row = Cell[]
type Table = { readonly rows: Row[]; readonly taken: Set<string> }

/** A web page as blocks: its paragraphs and tables, without menus, links that stand alone, and what the site prints around it. */
export function readHtml(source: string): DocumentContent {
  const page = createPage()
  const parser = new Parser(
    { onopentag: page.open, ontext: page.text, onclosetag: page.close },
    { decodeEntities: true },
  )
  parser.write(source)
  parser.end()
  return { blocks: page.end() }
}

type Attributes = Readonly<Record<string, string>>

type OpenCell = { text: string; readonly attributes: Attributes }

/** The page as far as it was read. */
type Page = {
  readonly blocks: Block[]
  readonly tables: Table[]
  readonly cells: OpenCell[]
  line: { text: string; linked: number }
  skipped: number
  links: number
}

function createPage() {
  const page: Page = { blocks: [], tables: [], cells: [], line: { text: '', linked: 0 }, skipped: 0, links: 0 }
  return {
    open: (name: string, attributes: Attributes) => open(page, name, attributes),
    close: (name: string) => close(page, name),
    text: (words: string) => {
      if (page.skipped > 0) return
      page.line.text += words
      if (page.links > 0) page.line.linked += words.replace(/\s/g, '').length
    },
    end: (): Block[] => {
      endLine(page)
      return page.blocks
    },
  }
}

function endLine(page: Page): void {
  const text = page.line.text.replace(/[\s\u00a0]+/g, ' ').trim()
  const isLink = page.line.linked > 0 && page.line.linked >= text.replace(STAMP, '').length
  page.line = { text: '', linked: 0 }
  const cell = page.cells.at(-1)
  if (cell !== undefined) cell.text += text === '' ? '' : `${cell.text === '' ? '' : '\n'}${text}`
  else if (text !== '' && !isLink && !FURNITURE.test(text)) page.blocks.push({ kind: 'paragraph', text })
}

function open(page: Page, name: string, attributes: Attributes): void {
  if (SKIPPED.has(name)) page.skipped += 1
  if (page.skipped > 0) return
  if (name === 'a') page.links += 1
  if (BLOCKS.has(name) || name === 'table') endLine(page)
  if (name === 'table') page.tables.push({ rows: [], taken: new Set() })
  if (name === 'tr') page.tables.at(-1)?.rows.push([])
  if (name === 'td' || name === 'th') page.cells.push({ text: '', attributes })
}

function close(page: Page, name: string): void {
  const wasSkipped = page.skipped > 0
  if (SKIPPED.has(name)) page.skipped = Math.max(0, page.skipped - 1)
  if (wasSkipped) return
  if (name === 'a') page.links = Math.max(0, page.links - 1)
  if (BLOCKS.has(name)) endLine(page)
  if (name === 'td' || name === 'th') {
    endLine(page)
    const cell = page.cells.pop()
    if (cell !== undefined) place(cell, page.tables.at(-1))
  }
  if (name === 'table') endTable(page.tables.pop(), page.cells.at(-1), page.blocks)
}

/** The next free column of its row. */
function place({ text, attributes }: { text: string; attributes: Attributes }, table: Table | undefined): void {
  const row = table?.rows.at(-1)
  if (table === undefined || row === undefined) return
  const at = table.rows.length - 1
  let column = 0
  while (table.taken.has(`${at},${column}`)) column += 1
  const span = (name: string) => Math.min(100, Math.max(1, Number.parseInt(attributes[name] ?? '1', 10) || 1))
  const [rowSpan, columnSpan] = [span('rowspan'), span('colspan')]
  for (let down = 0; down < rowSpan; down++)
    for (let right = 0; right < columnSpan; right++) table.taken.add(`${at + down},${column + right}`)
  const blocks = text.split('\n').map(one => ({ kind: 'paragraph' as const, text: one }))
  row.push({ row: at, column, rowSpan, columnSpan, blocks })
}

/** A table of one column lays the page out; one within a cell is that cell's text. */
function endTable(table: Table | undefined, around: { text: string } | undefined, blocks: Block[]): void {
  const cells = table?.rows.flat() ?? []
  if (cells.length === 0) return
  const lines = cells.flatMap(cell => cell.blocks)
  if (around !== undefined)
    around.text += lines.map(block => (block.kind === 'paragraph' ? `\n${block.text}` : '')).join('')
  else if (cells.every(({ column, columnSpan }) => column === 0 && columnSpan === 1)) blocks.push(...lines)
  else blocks.push({ kind: 'table', cells })
}
