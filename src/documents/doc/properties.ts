/** Properties of a run or a paragraph as stored (MS-DOC §2.6: sprms), by their code; a repeated one counts as the last. */
export type Properties = ReadonlyMap<number, Buffer>

/** The codes that are read. */
export const SPRM = {
  deleted: 0x0800,
  hidden: 0x083c,
  symbol: 0x6a09,
  font: 0x4a4f,
  picture: 0x6a03,
  special: 0x0855,
  object: 0x080a,
  objectPlace: 0x680e,
  bold: 0x0835,
  size: 0x4a43,
  characterStyle: 0x4a30,
  paragraphStyle: 0x4600,
  outline: 0x2640,
  alignment: 0x2461,
  oldAlignment: 0x2403,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  elsewhere: 0x6646,
  rowShape: 0xd608,
  verticalMerge: 0xd62b,
  horizontalMerge: 0x5624,
  headRow: 0x3404,
  list: 0x460b,
  listLevel: 0x260a,
} as const

export const NONE: Properties = new Map()

/** Bytes of an operand by the three highest bits of its code; null: its own first byte tells. */
const SIZES: readonly (number | null)[] = [1, 1, 2, 4, 2, 2, null, 3]

/** Cells are merged one by one, each with an operand of its own: they are kept one behind the other. */
const GATHERED: ReadonlySet<number> = new Set([SPRM.verticalMerge])

export function readProperties(bytes: Buffer): Properties {
  const properties = new Map<number, Buffer>()
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.readUInt16LE(at)
    const size = SIZES[code >> 13] ?? sizeAt(bytes, at + 2, code)
    const operand = bytes.subarray(at + 2, at + 2 + size)
    const before = GATHERED.has(code) ? properties.get(code) : undefined
    properties.set(code, before === undefined ? operand : Buffer.concat([before, operand]))
    at += 2 + size
  }
  return properties
}

/** The definition of a row has a length of two bytes, which is one too many. */
const sizeAt = (bytes: Buffer, at: number, code: number): number =>
  code === SPRM.rowShape && at + 1 < bytes.length ? bytes.readUInt16LE(at) + 1 : (bytes[at] ?? 0) + 1

/** A switch (MS-DOC §2.9.327): on or off, or what the style has, or the contrary of it; undefined where nothing is said. */
export function switchIn(properties: Properties, code: number, style = false): boolean | undefined {
  const value = properties.get(code)?.[0]
  if (value === undefined) return undefined
  return (value & 0x80) === 0 ? value !== 0 : style !== (value === 0x81)
}

export const isOn = (properties: Properties, code: number): boolean => switchIn(properties, code) === true

export const numberIn = (properties: Properties, code: number): number | null => {
  const operand = properties.get(code)
  if (operand === undefined || operand.length < 2) return null
  return operand.length >= 4 ? operand.readUInt32LE(0) : operand.readUInt16LE(0)
}
