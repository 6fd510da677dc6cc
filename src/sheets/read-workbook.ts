import { type CellValue, readXlsx } from 'hucre/xlsx'

/** A sheet's rows, each cell as people read it; empty rows are left out. */
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** More rows than any list that somebody looks through. */
const MOST_ROWS = 5000
const MOST_COLUMNS = 200

/** The visible sheets of an xlsx. Throws where it is none. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const { sheets } = await readXlsx(bytes, {
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
    maxRows: MOST_ROWS,
  })
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(row => row.slice(0, MOST_COLUMNS).map(text)).filter(row => row.some(cell => cell !== '')),
  }))
}

function text(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 'YYYY-MM-DD'.length)
  return String(value).trim()
}
