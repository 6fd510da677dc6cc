/** Base64 as it comes (RFC 2045 §6.8): also padded in the middle, where a program encoded piece by piece. Other characters are left out. */
export function decodeBase64(text: string): Buffer {
  const pieces = text.replace(/[^A-Za-z0-9+/=]/g, '').match(/[A-Za-z0-9+/]+/g) ?? []
  return pieces.length === 1 ? Buffer.from(pieces[0] ?? '', 'base64') : Buffer.concat(pieces.map(fromBase64))
}

const fromBase64 = (piece: string): Buffer => Buffer.from(piece, 'base64')

const LINE = /^[A-Za-z0-9+/]+={0,2}$/
const SHORTEST_THAT_GOES_ON = 16

const goesOn = (line: string): boolean => line.length >= SHORTEST_THAT_GOES_ON && line.length % 4 === 0

/**
 * The lines of a part that are Base64. Virus scanners and mailing lists write text before and behind them: behind the padding only
 * another line of whole groups goes on, and a line with anything else in it ends what came before.
 */
export function base64Lines(text: string): string {
  const lines = text.split('\n')
  const kept: string[] = []
  let ended = false
  for (const line of lines) {
    const bare = line.replace(/[\s\0]/g, '')
    if (bare === '') continue
    const fits = LINE.test(bare) && !/\S[ \t]+\S/.test(line)
    if (!fits && kept.length > 0) break
    if (!fits || (ended && !goesOn(bare))) continue
    kept.push(bare)
    ended = bare.endsWith('=')
  }
  return kept.join('')
}
