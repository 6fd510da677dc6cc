import iconv from 'iconv-lite'
import { decodeBytes } from './charset.ts'
import { legibility } from './legibility.ts'

/** So much better must the repaired text read, for a name of rare characters is left as it is. */
const CLEARLY = 0.15
const MOST_ROUNDS = 2
const LONGEST = 20_000

/** Characters that bytes beyond ASCII become where a program reads them as Windows-1252 or Latin-1, and ASCII between them. */
const READ_AS_LATIN = /[\u0000-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g
/** What they become where it reads them as GBK. */
const READ_AS_CHINESE = /[^\u0000-\u007f]{2,}/g

/** Undoes charsets that were mixed up before the text was encoded for the mail: «»úÐµ», «鏈烘». At most twice; anything else stays as it is. */
export function undoMojibake(text: string): string {
  let repaired = text.slice(0, LONGEST)
  for (let round = 0; round < MOST_ROUNDS; round += 1)
    repaired = repaired
      .replace(READ_AS_LATIN, run => better(run, decodeBytes(latinBytes(run), null)))
      .replace(READ_AS_CHINESE, run => better(run, asUtf8(iconv.encode(run, 'gb18030'))))
  return repaired + text.slice(LONGEST)
}

const better = (received: string, repaired: string | null): string =>
  repaired !== null && legibility(repaired) > legibility(received) + CLEARLY ? repaired : received

/** Windows-1252, where each character below U+0100 that it hasn't stands for its own byte. */
const latinBytes = (text: string): Uint8Array =>
  Buffer.concat(
    Array.from(text, character => {
      const code = character.charCodeAt(0)
      return code < 0x100 ? Uint8Array.of(code) : iconv.encode(character, 'windows-1252')
    }),
  )

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
