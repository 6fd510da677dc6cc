import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isSymbolFont } from '../symbol-font.ts'

/** What a font says of the letters that are set in it. */
export type Font = {
  readonly name: string
  readonly isBold: boolean
  readonly isSymbol: boolean
  /** Its characters stand below one another. */
  readonly isVertical: boolean
  /** A glyph's width is in so many parts of the font's height. */
  readonly unit: number
  /** How far a glyph of vertical writing reaches down, in the same parts. */
  readonly advanceDown: number
}

const BOLD = /bold|black|heavy/i
const UNKNOWN: Font = { name: '', isBold: false, isSymbol: false, isVertical: false, unit: 0.001, advanceDown: 1000 }

/** The fonts of a page, by pdf.js's names for them; known once the page's operators have been read. */
export function fontsOf({ commonObjs }: PDFPageProxy): (id: string) => Font {
  const fonts = new Map<string, Font>()
  return id => {
    const known = fonts.get(id)
    if (known !== undefined) return known
    const font = commonObjs.has(id) ? fontOf(commonObjs.get(id)) : UNKNOWN
    fonts.set(id, font)
    return font
  }
}

type Loaded = {
  readonly name?: string
  readonly bold?: boolean
  readonly black?: boolean
  readonly vertical?: boolean
  readonly fontMatrix?: ArrayLike<number>
  readonly defaultVMetrics?: ArrayLike<number>
}

function fontOf(loaded: Loaded | null): Font {
  const { name = '', bold, black, vertical, fontMatrix, defaultVMetrics } = loaded ?? {}
  return {
    name,
    isBold: bold === true || black === true || BOLD.test(name),
    isSymbol: isSymbolFont(name),
    isVertical: vertical === true,
    unit: fontMatrix?.[0] || UNKNOWN.unit,
    advanceDown: Math.abs(defaultVMetrics?.[0] ?? UNKNOWN.advanceDown),
  }
}
