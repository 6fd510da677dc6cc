const EQUALS = 0x3d
const NEWLINE = 10
const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === 13

/** Quoted-printable (RFC 2045 §6.7): blanks at the end of a line are none, what is no escape stays. */
export function decodeQuotedPrintable(encoded: Uint8Array): Buffer {
  const decoded = Buffer.allocUnsafe(encoded.length)
  let length = 0
  /** What stands before it is not a line's trailing blank. */
  let solid = 0
  for (let at = 0; at < encoded.length; at += 1) {
    const byte = encoded[at] ?? 0
    const escaped = byte === EQUALS ? escapeAt(encoded, at) : null
    if (escaped !== null) {
      if (escaped.byte !== null) decoded[length++] = escaped.byte
      at = escaped.end - 1
      solid = length
    } else if (byte === NEWLINE) {
      const carriageReturn = length > solid && decoded[length - 1] === 13
      length = solid
      if (carriageReturn) decoded[length++] = 13
      decoded[length++] = byte
      solid = length
    } else {
      decoded[length++] = byte
      if (!isBlank(byte)) solid = length
    }
  }
  return decoded.subarray(0, length)
}

/** `=XX`, or the line break that an equals sign at the end takes away; null where it is neither. */
function escapeAt(encoded: Uint8Array, at: number): { readonly byte: number | null; readonly end: number } | null {
  const high = hexAt(encoded, at + 1)
  const low = hexAt(encoded, at + 2)
  if (high !== null && low !== null) return { byte: high * 16 + low, end: at + 3 }
  let end = at + 1
  while (end < at + MOST_BLANKS && isBlank(encoded[end])) end += 1
  if (end >= encoded.length) return { byte: null, end }
  return encoded[end] === NEWLINE ? { byte: null, end: end + 1 } : null
}

/** Some programs leave blanks between the equals sign and the end of its line. */
const MOST_BLANKS = 100

function hexAt(bytes: Uint8Array, at: number): number | null {
  const byte = bytes[at] ?? 0
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte & ~0x20
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : null
}

/** The Q encoding of RFC 2047 §4.2. */
export const decodeQ = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('_', ' ')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
