import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { ReadSheet } from '../sheets/read-workbook.ts'
import { decodeText } from './decode-text.ts'

/** A line of a table that holds something; `place`: where it stands, as its program counts. */
export type TableLine = { readonly place: string; readonly cells: readonly string[] }

type Table = readonly TableLine[] | { readonly wrong: string }

/** The roster that a secretary keeps, as CSV or xlsx, told by its content; else why it can't be read. */
export function readTable(bytes: Uint8Array): Table {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (start === 'PK\x03\x04') return fromWorkbook(bytes)
  if (start === '\xd0\xcf\x11\xe0')
    return { wrong: 'is an old .xls, or encrypted: save it again as .xlsx without a password' }
  return fromCsv(bytes)
}

function fromCsv(bytes: Uint8Array): Table {
  const text = decodeText(bytes)
  if (text === null) return { wrong: 'is neither UTF-8 nor GB18030: save it again in Excel as «CSV UTF-8（逗号分隔）»' }
  try {
    const records = parse(text, {
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      info: true,
      bom: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ place: `line ${info.lines}`, cells: record.map(cell => cell.trim()) }))
  } catch (error) {
    return { wrong: `can't be read as CSV: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const PROCESS = fileURLToPath(new URL('sheet-process.ts', import.meta.url))
const LIMITS = { timeout: 20_000, maxBuffer: 32 * 2 ** 20 }

/** The first sheet that holds something, read in a process of its own, for what is packed may be endless. */
function fromWorkbook(bytes: Uint8Array): Table {
  const { status, stdout } = spawnSync(process.execPath, ['--max-old-space-size=256', PROCESS], {
    ...LIMITS,
    input: bytes,
  })
  if (status !== 0)
    return { wrong: "can't be read as xlsx: open it in Excel or WPS and save it again, or save it as CSV" }
  const sheets = JSON.parse(stdout.toString('utf8')) as readonly ReadSheet[]
  const { rows, numbers } = sheets.find(sheet => sheet.rows.length > 0) ?? { rows: [], numbers: [] }
  return rows.map((cells, index) => ({ place: `row ${numbers[index]}`, cells }))
}
