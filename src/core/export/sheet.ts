/** A cell: text, a whole number, or null for an empty one. */
export type SheetCell = string | number | null

/** A sheet of a workbook, with a head; `width` in characters of the Latin alphabet. */
export type Sheet = {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly SheetCell[])[]
}

const CELL_LIMIT = 2000

/** XML 1.0 knows no controls; bidi marks would turn a row around. */
const UNFIT = /(?!\n)\p{Cc}|\p{Cf}|\p{Co}/gu

/** What spreadsheets take for the beginning of a formula, also in their full-width forms, and where such a cell is saved as CSV and opened again. */
const FORMULA = /^\s*[=+\-@＝＋－＠|%]/u

/** What a stranger wrote as the text of a cell, which no spreadsheet will ever execute. */
export function cellText(received: string): string {
  const startsWithTab = /^[\t\r\n]/.test(received)
  const text = received.slice(0, CELL_LIMIT).toWellFormed().replace(/\t/g, ' ').replace(UNFIT, '').trim()
  return FORMULA.test(text) || startsWithTab ? `'${text}` : text
}
