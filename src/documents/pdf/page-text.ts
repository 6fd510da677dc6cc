import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isSymbolFont, symbolText } from '../symbol-font.ts'

/** A piece of text as it is drawn: what lies between its edges on one baseline. */
export type PageText = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** The height of its font. */
  readonly size: number
}

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>

/** The pieces of a page's text, symbols in Unicode. Spaces between them are left out: their places tell. */
export const textOf = (
  { items }: TextContent,
  { viewport, fontOf }: { viewport: PageViewport; fontOf: (id: string) => string },
): PageText[] =>
  items.flatMap(item => {
    if (!('str' in item) || item.str.trim() === '') return []
    const font = fontOf(item.fontName)
    const text = isSymbolFont(font) ? symbolsIn(item.str, font) : item.str
    const [, , , , x = 0, y = 0] = item.transform
    const [left = 0, baseline = 0] = viewport.convertToViewportPoint(x, y)
    const size = item.height > 0 ? item.height : 10
    return text === '' ? [] : [trimmed({ text, left, right: left + item.width, baseline, size })]
  })

const symbolsIn = (text: string, font: string): string =>
  [...text].map(letter => symbolText(font, letter.codePointAt(0) ?? 0)).join('')

/** Without the spaces at its ends, which take their share of its width. */
function trimmed(piece: PageText): PageText {
  const begin = piece.text.length - piece.text.trimStart().length
  const end = piece.text.trimEnd().length
  return begin === 0 && end === piece.text.length ? piece : part(piece, begin, end)
}

/** Some of a piece's characters, which are all taken to be equally wide. */
export function part(piece: PageText, begin: number, end: number): PageText {
  const wide = (piece.right - piece.left) / piece.text.length
  const [left, right] = [piece.left + wide * begin, piece.left + wide * end]
  return { ...piece, text: piece.text.slice(begin, end), left, right }
}
