import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { decodeBytes } from './charset.ts'
import { legibility } from './legibility.ts'

/** So much better must the repaired text read, for a name of rare characters is left as it is. */
const CLEARLY = 0.15
const LONGEST = 20_000

/** Characters that bytes beyond ASCII become where a program reads them as Windows-1252 or Latin-1, and ASCII between them. */
const READ_AS_LATIN = /[\u0000-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g
/** ×× stands for a name that was never filled in; as bytes of GBK it would be a character nobody writes. */
const CROSSES = /^[\u0000-\u007f×]*$/
/** What they become where it reads them as GBK. */
const READ_AS_CHINESE = /[^\u0000-\u007f]{2,}/g

/**
 * Undoes charsets that were mixed up before the text was encoded for the mail: «»úÐµ», «鏈烘». At most twice; anything else stays
 * as it is.
 */
export function undoMojibake(text: string): string {
  const repaired = text
    .slice(0, LONGEST)
    .replace(READ_AS_LATIN, run => (CROSSES.test(run) ? run : best(run, twice(run, fromLatin))))
    .replace(READ_AS_CHINESE, run => best(run, twice(run, fromChinese)))
  return repaired + text.slice(LONGEST)
}

/** What comes of repairing once and, as halfway it may read no better, twice. */
function twice(run: string, repair: (run: string) => string | null): readonly string[] {
  const once = repair(run)
  return once === null ? [] : [once, repair(once) ?? once]
}

const best = (received: string, repaired: readonly string[]): string =>
  repaired.reduce((kept, one) => (legibility(one) > legibility(kept) + CLEARLY ? one : kept), received)

const fromLatin = (run: string): string | null =>
  run.match(READ_AS_LATIN)?.[0] === run ? decodeBytes(latinBytes(run), null) : null

function fromChinese(run: string): string | null {
  const bytes = iconv.encode(run, 'gb18030')
  return isUtf8(bytes) ? bytes.toString() : null
}

/** Windows-1252, where each character below U+0100 that it hasn't stands for its own byte. */
const latinBytes = (text: string): Uint8Array =>
  Buffer.concat(
    Array.from(text, character => {
      const code = character.charCodeAt(0)
      return code < 0x100 ? Uint8Array.of(code) : iconv.encode(character, 'windows-1252')
    }),
  )
