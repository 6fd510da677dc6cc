/** Longer texts are no labels. */
const LONGEST = 120

/** What may number a heading, by rank: a heading is only ended by one of its own rank or a higher one (0 is the highest). */
const NUMBERINGS: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十]{1,3}(?:部分|章|节)[、,.:\s]{0,3}/, 0],
  [/^[一二三四五六七八九十]{1,3}(?:\s{0,3}[、,.:]|\s(?!\S\s))\s{0,3}/, 0],
  [/^\([一二三四五六七八九十]{1,3}\)[、,.]?\s{0,3}/, 1],
  // «2.2024年12月前完成……» is an item, «2.5» is not.
  [/^\d{1,2}[、,.)](?!\d(?!\d{3}\s?年))\s{0,3}/, 2],
  [/^\(\d{1,2}\)[、,.]?\s{0,3}/, 3],
  [/^第[一二三四五六七八九十][,:]/, 3],
]
/** Every number begins with one of these: most texts bear none. */
const BEGINS_NUMBER = /^[第一二三四五六七八九十\d(]/
const SPACES_AND_MARKS = /[\s*★●◆■▲·"'“”‘’「」『』《》]+/g
const BRACKETED = /[([【〔][^()[\]【】〔〕]{0,100}[)\]】〕]/g

export type Numbered = { readonly rank: number; readonly rest: string }

/** A text without the number in front; null where it bears none. The rest is folded (NFKC). */
export function readNumbering(text: string): Numbered | null {
  const folded = text.slice(0, LONGEST).normalize('NFKC').trimStart()
  if (!BEGINS_NUMBER.test(folded)) return null
  for (const [pattern, rank] of NUMBERINGS) {
    const match = pattern.exec(folded)
    if (match !== null) return { rank, rest: folded.slice(match[0].length) }
  }
  return null
}

/**
 * What makes two labels equal: width, spaces, line breaks, quotes, number and colons don't count. The first key keeps what
 * stands in brackets (学院(部)), the second leaves it out (党员人数(人)).
 */
function labelKeys(text: string): readonly string[] {
  if (text.length > LONGEST) return []
  const folded = text.normalize('NFKC')
  const plain = readNumbering(folded)?.rest ?? folded
  const bare = plain.replace(BRACKETED, '')
  return (bare === plain ? [keyOf(plain)] : [keyOf(plain), keyOf(bare)]).filter(key => key !== '')
}

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(SPACES_AND_MARKS, '')
    .replace(/^:+|:+$/g, '')

/** Labels with what they mean; the first meaning of a label counts. */
export type LabelBook<Meaning> = { readonly find: (text: string) => Meaning | null }

export function labelBook<Meaning>(entries: readonly (readonly [Meaning, readonly string[]])[]): LabelBook<Meaning> {
  const meanings = new Map<string, Meaning>()
  for (const [meaning, labels] of entries)
    for (const label of labels) {
      const [key] = labelKeys(label)
      if (key !== undefined && !meanings.has(key)) meanings.set(key, meaning)
    }
  const find = (text: string): Meaning | null => {
    for (const key of labelKeys(text)) {
      const meaning = meanings.get(key)
      if (meaning !== undefined) return meaning
    }
    return null
  }
  return { find }
}
