import { find, read } from 'cfb'
import { Unreadable } from '../unreadable.ts'

/** The streams of a Word 97–2003 file that its text is spread over (MS-DOC §2.1). */
export type WordFile = {
  /** WordDocument: the head (FIB), the text, and pages of formatting. */
  readonly main: Buffer
  /** 0Table or 1Table: where in it what stands. */
  readonly table: Buffer
  /** Data: what is too large for its place, and form fields; empty where there is none. */
  readonly data: Buffer
}

const WORD_97 = 0xa5ec
const FLAGS_AT = 0x0a
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200

/** Opens the OLE container with cfb, which keeps to chains of sectors that may be cut or loop. Throws Unreadable. */
export function openWordFile(bytes: Buffer): WordFile {
  const container = openContainer(bytes)
  const stream = (name: string): Buffer | null => {
    const content = find(container, `/${name}`)?.content
    return content === undefined ? null : Buffer.from(content)
  }
  const main = stream('WordDocument')
  // Word 6 and 95 have another head, old Kingsoft files none.
  if (main === null || main.length < 0x300 || main.readUInt16LE(0) !== WORD_97) throw new Unreadable('undecodable')
  const flags = main.readUInt16LE(FLAGS_AT)
  if ((flags & ENCRYPTED) !== 0) throw new Unreadable('encrypted')
  const table = stream((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table')
  if (table === null) throw new Unreadable('corrupt')
  return { main, table, data: stream('Data') ?? Buffer.alloc(0) }
}

/** Sectors have 512 or 4096 bytes; WPS leaves the last one short. */
const LARGEST_SECTOR = 4096

function openContainer(bytes: Buffer): ReturnType<typeof read> {
  const missing = LARGEST_SECTOR - (bytes.length % LARGEST_SECTOR)
  try {
    return read(Buffer.concat([bytes, Buffer.alloc(missing)]), { type: 'buffer' })
  } catch (cause) {
    throw new Unreadable('corrupt', { cause })
  }
}

/** Entries of the table of tables in the head (MS-DOC §2.5.6, FibRgFcLcb97), by their place in it. */
const PLACES = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  drawings: 50,
  boxes: 56,
  lists: 73,
  listUses: 74,
} as const

type Part = keyof typeof PLACES

/** Where in the table stream the head says a part lies. */
export function partPlace({ main }: WordFile, part: Part): { readonly start: number; readonly end: number } {
  const at = 0x9a + 8 * PLACES[part]
  const start = main.readUInt32LE(at)
  return { start, end: start + main.readUInt32LE(at + 4) }
}

export function tablePart(file: WordFile, part: Part): Buffer {
  const { start, end } = partPlace(file, part)
  return file.table.subarray(start, end)
}
