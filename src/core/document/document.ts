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

/**
 * What a file states about a paragraph's looks, never guessed from its words; what its kind of file doesn't state is left out.
 * Readers give it, and only what reads a form's structure asks for it.
 */
export type Look = {
  /** Outline level, 1 the highest: Word's own, or that of a heading style. */
  readonly outline?: number
  /** The automatic list it stands in: level from 0, and its number, null for a bullet. The number also stands at the head of the text. */
  readonly list?: { readonly id: string; readonly level: number; readonly ordinal: number | null }
  /** All of its text is bold. */
  readonly bold?: boolean
  /** The size of most of its text, in points. */
  readonly size?: number
  readonly centred?: boolean
}

export type Paragraph = { readonly kind: 'paragraph'; readonly text: string; readonly look?: Look }

/** A cell of the grid: `row` and `column` count from 0, spans are at least 1, so merged cells are already resolved. */
export type Cell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly blocks: readonly Block[]
}

export type Table = {
  readonly kind: 'table'
  readonly cells: readonly Cell[]
  /** So many rows at the top repeat at the head of each page, as the file states it. */
  readonly headRows?: number
}

export type Block = Paragraph | Table

/**
 * What stands in a document and is not, or perhaps not wholly, among its blocks: nothing in such a document may be called empty for it.
 * `scanned-pages`: pages (counted from 1) that are pictures beside pages of text; `lost-text`: lines that a second reading saw and the
 * blocks lack.
 */
export type Lack =
  | { readonly kind: 'scanned-pages'; readonly pages: readonly number[] }
  | { readonly kind: 'lost-text'; readonly lines: readonly string[] }

/** The one intermediate document of all readers: the form logic never asks where it came from. Ticks are ☑ and □. */
export type DocumentContent = { readonly blocks: readonly Block[]; readonly lacks?: readonly Lack[] }

/** A document among a message's files, with what became of reading it. A plain value: it crosses a process border. */
export type Document = {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly kind: DocumentKind
  /** `skipped`: not read, because nothing in it could count (a kind we don't read, an empty archive entry); `opened`: an archive, its files stand behind it. */
  readonly status: 'read' | 'unreadable' | 'skipped' | 'opened'
  readonly why: WhyUnreadable | null
  /** The name of the archive that it came in; null where it came by itself. */
  readonly archive: string | null
  /** The folders in the archive that it stood in, joined by `/`; left out where it stood in none. */
  readonly folder?: string
  readonly content: DocumentContent | null
}

/** The documents themselves: an opened archive is only what they came in, and packed anew has another hash. */
export const withoutArchives = <One extends Pick<Document, 'status'>>(documents: readonly One[]): readonly One[] =>
  documents.filter(({ status }) => status !== 'opened')

/** What clients hang on beside what was sent: texts, pages, cards, signatures. */
const CLUTTER: readonly DocumentKind[] = ['txt', 'html', 'xml', 'other']
export const isClutter = ({ kind }: Pick<Document, 'kind'>): boolean => CLUTTER.includes(kind)

/** Kinds that are not looked into, and that a form comes in. Pictures are not among them: clients hang logos on every mail. */
const MAY_HOLD_FORM: readonly DocumentKind[] = ['zip', 'rar', '7z', 'odt', 'ofd', 'rtf']
export const mayHoldForm = ({ kind }: Pick<Document, 'kind'>): boolean => MAY_HOLD_FORM.includes(kind)

/** Nobody looked into it: the form may be in there. */
export const isClosed = (one: Pick<Document, 'status' | 'kind'>): boolean =>
  one.status === 'unreadable' || (one.status === 'skipped' && mayHoldForm(one))

/** Stand where something stands that is no text: what it shows can't be read, but its place is not empty. */
export const PICTURE = '〔图片〕'
export const CHART = '〔图表〕'
export const EMBEDDED = '〔嵌入对象〕'
export const EQUATION = '〔公式〕'
export const SCANNED_PAGE = '〔扫描页〕'

const MARKS: readonly string[] = [PICTURE, CHART, EMBEDDED, EQUATION, SCANNED_PAGE]

/** Whether the text says that something stands there which is no text. */
export const hasMark = (text: string): boolean => text.includes('〔') && MARKS.some(mark => text.includes(mark))

/** The text without them. */
export const withoutMarks = (text: string): string => MARKS.reduce((rest, mark) => rest.replaceAll(mark, ''), text)

/** The text of blocks: paragraphs and cells in reading order, a line each. */
export function plainText(blocks: readonly Block[]): string {
  const lines: string[] = []
  for (const block of blocks)
    if (block.kind === 'paragraph') lines.push(block.text)
    else for (const cell of block.cells) lines.push(plainText(cell.blocks))
  return lines.join('\n')
}
