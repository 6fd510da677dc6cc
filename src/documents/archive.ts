import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Budget } from './budget.ts'
import { Unreadable } from './unreadable.ts'

/** A file inside a zip. `path` is decoded and has `/` between its parts; it is never a path of ours. */
export type ArchiveEntry = {
  readonly path: string
  /** Inflates the entry against the budget; declared sizes are not believed. Throws Unreadable. */
  readonly read: (budget: Budget) => Promise<Buffer>
}

const MOST_ENTRIES = 4096
/** How an entry is packed (APPNOTE 4.4.5). */
const [STORED, DEFLATED] = [0, 8]
const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1')
const END_OF_DIRECTORY_BYTES = 22

/**
 * The files in a zip, in its order, without folders. Nothing is inflated yet. Throws Unreadable.
 * yauzl, because it hands out names as raw bytes.
 */
export async function listArchive(bytes: Buffer): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = []
  try {
    const zip = await fromBufferPromise(cutTail(bytes), { decodeStrings: false, validateEntrySizes: false })
    if (zip.entryCount > MOST_ENTRIES) throw new Unreadable('too-large')
    for await (const entry of zip.eachEntry()) {
      const path = decodePath(entry.fileNameRaw)
      if (!path.endsWith('/')) entries.push({ path, read: budget => read(entry, { zip, bytes }, budget) })
    }
  } catch (error) {
    throw asUnreadable(error)
  }
  return entries
}

async function read(entry: Entry, { zip, bytes }: { zip: ZipFile; bytes: Buffer }, budget: Budget): Promise<Buffer> {
  if (entry.isEncrypted()) throw new Unreadable('encrypted')
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
    const plain = unpack(packed, entry.compressionMethod, budget)
    budget.take(plain.length)
    // What was damaged on the way may still inflate. Some writers leave the sum out.
    if (entry.crc32 !== 0 && crc32(plain) !== entry.crc32) throw new Unreadable('corrupt')
    return plain
  } catch (error) {
    throw asUnreadable(error)
  }
}

/** At once, for streams cost more than the inflating itself; no more comes out than the budget allows. */
function unpack(packed: Buffer, method: number, budget: Budget): Buffer {
  if (method === STORED) return packed
  if (method !== DEFLATED) throw new Unreadable('corrupt')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget.left()) })
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    // What came out counts, and one byte more is too many.
    for (const count of isTooLarge ? [budget.left(), 1] : []) budget.take(count)
    throw error
  }
}

/** yauzl has no code for strong encryption, which hides the directory itself: only this word. */
function asUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error
  const encrypted = error instanceof Error && error.message.includes('encryption')
  return new Unreadable(encrypted ? 'encrypted' : 'corrupt', { cause: error })
}

/** Virus scanners append text to a part's bytes, and yauzl takes nothing behind the directory's end. */
function cutTail(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf(END_OF_DIRECTORY)
  if (at === -1 || at + END_OF_DIRECTORY_BYTES > bytes.length) return bytes
  return bytes.subarray(0, at + END_OF_DIRECTORY_BYTES + bytes.readUInt16LE(at + END_OF_DIRECTORY_BYTES - 2))
}

/** The UTF-8 flag is set and left out at random, so the bytes tell: strict UTF-8, else GB18030. */
function decodePath(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw).replaceAll('\\', '/')
  } catch {
    return new TextDecoder('gb18030').decode(raw).replaceAll('\\', '/')
  }
}
