/** Properties of a run or a paragraph as stored (MS-DOC §2.6: sprms), by their code; a repeated one counts as the last. */
export type Properties = ReadonlyMap<number, Buffer>

/** The codes that are read. */
export const SPRM = {
  ...{ deleted: 0x0800, hidden: 0x083c, symbol: 0x6a09, font: 0x4a4f, picture: 0x6a03 },
  ...{ inTable: 0x2416, rowEnd: 0x2417, depth: 0x6649, innerCellEnd: 0x244b, innerRowEnd: 0x244c },
  ...{ elsewhere: 0x6646, rowShape: 0xd608, verticalMerge: 0xd62b },
  ...{ list: 0x460b, listLevel: 0x260a },
} as const

/** Bytes of an operand by the three highest bits of its code; null: its own first byte tells. */
const SIZES: readonly (number | null)[] = [1, 1, 2, 4, 2, 2, null, 3]

export function readProperties(bytes: Buffer): Properties {
  const properties = new Map<number, Buffer>()
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.readUInt16LE(at)
    const size = SIZES[code >> 13] ?? sizeAt(bytes, at + 2, code)
    properties.set(code, bytes.subarray(at + 2, at + 2 + size))
    at += 2 + size
  }
  return properties
}

/** The definition of a row has a length of two bytes, which is one too many. */
const sizeAt = (bytes: Buffer, at: number, code: number): number =>
  code === SPRM.rowShape && at + 1 < bytes.length ? bytes.readUInt16LE(at) + 1 : (bytes[at] ?? 0) + 1

/** A switch (MS-DOC §2.9.327): 1, or the contrary of a style that by default has it off. */
export const isOn = (properties: Properties, code: number): boolean => {
  const value = properties.get(code)?.[0]
  return value === 1 || value === 0x81
}

export const numberIn = (properties: Properties, code: number): number | null => {
  const operand = properties.get(code)
  if (operand === undefined || operand.length < 2) return null
  return operand.length >= 4 ? operand.readUInt32LE(0) : operand.readUInt16LE(0)
}
