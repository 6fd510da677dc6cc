import { tablePart, type WordFile } from './word-file.ts'

/** The text of a Word file in its order: each piece with where in the main stream its characters stand. */
export type Piece = { readonly text: string; readonly start: number; readonly bytesPerCharacter: 1 | 2 }

const GRPPRL = 1
const PIECE_TABLE = 2
const COMPRESSED = 0x40000000

/** Reads the piece table (MS-DOC §2.9.38, Clx): an edited document is stored in pieces, in any order. */
export function readPieces(file: WordFile): Piece[] {
  const clx = tablePart(file, 'pieces')
  let at = 0
  while (clx[at] === GRPPRL) at += 3 + clx.readUInt16LE(at + 1)
  if (clx[at] !== PIECE_TABLE) throw new RangeError('no piece table')
  const table = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
  const count = Math.floor((table.length - 4) / 12)
  return Array.from({ length: count }, (_, index) => {
    const characters = table.readUInt32LE(4 * (index + 1)) - table.readUInt32LE(4 * index)
    return pieceAt(file.main, table.readUInt32LE(4 * (count + 1) + 8 * index + 2), characters)
  })
}

function pieceAt(main: Buffer, place: number, characters: number): Piece {
  if ((place & COMPRESSED) === 0) {
    const bytes = main.subarray(place, place + 2 * characters)
    return { text: bytes.toString('utf16le'), start: place, bytesPerCharacter: 2 }
  }
  const start = (place & ~COMPRESSED) / 2
  const bytes = main.subarray(start, start + characters)
  return { text: new TextDecoder('windows-1252').decode(bytes), start, bytesPerCharacter: 1 }
}

/** The stories that follow one another in the text (MS-DOC §2.5.4, FibRgLw97): how many characters each has, in this order. */
const STORIES = {
  body: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  macros: 0x58,
  comments: 0x5c,
  endnotes: 0x60,
  boxes: 0x64,
}

export type Range = { readonly from: number; readonly to: number }

/** Where body and text boxes stand in the text. Headers, footnotes and comments are nobody's answers. */
export function storyRanges({ main }: WordFile): { readonly body: Range; readonly boxes: Range } {
  const begins = (story: keyof typeof STORIES) =>
    Object.values(STORIES)
      .filter(at => at < STORIES[story])
      .reduce((sum, at) => sum + main.readUInt32LE(at), 0)
  const range = (story: keyof typeof STORIES): Range => {
    const from = begins(story)
    return { from, to: from + main.readUInt32LE(STORIES[story]) }
  }
  return { body: range('body'), boxes: range('boxes') }
}
