/** What a file is by its content, never by its name. `other` is anything not listed. */
export type DocumentKind =
  | 'docx'
  | 'doc'
  | 'wps'
  | 'pdf'
  | 'zip'
  | 'rar'
  | '7z'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ofd'
  | 'rtf'
  | 'txt'
  | 'html'
  | 'image'
  | 'xml'
  | 'other'

export type WhyUnreadable = 'encrypted' | 'corrupt' | 'scanned' | 'undecodable' | 'too-large' | 'timeout'

export type Paragraph = { readonly kind: 'paragraph'; readonly text: string }

/** A cell of the grid: `row` and `column` count from 0, spans are at least 1, so merged cells are already resolved. */
export type Cell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly blocks: readonly Block[]
}

export type Table = { readonly kind: 'table'; readonly cells: readonly Cell[] }

export type Block = Paragraph | Table

/** The one intermediate document of all readers: the form logic never asks where it came from. Ticks are ☑ and □. */
export type DocumentContent = { readonly blocks: readonly Block[] }

/** A document among a message's files, with what became of reading it. A plain value: it crosses a process border. */
export type Document = {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly kind: DocumentKind
  /** `skipped`: not read, because nothing in it could count (a kind we don't read, an empty archive entry). */
  readonly status: 'read' | 'unreadable' | 'skipped'
  readonly why: WhyUnreadable | null
  readonly content: DocumentContent | null
}

/** Stands in a cell that holds a picture and no text: what it shows can't be read, but the cell is not empty. */
export const PICTURE = '〔图片〕'

/** The text of blocks: paragraphs and cells in reading order, a line each. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks
    .map(block =>
      block.kind === 'paragraph' ? block.text : block.cells.map(cell => plainText(cell.blocks)).join('\n'),
    )
    .join('\n')
