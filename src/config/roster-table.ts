import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { ReadSheet } from '../sheets/read-workbook.ts'
import { decodeText } from './decode-text.ts'

/** A roster as rows under their columns; `place`: where a row stands, as its program counts. */
export type RosterTable = {
  /** Where the columns are named. */
  readonly head: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly place: string; readonly cells: Readonly<Record<string, string>> }[]
}

/** The roster that a secretary keeps, as CSV or xlsx, told by its content; else why it can't be read. */
export function readTable(bytes: Uint8Array): RosterTable | { readonly wrong: string } {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (start === 'PK\x03\x04') return fromWorkbook(bytes)
  if (start === '\xd0\xcf\x11\xe0')
    return { wrong: 'is an old .xls, or encrypted: save it again as .xlsx without a password' }
  return fromCsv(bytes)
}

function fromCsv(bytes: Uint8Array): RosterTable | { readonly wrong: string } {
  const text = decodeText(bytes)
  if (text === null) return { wrong: 'is neither UTF-8 nor GB18030: save it again in Excel as «CSV UTF-8（逗号分隔）»' }
  try {
    const records = parse(text, {
      columns: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      info: true,
      bom: true,
    })
    const read = records as unknown as { record: Record<string, string>; info: { lines: number } }[]
    return {
      head: 'line 1',
      columns: Object.keys(read[0]?.record ?? {}),
      rows: read.map(({ record, info }) => ({ place: `line ${info.lines}`, cells: record })),
    }
  } catch (error) {
    return { wrong: `can't be read as CSV: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const PROCESS = fileURLToPath(new URL('sheet-process.ts', import.meta.url))
const LIMITS = { timeout: 20_000, maxBuffer: 32 * 2 ** 20 }

/** The first sheet that holds something, its first row the columns; read in a process of its own, for what is packed may be endless. */
function fromWorkbook(bytes: Uint8Array): RosterTable | { readonly wrong: string } {
  const { status, stdout } = spawnSync(process.execPath, ['--max-old-space-size=256', PROCESS], {
    ...LIMITS,
    input: bytes,
  })
  if (status !== 0)
    return { wrong: "can't be read as xlsx: open it in Excel or WPS and save it again, or save it as CSV" }
  const sheets = JSON.parse(stdout.toString('utf8')) as readonly ReadSheet[]
  const { rows, numbers } = sheets.find(sheet => sheet.rows.length > 0) ?? { rows: [], numbers: [] }
  const [head = [], ...others] = rows
  const columns = head.filter(title => title !== '')
  return {
    head: `row ${numbers[0] ?? 1}`,
    columns,
    rows: others.map((row, index) => ({
      place: `row ${numbers[index + 1]}`,
      cells: Object.fromEntries(head.flatMap((title, at) => (title === '' ? [] : [[title, row[at] ?? '']]))),
    })),
  }
}
