import type { Sheet } from '../core/export/sheet.ts'

/** The sheets as an xlsx; what writes it is large, and needed once a day: loaded then. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { writeWorkbook: write } = await import('../sheets/write-workbook.ts')
  return write(sheets)
}
