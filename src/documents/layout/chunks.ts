import type { Word } from './page.ts'

/** Wider gaps (in heights of the font) part columns. */
export const COLUMN_GAP = 1.6
/** As narrow as this may it be between two columns where one of them is full. */
const NARROWEST = 0.7

/** A stretch of a row that no wide gap parts. */
export type Chunk = { readonly from: number; readonly to: number; readonly words: readonly Word[] }

/** Words of one line, and what of it stands together. */
export type Row = { readonly chunks: readonly Chunk[]; readonly baseline: number; readonly size: number }

export function toRow(words: readonly Word[]): Row {
  const size = Math.max(...words.map(word => word.size))
  const chunks: { from: number; to: number; words: Word[] }[] = []
  for (const word of words) {
    const last = chunks.at(-1)
    if (last === undefined || word.left - last.to > COLUMN_GAP * size)
      chunks.push({ from: word.left, to: word.right, words: [word] })
    else {
      last.to = Math.max(last.to, word.right)
      last.words.push(word)
    }
  }
  return { chunks, baseline: words[0]?.baseline ?? 0, size }
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
