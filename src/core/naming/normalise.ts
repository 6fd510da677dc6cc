import { onceForText } from '../words/once-for.ts'
import { foldNumerals, romanSign } from './numerals.ts'

/** How much of a name is looked at, in UTF-16 units: names are written by strangers. */
const LONGEST = 1000

/** A name folded symbol by symbol, which still knows where in the received text each unit came from. */
export type Tidied = {
  readonly text: string
  /** For each UTF-16 unit of `text`: the index of its symbol in `received`. */
  readonly origin: readonly number[]
  readonly received: string
}

const PLAIN = /^[0-9a-z\u4e00-\u9fff]$/
const UNSEEN = /[\p{White_Space}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/u
const BRACKET_OR_QUOTE = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'`′<>]/u
const DASH = /[\p{Pd}\p{Pc}+~·•‧・∙⋅−─━⁃ー˗]/u
const SEPARATORS = /[^\p{L}\p{N}]+/gu
/** Taken whole, whether a numeral follows or not: what is taken is not gone through again. */
const ORDINAL = /(?:第[^\p{L}\p{N}]*)+(\d?)/gu
const LEADING_ZEROS = /(?<!\d)0+(?=\d)/g

const foldLetter = (letter: string): string => {
  if (UNSEEN.test(letter) || BRACKET_OR_QUOTE.test(letter)) return ''
  return DASH.test(letter) ? '-' : letter
}

// NFKD without the marks instead of NFKC: that depends on no neighbour, so each unit keeps its origin.
const foldSymbol = (symbol: string): string =>
  PLAIN.test(symbol)
    ? symbol
    : (romanSign(symbol) ?? Array.from(symbol.normalize('NFKD').toLowerCase(), foldLetter).join(''))

/** Width, case, white space, invisible characters, brackets, quotes and the kind of dash folded; numerals left alone. */
export const tidy = (received: string): Tidied => {
  let text = ''
  let index = 0
  const origin: number[] = []
  for (const symbol of received.slice(0, LONGEST)) {
    const folded = foldSymbol(symbol)
    if (text.length + folded.length > LONGEST) break
    text += folded
    for (let unit = 0; unit < folded.length; unit++) origin.push(index)
    index += symbol.length
  }
  return { text, origin, received }
}

/** What was received for the units `from` (inclusive) to `to` (exclusive) of the tidied text, as it was written. */
export const quote = (tidied: Tidied, from: number, to: number): string => {
  const first = tidied.origin[from]
  const last = tidied.origin[to - 1]
  if (first === undefined || last === undefined || to <= from) return ''
  const width = (tidied.received.codePointAt(last) ?? 0) > 0xffff ? 2 : 1
  const end = last + width
  return tidied.received.slice(first, closingEnd(tidied.received, first, end))
}

const OPENING = /[\p{Ps}<]/u
const CLOSING = /[\p{Pe}>]/u

/** Behind the brackets that close those opened within: they fold to nothing, but a quoted name keeps them. */
function closingEnd(text: string, from: number, to: number): number {
  let open = 0
  for (const symbol of text.slice(from, to)) {
    if (OPENING.test(symbol)) open += 1
    else if (CLOSING.test(symbol) && open > 0) open -= 1
  }
  let end = to
  for (; open > 0 && CLOSING.test(text[end] ?? ''); end += 1) open -= 1
  return end
}

const betweenDigits = (separator: string, offset: number, whole: string): string =>
  /\d/.test(whole[offset - 1] ?? '') && /\d/.test(whole[offset + separator.length] ?? '') ? '-' : ''

/** A long dash drawn for 一, where only a numeral can stand; a low line or a short dash is a place left open. */
const DRAWN_ONE = /(?<=第)[—―─](?=党?支部)/g

const fold = (name: string): string =>
  foldNumerals(tidy(name.replace(DRAWN_ONE, '一')).text)
    .replace(ORDINAL, (all, digit: string) => (digit === '' ? all : `-${digit}`))
    .replace(SEPARATORS, betweenDigits)
    .replace(LEADING_ZEROS, '')

/** What goes may bring numerals together that were apart (〇o.〇); a few rounds settle it. */
const MOST_ROUNDS = 8

/**
 * What makes two names equal: besides what `tidy` folds, punctuation and dashes go (but between
 * two digits, where they hold two numbers apart), and 第一 = 第1 = 第01 = 01. Idempotent.
 */
export const normalise = onceForText((name: string): string => {
  let folded = fold(name)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const again = fold(folded)
    if (again === folded) break
    folded = again
  }
  return folded
})
