import { EMBEDDED, PICTURE } from '../../core/document/document.ts'
import { type Range, storyRanges } from './pieces.ts'
import { tablePart, type WordFile } from './word-file.ts'

/** A shape that is anchored in the text: its mark, '' for text boxes, lines and other ornaments, and where its text stands. */
type Shape = { readonly mark: string; readonly box: Range | null }

const [SPA_BYTES, BOX_BYTES] = [26, 22]
const ID_OF_BOX = 14

/** Shapes that float over the body by their place in it (MS-DOC §2.8.37, PlcfSpa), and what they are (MS-ODRAW §2.2). */
export function readShapes(file: WordFile): ReadonlyMap<number, Shape> {
  const anchors = entriesOf(tablePart(file, 'shapes'), SPA_BYTES)
  if (anchors.length === 0) return new Map()
  const marks = marksOfShapes(tablePart(file, 'drawings'))
  const boxes = boxesOf(file)
  return new Map(
    anchors.map(({ from, entry }) => {
      const shape = entry.readUInt32LE(0)
      return [from, { mark: marks.get(shape) ?? '', box: boxes.get(shape) ?? null }]
    }),
  )
}

/** The text of each box by its shape (MS-DOC §2.8.32, PlcftxbxTxt). */
function boxesOf(file: WordFile): ReadonlyMap<number, Range> {
  const { from: first, to: end } = storyRanges(file).boxes
  const entries = entriesOf(tablePart(file, 'boxes'), BOX_BYTES)
  return new Map(
    entries.map(({ from, to, entry }) => [
      entry.readUInt32LE(ID_OF_BOX),
      { from: first + from, to: Math.min(first + to, end) },
    ]),
  )
}

/** A table of places in the text with what is told of each stretch between them (MS-DOC §2.2.2, PLC). */
function entriesOf(part: Buffer, bytes: number): (Range & { readonly entry: Buffer })[] {
  const count = Math.max(0, Math.floor((part.length - 4) / (4 + bytes)))
  return Array.from({ length: count }, (_, index) => ({
    from: part.readUInt32LE(4 * index),
    to: part.readUInt32LE(4 * (index + 1)),
    entry: part.subarray(4 * (count + 1) + bytes * index, 4 * (count + 1) + bytes * (index + 1)),
  }))
}

const [GROUP_OF_SHAPES, SHAPE, HEAD, OPTIONS, ALL_GROUPS] = [0xf003, 0xf004, 0xf00a, 0xf00b, 0xf000]
const HEAD_BYTES = 8
const DEEPEST = 16

type Record = { readonly type: number; readonly count: number; readonly content: Buffer }

function marksOfShapes(part: Buffer): ReadonlyMap<number, string> {
  const marks = new Map<number, string>()
  /** Behind what all drawings share each drawing follows, with a byte in front that tells whose it is. */
  for (let at = 0; at + HEAD_BYTES <= part.length; ) {
    const record = recordAt(part, at)
    if (record.type !== ALL_GROUPS) collect(record.content, marks, 0)
    at += HEAD_BYTES + record.content.length + 1
  }
  return marks
}

function collect(content: Buffer, marks: Map<number, string>, depth: number): void {
  if (depth > DEEPEST) return
  for (const record of recordsIn(content)) {
    if (record.type === SHAPE) {
      const { id, mark } = shapeIn(record.content)
      marks.set(id, mark)
    } else if (record.type === GROUP_OF_SHAPES) {
      const before = new Set(marks.keys())
      collect(record.content, marks, depth + 1)
      nameGroup(marks, before)
    }
  }
}

/** A group is anchored by its first shape, which is the group itself: its mark is that of what it holds. */
function nameGroup(marks: Map<number, string>, before: ReadonlySet<number>): void {
  const [own, ...inside] = [...marks].filter(([id]) => !before.has(id))
  const mark = inside.find(([, one]) => one !== '')?.[1]
  if (own !== undefined && mark !== undefined && own[1] === '') marks.set(own[0], mark)
}

function* recordsIn(content: Buffer): Generator<Record> {
  for (let at = 0; at + HEAD_BYTES <= content.length; ) {
    const record = recordAt(content, at)
    yield record
    at += HEAD_BYTES + record.content.length
  }
}

const recordAt = (bytes: Buffer, at: number): Record => ({
  type: bytes.readUInt16LE(at + 2),
  count: bytes.readUInt16LE(at) >> 4,
  content: bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + bytes.readUInt32LE(at + 4)),
})

const OBJECT_FLAG = 0x10
const PICTURE_PROPERTY = 0x0104
const PROPERTY_BYTES = 6

function shapeIn(content: Buffer): { readonly id: number; readonly mark: string } {
  let [id, mark] = [-1, '']
  for (const { type, count, content: inside } of recordsIn(content)) {
    if (type === HEAD && inside.length >= 8) {
      id = inside.readUInt32LE(0)
      if ((inside.readUInt32LE(4) & OBJECT_FLAG) !== 0) mark = EMBEDDED
    } else if (type === OPTIONS && mark === '' && hasPicture(inside, count)) mark = PICTURE
  }
  return { id, mark }
}

function hasPicture(options: Buffer, count: number): boolean {
  const listed = Math.min(count, Math.floor(options.length / PROPERTY_BYTES))
  return Array.from({ length: listed }, (_, index) => PROPERTY_BYTES * index).some(
    at => (options.readUInt16LE(at) & 0x3fff) === PICTURE_PROPERTY && options.readUInt32LE(at + 2) !== 0,
  )
}
