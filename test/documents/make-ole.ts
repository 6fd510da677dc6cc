const SECTOR = 512
const END_OF_CHAIN = 0xfffffffe
const FAT_SECTOR = 0xfffffffd
const FREE = 0xffffffff

export type OleStream = { readonly name: string; readonly data: Buffer }

/** An OLE container by hand (MS-CFB, version 3): one sector of FAT, one or more of directory, then the streams. */
export function makeOle(streams: readonly OleStream[]): Buffer {
  const directorySectors = Math.ceil((streams.length + 1) / 4)
  let next = 1 + directorySectors
  const placed = streams.map(({ name, data }) => {
    const sectors = Math.max(1, Math.ceil(data.length / SECTOR))
    const start = next
    next += sectors
    return { name, data: Buffer.concat([data, Buffer.alloc(sectors * SECTOR - data.length)]), start, sectors }
  })
  const chains = [{ start: 1, sectors: directorySectors }, ...placed]
  const entries = [
    entry('Root Entry', { type: 5, start: END_OF_CHAIN, bytes: 0, child: streams.length > 0 ? 1 : FREE }),
    ...placed.map(({ name, start, data }, index) =>
      entry(name, { type: 2, start, bytes: data.length, right: index + 1 < placed.length ? index + 2 : FREE }),
    ),
  ]
  const directory = Buffer.concat([...entries, Buffer.alloc(directorySectors * SECTOR - entries.length * 128)])
  return Buffer.concat([head(), fat(chains), directory, ...placed.map(({ data }) => data)])
}

function head(): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    bytes.writeUInt16LE(value, at)
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, END_OF_CHAIN],
    [68, END_OF_CHAIN],
  ] as const)
    bytes.writeUInt32LE(value, at)
  bytes.writeUInt32LE(0, 76)
  bytes.fill(0xff, 80)
  return bytes
}

function fat(chains: readonly { start: number; sectors: number }[]): Buffer {
  const bytes = Buffer.alloc(SECTOR)
  for (let at = 0; at < SECTOR; at += 4) bytes.writeUInt32LE(FREE, at)
  bytes.writeUInt32LE(FAT_SECTOR, 0)
  for (const { start, sectors } of chains)
    for (let index = 0; index < sectors; index++)
      bytes.writeUInt32LE(index === sectors - 1 ? END_OF_CHAIN : start + index + 1, (start + index) * 4)
  return bytes
}

type Entry = { type: number; start: number; bytes: number; right?: number; child?: number }

function entry(name: string, { type, start, bytes, right = FREE, child = FREE }: Entry): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(name, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry[66] = type
  for (const [at, value] of [
    [68, FREE],
    [72, right],
    [76, child],
    [116, start],
    [120, bytes],
  ] as const)
    entry.writeUInt32LE(value, at)
  return entry
}
