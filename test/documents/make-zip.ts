import { crc32, deflateRawSync } from 'node:zlib'

export type Part = {
  readonly path: string | Buffer
  readonly data: string | Buffer
  /** The general purpose bit flags: 1 is encrypted, 0x800 says that the path is UTF-8. */
  readonly flags?: number
  /** The number of the way of packing that is claimed (APPNOTE 4.4.5); 8, deflated, is what is done. */
  readonly method?: number
  /** What the directory claims to come out, where it lies. */
  readonly declaredBytes?: number
}

/** A zip by hand, for what no library writes: raw names, flags, lies. At `level` 0 the bytes are the same on every machine. */
export function makeZip(parts: readonly Part[], level = 6): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const path = Buffer.from(part.path)
    const data = Buffer.from(part.data)
    const body = deflateRawSync(data, { level })
    const shared = header(part, data, body.length)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, u16(path.length), u16(0), path, body])
    const place = [u16(path.length), u16(0), u16(0), u16(0), u16(0), u32(0), u32(offset)]
    directory.push(Buffer.from('PK\x01\x02'), u16(20), shared, ...place, path)
    locals.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const counts = [u16(0), u16(0), u16(parts.length), u16(parts.length), u32(listing.length), u32(offset), u16(0)]
  return Buffer.concat([...locals, listing, Buffer.from('PK\x05\x06'), ...counts])
}

/** The fields that local header and directory have in common: version, flags, method, time, date, sum, sizes. */
const header = ({ flags = 0, method = 8, declaredBytes }: Part, data: Buffer, packedBytes: number): Buffer =>
  Buffer.concat([
    ...[u16(20), u16(flags), u16(method), u16(0), u16(0x21)],
    ...[u32(crc32(data)), u32(packedBytes), u32(declaredBytes ?? data.length)],
  ])

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
