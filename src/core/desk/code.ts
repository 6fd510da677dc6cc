import { patternWith } from '../words/pattern.ts'

/** RFC 4648 base32: no digit that is taken for a letter. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BITS = 5
export const CODE_BYTES = 10
const GROUP = 4

/** The code that 80 random bits make, in groups: `ABCD-EFGH-IJKL-MNOP`. */
export function codeFrom(bits: Uint8Array): string {
  let value = 0n
  for (const byte of bits.subarray(0, CODE_BYTES)) value = (value << 8n) | BigInt(byte)
  const letters = Array.from({ length: (CODE_BYTES * 8) / BITS }, (_, place) => {
    const shift = BigInt(CODE_BYTES * 8 - BITS * (place + 1))
    return ALPHABET[Number((value >> shift) & 31n)] ?? ''
  })
  return (letters.join('').match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')
}

/** Stands in a mail of ours where the code goes when it is handed over: no code is like it, for it bears zeros. */
export const CODE_PLACE = '0000-0000-0000-0000'

type Written = { readonly subject: string; readonly text: string; readonly html: string }

/** The mail with its code put in. */
export const withCode = <Mail extends Written>(mail: Mail, code: string): Mail => ({
  ...mail,
  subject: mail.subject.replaceAll(CODE_PLACE, code),
  text: mail.text.replaceAll(CODE_PLACE, code),
  html: mail.html.replaceAll(CODE_PLACE, code),
})

/** With the digits that people write for letters. */
const FOUR = /([A-Z0-9]{4})/
const DASH = /[-\u2010-\u2015\u2212\uff0d]/
const CODE = patternWith(
  'gi',
)`(?<![A-Za-z0-9])(?=[\d-]{0,18}[A-Z])${FOUR}${DASH}${FOUR}${DASH}${FOUR}${DASH}${FOUR}(?![A-Za-z0-9])`

/** What looks like a code in a text, as `codeFrom` writes them, without repeats; a 1 may be either letter that it looks like. */
export const codesIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.normalize('NFKC').matchAll(CODE)].flatMap(([, ...groups]) => {
      const code = groups.slice(0, 4).join('-').toUpperCase().replaceAll('0', 'O').replaceAll('8', 'B')
      return code.includes('1') ? [code.replaceAll('1', 'I'), code.replaceAll('1', 'L')] : [code]
    }),
  ),
]

/** The text with what looks like a code taken out. */
export const withoutCodes = (text: string): string => text.normalize('NFKC').replace(CODE, '')

/** Days for which a code works. */
export const CODE_DAYS = 14
