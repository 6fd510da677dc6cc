/** Quoted-printable (RFC 2045 §6.7) from a string of bytes; what is no escape stays. */
export function decodeQuotedPrintable(text: string): Buffer {
  const lines = text.split('\n').map(line => line.trimEnd())
  const joined = lines.map(line => (line.endsWith('=') ? line.slice(0, -1) : `${line}\r\n`)).join('')
  return escaped(joined.endsWith('\r\n') ? joined.slice(0, -2) : joined)
}

/** The Q encoding of RFC 2047 §4.2. */
export const decodeQ = (text: string): Buffer => escaped(text.replaceAll('_', ' '))

const escaped = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
