import { decodeBytes } from './charset.ts'
import { decodeWords, hasWords } from './encoded-words.ts'
import { undoMojibake } from './mojibake.ts'

/** Longer header values are cut: nobody writes them by hand. */
const LONGEST = 20_000

/** ASCII that reads as itself: no tilde, by which HZ begins. */
const PLAIN = /^[^~\x80-\xff]*$/

/** Raw bytes that stand in a header unencoded, as a string of bytes: strict UTF-8 or GB18030, whichever reads better. */
export const decodeRaw = (raw: string): string =>
  PLAIN.test(raw) ? raw : decodeBytes(Buffer.from(raw, 'latin1'), null)

/**
 * Unstructured text of a header (RFC 5322 §2.2.1) from its raw value, a string of bytes: encoded words, raw 8-bit text, words encoded twice,
 * charsets mixed up. Quotes around encoded words alone are the program's.
 */
export function headerText(raw: string): string {
  const value = unquoteWords(raw.slice(0, LONGEST).trim())
  const once = decodeWords(value, decodeRaw)
  const twice = hasWords(once) ? decodeWords(unquoteWords(once.trim()), text => text) : once
  return withoutControls(undoMojibake(twice))
}

const unquoteWords = (text: string): string => (/^"\s*=\?[^"]*\?=\s*"$/.test(text) ? text.slice(1, -1).trim() : text)

/** Control characters say nothing, and would say something to a terminal or a mail; of line breaks a space is left. */
export const withoutControls = (text: string): string =>
  text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
