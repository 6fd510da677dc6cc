/**
 * How much a text looks like what somebody in China wrote, rather than like bytes read in the wrong charset: the mean over its characters beyond
 * ASCII, from 1 (everyday Chinese) down to -2 (nothing but lost characters); 0.5 for a text in ASCII. Mojibake is made of rare characters.
 */
export function legibility(text: string): number {
  let sum = 0
  let counted = 0
  for (const character of text.slice(0, LONGEST)) {
    const code = character.codePointAt(0) ?? 0
    if (isPlain(code)) continue
    sum += weigh(code)
    counted += 1
  }
  return counted === 0 ? ASCII : sum / counted
}

const LONGEST = 20_000
const ASCII = 0.5
const LOST = -2
const CONTROL = -1
const PRIVATE = -0.5
const RARE = 0.3
const LATIN_LETTER = 0.35
const UNLIKELY = 0.1

const isPlain = (code: number): boolean => (code >= 0x20 && code < 0x7f) || code === 9 || code === 10 || code === 13

function weigh(code: number): number {
  if (code === 0xfffd) return LOST
  if (code < 0xa0) return CONTROL
  const common = COMMON.get(code)
  if (common !== undefined) return common
  if (code >= 0xc0 && code <= 0xff) return LATIN_LETTER
  if (code >= 0xe000 && code <= 0xf8ff) return PRIVATE
  return isHan(code) || code > 0xffff ? RARE : UNLIKELY
}

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff

/** The rows of GB 2312: punctuation and wide letters, the 3,755 everyday characters, the 3,008 less common ones. */
const ROWS = [
  { from: 0xa1, to: 0xa1, weight: 0.8 },
  { from: 0xa2, to: 0xa2, weight: 0.5 },
  { from: 0xa3, to: 0xa3, weight: 0.8 },
  { from: 0xb0, to: 0xd7, weight: 1 },
  { from: 0xd8, to: 0xf7, weight: 0.7 },
] as const

const COMMON: ReadonlyMap<number, number> = new Map(
  ROWS.flatMap(({ from, to, weight }) =>
    [...rowsOf(from, to)].map(character => [character.codePointAt(0) ?? 0, weight] as const),
  ),
)

function rowsOf(from: number, to: number): string {
  const bytes: number[] = []
  for (let row = from; row <= to; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell)
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes)).replace(/[\ue000-\uf8ff\ufffd]/g, '')
}
