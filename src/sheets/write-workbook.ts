import { type Cell, rangeRef, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { cellText, type Sheet, type SheetCell } from '../core/export/sheet.ts'

const TEXT_FORMAT = '@'
const HEAD = {
  font: { name: '宋体', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF5' } },
} as const
const WRAPPED = { wrapText: true, vertical: 'top', horizontal: 'left' } as const

/** The sheets as an xlsx: frozen and filtered heads, widths, and every text a text, whatever it begins with. */
export const writeWorkbook = (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(toWriteSheet), defaultFont: { name: '宋体', size: 11 } })

function toWriteSheet({ name, columns, rows }: Sheet): WriteSheet {
  const heads = columns.map(({ title }) => title)
  const cells = rows.map(row => row.map(one => (typeof one === 'string' ? cellText(one) : one)))
  return {
    name: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    rows: [heads, ...cells],
    cells: stylesOf([heads, ...cells]),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: rangeRef(0, 0, cells.length, columns.length - 1) },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', printTitlesRow: '$1:$1', ...fitting(columns) },
  }
}

const PAGE = 200

/** A sheet of moderate width fits the page; a wider one, shrunk to that, could not be read. */
const fitting = (columns: Sheet['columns']) =>
  columns.reduce((sum, { width }) => sum + width, 0) > PAGE ? {} : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }

/** Text stays text also when somebody edits its cell. */
function stylesOf(rows: readonly (readonly SheetCell[])[]): Map<string, Partial<Cell>> {
  const styles = new Map<string, Partial<Cell>>()
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries()) {
      const text = typeof value === 'string' ? { numFmt: TEXT_FORMAT } : {}
      styles.set(`${row},${column}`, { value, style: { ...text, alignment: WRAPPED, ...(row === 0 ? HEAD : {}) } })
    }
  return styles
}

/** Excel takes 31 characters and none of these signs. */
const sheetName = (name: string): string =>
  [...cellText(name).replace(/[:\\/?*[\]']/g, '')].slice(0, 31).join('') || '表'
