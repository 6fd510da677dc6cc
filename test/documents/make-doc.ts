import { makeOle } from './make-ole.ts'

/** Characters with their properties as stored (MS-DOC sprms): the code, then the bytes of its operand. */
export type DocRun = {
  readonly text: string
  readonly properties?: Sprms
  /** Of the paragraph that the run is. */
  readonly paragraph?: Sprms
  /** The number of the paragraph's style. */
  readonly style?: number
}

type Sprms = readonly (readonly [number, readonly number[]])[]

/** A style: what it is based on (4095: nothing), and its properties of paragraphs and of characters. */
export type DocStyle = { readonly base?: number; readonly paragraph?: Sprms; readonly characters?: Sprms }

export type DocOptions = {
  /** The pieces of the text in the order in which they lie in the file; one piece unless told. */
  readonly pieces?: readonly { readonly from: number; readonly to: number }[]
  /** Written with a byte for each character (Windows-1252). */
  readonly isCompressed?: boolean
  readonly data?: Buffer
  readonly fonts?: readonly string[]
  readonly styles?: readonly DocStyle[]
  /** Parts of the table stream by their place in the head: what no option says. */
  readonly parts?: Readonly<Record<number, Buffer>>
  readonly magic?: number
  readonly flags?: number
}

const TEXT_AT = 0x400
const PAGE = 512

/** A Word 97 file by hand, for what no writer of ours makes: raw fields, pieces in any order, other heads. */
export function makeDoc(runs: readonly DocRun[], options: DocOptions = {}): Buffer {
  const { isCompressed = false, data, fonts = [], styles = [], magic = 0xa5ec, flags = 0x0200 } = options
  const text = runs.map(run => run.text).join('')
  const wide = isCompressed ? 1 : 2
  const pieces = options.pieces ?? [{ from: 0, to: text.length }]
  const stored = pieces.map(({ from, to }) => Buffer.from(text.slice(from, to), isCompressed ? 'latin1' : 'utf16le'))
  const textEnd = TEXT_AT + stored.reduce((sum, bytes) => sum + bytes.length, 0)
  const page = Math.ceil(textEnd / PAGE)
  const main = Buffer.alloc((page + 2) * PAGE)
  Buffer.concat(stored).copy(main, TEXT_AT)
  charactersPage(runs, wide).copy(main, page * PAGE)
  paragraphsPage(runs, wide, textEnd).copy(main, (page + 1) * PAGE)
  main.writeUInt16LE(magic, 0)
  main.writeUInt16LE(flags, 0x0a)
  main.writeUInt32LE(text.length, 0x4c)
  const parts = {
    ...{ 1: styleSheet(styles), 12: index(page, textEnd), 13: index(page + 1, textEnd) },
    ...{ 15: fontList(fonts), 33: clx(pieces, wide), ...options.parts },
  }
  let table = Buffer.alloc(0)
  for (const [place, bytes] of Object.entries(parts)) {
    main.writeUInt32LE(table.length, 0x9a + 8 * Number(place))
    main.writeUInt32LE(bytes.length, 0x9a + 8 * Number(place) + 4)
    table = Buffer.concat([table, bytes])
  }
  const padded = Buffer.concat([table, Buffer.alloc(Math.max(0, 4096 - table.length))])
  const streams = [
    { name: 'WordDocument', data: Buffer.concat([main, Buffer.alloc(Math.max(0, 4096 - main.length))]) },
    { name: '1Table', data: padded },
    ...(data === undefined ? [] : [{ name: 'Data', data: Buffer.concat([data, Buffer.alloc(4096)]) }]),
  ]
  return makeOle(streams)
}

/** Properties are only stored for text in one piece. */
function charactersPage(runs: readonly DocRun[], wide: number): Buffer {
  const page = Buffer.alloc(PAGE)
  let [place, free] = [TEXT_AT, PAGE - 2]
  page.writeUInt32LE(place, 0)
  for (const [index, { text, properties = [] }] of runs.entries()) {
    place += text.length * wide
    page.writeUInt32LE(place, 4 * (index + 1))
    if (properties.length === 0) continue
    const bytes = stored(properties)
    free = (free - 1 - bytes.length) & ~1
    Buffer.from([bytes.length, ...bytes]).copy(page, free)
    page[4 * (runs.length + 1) + index] = free / 2
  }
  page[PAGE - 1] = runs.length
  return page
}

const stored = (properties: Sprms): number[] =>
  properties.flatMap(([code, operand]) => [code & 0xff, code >> 8, ...operand])

/** A run of paragraphs for each run of characters, so that each may have properties of its own. */
function paragraphsPage(runs: readonly DocRun[], wide: number, textEnd: number): Buffer {
  const page = Buffer.alloc(PAGE)
  let [place, free] = [TEXT_AT, PAGE - 2]
  page.writeUInt32LE(place, 0)
  for (const [index, { text, paragraph = [], style = 0 }] of runs.entries()) {
    place += text.length * wide
    page.writeUInt32LE(index === runs.length - 1 ? textEnd : place, 4 * (index + 1))
    if (paragraph.length === 0 && style === 0) continue
    const bytes = [style & 0xff, style >> 8, ...stored(paragraph)]
    free = (free - 2 - bytes.length) & ~1
    Buffer.from([0, Math.ceil(bytes.length / 2), ...bytes]).copy(page, free)
    page[4 * (runs.length + 1) + 13 * index] = free / 2
  }
  page[PAGE - 1] = runs.length
  return page
}

/** MS-DOC §2.9.271, with what all styles begin with 10 bytes long, and names of no length. */
function styleSheet(styles: readonly DocStyle[]): Buffer {
  const even = (bytes: readonly number[]) => (bytes.length % 2 === 0 ? bytes : [...bytes, 0])
  const group = (bytes: readonly number[]) => even([bytes.length & 0xff, bytes.length >> 8, ...bytes])
  const entries = styles.map(({ base = 0xfff, paragraph = [], characters = [] }) => {
    const head = [0xfe, 0x0f, 1 | ((base & 0xf) << 4), base >> 4, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    return group([...head, ...group([0, 0, ...stored(paragraph)]), ...group(stored(characters))])
  })
  const stshi = [styles.length, 0, 10, 0, ...Array<number>(14).fill(0)]
  return Buffer.from([stshi.length, 0, ...stshi, ...entries.flat()])
}

const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index)
  return bytes
}

const index = (page: number, textEnd: number): Buffer => u32(TEXT_AT, textEnd, page)

/** The piece table tells the text's order, whatever the order in the file. */
function clx(pieces: readonly { readonly from: number; readonly to: number }[], wide: number): Buffer {
  let place = TEXT_AT
  const placed = pieces.map(({ from, to }) => {
    const at = place
    place += (to - from) * wide
    return { from, to, at }
  })
  const ordered = placed.toSorted((one, other) => one.from - other.from)
  const ends = u32(0, ...ordered.map(({ to }) => to))
  const descriptors = ordered.map(({ at }) => {
    const bytes = Buffer.alloc(8)
    bytes.writeUInt32LE(wide === 2 ? at : 0x40000000 + 2 * at, 2)
    return bytes
  })
  const table = Buffer.concat([ends, ...descriptors])
  return Buffer.concat([Buffer.from([2]), u32(table.length), table])
}

const fontList = (fonts: readonly string[]): Buffer =>
  Buffer.concat([
    u32(fonts.length),
    ...fonts.map(font => {
      const name = Buffer.from(`${font}\0`, 'utf16le')
      return Buffer.concat([Buffer.from([39 + name.length]), Buffer.alloc(39), name])
    }),
  ])
