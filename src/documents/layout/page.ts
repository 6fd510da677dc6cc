/** An area of the page. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** A piece of text on one baseline, as it is drawn, typed in or recognised: a word, or as much of a line as no gap parts. */
export type Word = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** The height of its font. */
  readonly size: number
  readonly isBold?: boolean
  /**
   * Where it reaches down the page, if its characters stand below one another, or it is turned. Such a word's baseline is its
   * lower end.
   */
  readonly down?: { readonly top: number; readonly bottom: number }
}

/** A straight line across or down the page: where it lies, and from where to where it goes. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number }

export type Rules = { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] }

/**
 * All that layout knows of a page, whether it was typed or scanned: words in the order in which they were written, and ruled lines.
 * Lengths are in points from the upper left corner of the page as it is read: nothing on it is turned, unless it is `down`.
 * What stands there and is no text is a word that says so (a mark of core/document). What isn't seen is not among the words.
 */
export type Page = {
  readonly width: number
  readonly height: number
  readonly words: readonly Word[]
  readonly rules: Rules
}

export const NO_RULES: Rules = { horizontal: [], vertical: [] }

export const middleOf = ({ left, right, baseline, size, down }: Word): readonly [x: number, y: number] => [
  (left + right) / 2,
  down === undefined ? baseline - size / 3 : (down.top + down.bottom) / 2,
]

export const isIn = (word: Word, box: Box): boolean => {
  const [x, y] = middleOf(word)
  return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
}

export const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left && inner.right <= outer.right && outer.top <= inner.top && inner.bottom <= outer.bottom

/** Letters and digits are half as wide as ideographs. */
const widthOf = (letter: string): number => (/[\u0020-\u024f\uff61-\uff9f]/.test(letter) ? 1 : 2)

const extent = (text: string): number => Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0)

/** Some of a word's characters: their share of where it stands. */
export function part(word: Word, begin: number, end: number): Word {
  const text = word.text.slice(begin, end)
  if (word.down !== undefined)
    return { ...word, text, ...partDown(word.down, begin / word.text.length, end / word.text.length) }
  const wide = (word.right - word.left) / extent(word.text)
  const left = word.left + wide * extent(word.text.slice(0, begin))
  return { ...word, text, left, right: left + wide * extent(text) }
}

function partDown(
  { top, bottom }: { top: number; bottom: number },
  begin: number,
  end: number,
): Pick<Word, 'down' | 'baseline'> {
  const down = { top: top + (bottom - top) * begin, bottom: top + (bottom - top) * end }
  return { down, baseline: down.bottom }
}
