/** A property of MS-OXCDATA §2.8: `type` is its property type, `value` its raw bytes. */
export type MapiProperty = { readonly id: number; readonly type: number; readonly value: Buffer }

const MOST = 2000
const NAMED = 0x8000
const GUID_BYTES = 16
const NAMED_BY_TEXT = 1
const MULTIPLE = 0x1000

/** Bytes of the values of fixed size, MS-OXCDATA §2.11.1, padded as TNEF does. */
const FIXED: ReadonlyMap<number, number> = new Map([
  ...[0x02, 0x03, 0x04, 0x0a, 0x0b].map(type => [type, 4] as const),
  ...[0x05, 0x06, 0x07, 0x14, 0x40].map(type => [type, 8] as const),
  [0x48, 16] as const,
])

/** The properties of a TNEF attribute (MS-OXTNEF §2.1.3.4), as far as they can be read. */
export function mapiProperties(bytes: Buffer): readonly MapiProperty[] {
  const cursor = createCursor(bytes)
  const properties: MapiProperty[] = []
  const count = Math.min(cursor.u32(), MOST)
  for (let index = 0; index < count && !cursor.isAtEnd(); index += 1) {
    const type = cursor.u16()
    const id = cursor.u16()
    if (id >= NAMED) skipName(cursor)
    const values = isCounted(type) ? Math.min(cursor.u32(), MOST) : 1
    for (let nth = 0; nth < values && !cursor.isAtEnd(); nth += 1) {
      const size = FIXED.get(type & ~MULTIPLE)
      const value = cursor.take(size ?? cursor.u32())
      if (nth === 0) properties.push({ id, type: type & ~MULTIPLE, value })
    }
  }
  return properties
}

/** Values of variable size are counted even where there is only one. */
const isCounted = (type: number): boolean => (type & MULTIPLE) !== 0 || !FIXED.has(type)

function skipName(cursor: Cursor): void {
  cursor.take(GUID_BYTES)
  if (cursor.u32() === NAMED_BY_TEXT) cursor.take(cursor.u32())
  else cursor.u32()
}

type Cursor = ReturnType<typeof createCursor>

/** Reads on from a place; what lies beyond the end is nothing. Values are padded to four bytes. */
function createCursor(bytes: Buffer) {
  let at = 0
  const take = (size: number): Buffer => {
    const value = bytes.subarray(at, at + size)
    at += Math.ceil(size / 4) * 4
    return value
  }
  const number = (size: 2 | 4): number => {
    const value = at + size <= bytes.length ? bytes.readUIntLE(at, size) : 0
    at += size
    return value
  }
  return { take, u16: () => number(2), u32: () => number(4), isAtEnd: () => at >= bytes.length }
}
