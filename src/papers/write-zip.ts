import { crc32, deflateRawSync } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** A file in an archive; each segment of its path is ours. */
type ZippedFile = { readonly path: readonly string[]; readonly bytes: Uint8Array }

/** APPNOTE.TXT, 4.4.5. */
const DEFLATED = 8

/** An archive whose names are UTF-8. What is in it is mostly packed already: Node's own deflate at its fastest, for fflate's takes four times as long. */
export function writeZip(files: readonly ZippedFile[], at: Date): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const { path, bytes } of files) {
    const size = bytes.length
    const file: ZipInputFile = { filename: path.join('/'), size, crc: crc32(bytes), compression: DEFLATED, mtime: at }
    zip.add(file)
    file.ondata?.(null, deflateRawSync(bytes, { level: 1 }), true)
  }
  zip.end()
  return Buffer.concat(chunks)
}
