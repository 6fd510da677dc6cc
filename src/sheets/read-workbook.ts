import { type CellValue, readXlsx } from 'hucre/xlsx'

/** A sheet's rows, each cell as people read it; empty rows are left out. `numbers`: which row each is, from 1, as the sheet counts them. */
export type ReadSheet = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly numbers: readonly number[]
}

/** More rows than any list that somebody looks through. */
const MOST_ROWS = 5000
const MOST_COLUMNS = 200

/** The visible sheets of an xlsx. Throws where it is none. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const { sheets } = await readXlsx(bytes, {
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
    maxRows: MOST_ROWS,
  })
  return sheets.map(({ name, rows }) => {
    const filled = rows
      .map((row, index) => ({ number: index + 1, cells: row.slice(0, MOST_COLUMNS).map(text) }))
      .filter(({ cells }) => cells.some(cell => cell !== ''))
    return { name, rows: filled.map(({ cells }) => cells), numbers: filled.map(({ number }) => number) }
  })
}

function text(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 'YYYY-MM-DD'.length)
  return String(value).trim()
}
