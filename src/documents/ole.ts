/**
 * An OLE container (MS-CFB), as far as telling what is in it needs: entries of its directory are found by their shape
 * (128 bytes, aligned, the name in UTF-16 with its length), not by walking the sector chains, which also bears damage.
 */
const ENTRY_BYTES = 128
const NAME_LENGTH_AT = 64
const TYPE_AT = 66
const START_SECTOR_AT = 116
const STREAM = 2
const SECTOR_SHIFT_AT = 30
const FIRST_ENTRY_AT = 512

/** Where the directory entry of a stream of that name stands, or null. */
function findStream(bytes: Buffer, name: string): number | null {
  const wanted = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) {
    const isEntry = at >= FIRST_ENTRY_AT && at % ENTRY_BYTES === 0 && at + ENTRY_BYTES <= bytes.length
    if (isEntry && bytes.readUInt16LE(at + NAME_LENGTH_AT) === wanted.length && bytes[at + TYPE_AT] === STREAM)
      return at
  }
  return null
}

export const hasStream = (bytes: Buffer, name: string): boolean => findStream(bytes, name) !== null

const FIB_MAGIC = 0xa5ec
const FIB_FLAGS_AT = 10
const ENCRYPTED_FLAG = 0x0100

/** MS-DOC §2.5.2: the flag fEncrypted in the head of the stream WordDocument. */
export function isEncryptedWord(bytes: Buffer): boolean {
  const entry = findStream(bytes, 'WordDocument')
  if (entry === null) return false
  const sectorBytes = bytes.readUInt16LE(SECTOR_SHIFT_AT) === 12 ? 4096 : 512
  const head = (bytes.readUInt32LE(entry + START_SECTOR_AT) + 1) * sectorBytes
  if (head + FIB_FLAGS_AT + 2 > bytes.length || bytes.readUInt16LE(head) !== FIB_MAGIC) return false
  return (bytes.readUInt16LE(head + FIB_FLAGS_AT) & ENCRYPTED_FLAG) !== 0
}
