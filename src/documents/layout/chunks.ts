import type { Word } from './page.ts'

/** Wider gaps (in heights of the font) part columns, whatever stands above and below. */
export const COLUMN_GAP = 1.6
/** As narrow as this may it be between cells that nothing but their places tells apart, or where one of them is full. */
const [NARROWEST_GAP, NARROWEST] = [0.4, 0.35]
/** A letter of a spaced word; the last one may have a colon. */
const [LETTER, LAST] = [/^\p{Script=Han}$/u, /^\p{Script=Han}[:：]?$/u]

/** A stretch of a row that no wide gap parts. */
type Chunk = { readonly from: number; readonly to: number; readonly words: readonly Word[] }

/** Words of one line, and what of it stands together. */
export type Row = { readonly chunks: readonly Chunk[]; readonly baseline: number; readonly size: number }

export function toRow(words: readonly Word[]): Row {
  const size = Math.max(...words.map(word => word.size))
  const chunks: { from: number; to: number; words: Word[] }[] = []
  for (const word of words) {
    const last = chunks.at(-1)
    if (last === undefined || isParted(last, word, size))
      chunks.push({ from: word.left, to: word.right, words: [word] })
    else {
      last.to = Math.max(last.to, word.right)
      last.words.push(word)
    }
  }
  return { chunks, baseline: words[0]?.baseline ?? 0, size }
}

/** Single ideographs with a space between each are a word, for all that. */
function isParted({ to, words }: Chunk, { left, text }: Word, size: number): boolean {
  const isSpaced = LAST.test(text) && LETTER.test(words.at(-1)?.text ?? '')
  return left - to > (isSpaced ? COLUMN_GAP : NARROWEST_GAP) * size
}

export type Column = { readonly from: number; readonly to: number }

/** The columns that are left of columns when a row's text is put on them: what no gap parts any more is one. */
export function columnsWith(columns: readonly Column[], row: Row): Column[] {
  const together: { from: number; to: number }[] = []
  for (const { from, to } of [...columns, ...row.chunks].toSorted((one, other) => one.from - other.from)) {
    const last = together.at(-1)
    if (last !== undefined && from - last.to < NARROWEST * row.size) last.to = Math.max(last.to, to)
    else together.push({ from, to })
  }
  return together
}

export const columnOf = (columns: readonly Column[], { from, to }: Chunk): number =>
  columns.findIndex(column => column.from <= (from + to) / 2 && (from + to) / 2 <= column.to)
