import { patternWith } from '../words/pattern.ts'

const FULL_SPACE = '\u3000'
const SHIFT = 0xfee0

/** Full-width signs of ASCII in half width, sign for sign, so that places in one are places in the other. */
export const halfWidth = (text: string): string =>
  text
    .replaceAll(FULL_SPACE, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - SHIFT))

/** What parts words: spaces and the signs that people put between them. */
export const PART = /[\s,、，;；:：。.]/
const PARTS = patternWith('u')`${PART}+`
const OUTER = patternWith('gu')`^${PART}+|[\s,、，;；。.!！]+$`

export const trimmed = (text: string): string => text.replace(OUTER, '')

/** The first word, and the rest as it was written. */
export function firstWord(text: string): { readonly word: string; readonly rest: string } {
  const start = trimmed(text)
  const end = start.search(PARTS)
  return end < 0 ? { word: start, rest: '' } : { word: start.slice(0, end), rest: trimmed(start.slice(end)) }
}

export const wordsOf = (text: string): readonly string[] =>
  trimmed(text)
    .split(PARTS)
    .filter(word => word !== '')
