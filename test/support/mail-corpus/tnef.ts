type Wrapped = {
  /** The short name, raw in its code page. */
  readonly title: string
  readonly codepage: number
  readonly longName?: string
  readonly data?: Buffer
  /** An attached item: another winmail.dat. */
  readonly object?: Buffer
}

const u16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8])
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const padded = (bytes: Buffer): Buffer => Buffer.concat([u32(bytes.length), bytes, Buffer.alloc(-bytes.length & 3)])

/** An attribute of MS-OXTNEF §2.1.3: level, id, length, value, the sum of its bytes. */
const attribute = (level: number, id: number, value: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([level]),
    u32(id),
    u32(value.length),
    value,
    u16(value.reduce((sum, byte) => (sum + byte) & 0xffff, 0)),
  ])

/** A winmail.dat with one attachment, by hand. */
export function tnef({ title, codepage, longName, data, object }: Wrapped): Buffer {
  const properties = [
    // A number, a named one, and one with several values: all to be passed over.
    Buffer.concat([u16(0x0003), u16(0x3705), u32(1)]),
    Buffer.concat([u16(0x000b), u16(0x8001), Buffer.alloc(16, 7), u32(0), u32(0x8503), u32(1)]),
    Buffer.concat([
      u16(0x101f),
      u16(0x3a58),
      u32(2),
      padded(Buffer.from('a\0', 'utf16le')),
      padded(Buffer.from('bc\0', 'utf16le')),
    ]),
    ...(longName === undefined
      ? []
      : [Buffer.concat([u16(0x001f), u16(0x3707), u32(1), padded(Buffer.from(`${longName}\0`, 'utf16le'))])]),
    ...(object === undefined
      ? []
      : [Buffer.concat([u16(0x000d), u16(0x3701), u32(1), padded(Buffer.concat([Buffer.alloc(16, 9), object]))])]),
  ]
  return Buffer.concat([
    u32(0x223e9f78),
    u16(1),
    attribute(1, 0x00069007, Buffer.concat([u32(codepage), u32(0)])),
    attribute(2, 0x00069002, Buffer.alloc(14)),
    ...(title === '' ? [] : [attribute(2, 0x00018010, Buffer.from(`${title}\0`, 'latin1'))]),
    ...(data === undefined ? [] : [attribute(2, 0x0006800f, data)]),
    attribute(2, 0x00069005, Buffer.concat([u32(properties.length), ...properties])),
  ])
}
