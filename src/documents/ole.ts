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
const LONGEST_NAME = 64

/** Names compare without case (MS-CFB §2.6.4); other programs also write them with spaces, dots or control characters. */
const bareName = (name: string): string => name.toLowerCase().replace(/[^a-z\d]/g, '')

/** The directory entries of streams whose name, bare, is like that. */
function* streams(bytes: Buffer, isLike: (name: string) => boolean): Iterable<number> {
  for (let at = FIRST_ENTRY_AT; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const length = bytes.readUInt16LE(at + NAME_LENGTH_AT)
    if (bytes[at + TYPE_AT] !== STREAM || length < 4 || length > LONGEST_NAME || length % 2 !== 0) continue
    if (bytes.readUInt16LE(at + length - 2) === 0 && isLike(bareName(bytes.toString('utf16le', at, at + length - 2))))
      yield at
  }
}

/** Where the directory entry of a stream of that name stands, or null. */
function findStream(bytes: Buffer, name: string): number | null {
  for (const at of streams(bytes, found => found === bareName(name))) return at
  return null
}

/** What an encrypted package of Office is kept in (MS-OFFCRYPTO §2.3), however it is spelt. */
const ENCRYPTED = ['encryptedpackage', 'encryptioninfo', 'drmencrypted']

export function isEncryptedPackage(bytes: Buffer): boolean {
  for (const _ of streams(bytes, name => ENCRYPTED.some(word => name.includes(word)))) return true
  return false
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
