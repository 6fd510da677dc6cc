/** The header of a message without its body: up to the first empty line, RFC 5322 §2.1. */
export function headerBlock(source: Uint8Array): Uint8Array {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter(at => at >= 0)
  return ends.length === 0 ? bytes : bytes.subarray(0, Math.min(...ends))
}
