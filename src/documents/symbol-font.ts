import { codePoint } from 'dingbat-to-unicode'

/** Fonts whose letters are pictures: `R` in Wingdings 2 is ☑. Named as a document or a PDF (BCDEEE+Wingdings-Regular) does. */
function symbolFont(name: string): string | null {
  const [, family, number = ''] = /^(?:[A-Z]{6}\+)?(Wingdings|Webdings) ?-?([23]?)(?:-?Regular)?$/i.exec(name) ?? []
  return family === undefined ? null : `${family} ${number}`.trim()
}

export const isSymbolFont = (name: string): boolean => symbolFont(name) !== null

/** A symbol font's character in Unicode; '' where it has none. */
export const symbolText = (font: string, code: number): string =>
  codePoint(symbolFont(font) ?? font, code & 0xff)?.string ?? ''
