import type { Word } from './page.ts'

/** Baselines that are nearer than this (in heights of the font) are never those of two lines: lines leave more between them. */
const NEAREST_LINE = 1.12

/** Words of one line, from left to right; lines from top to bottom. */
export function rowsOf(words: readonly Word[]): Word[][] {
  const rows: Word[][] = []
  for (const word of words.toSorted((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1)
    const [first] = row ?? []
    const reach = Math.max(first?.size ?? 0, word.size) / 2
    if (row === undefined || first === undefined || word.baseline - first.baseline > reach) rows.push([word])
    else row.push(word)
  }
  return broughtTogether(rows).map(row => row.sort((one, other) => one.left - other.left))
}

/** A value that stands a little higher or lower than its label, beside it: what is nearest comes first. */
function broughtTogether(rows: readonly Word[][]): Word[][] {
  const gaps = rows.slice(1).map((row, index) => ({ index, gap: gapBetween(rows[index] ?? [], row) }))
  const taken = new Set<number>()
  const lower = new Set<number>()
  for (const { index, gap } of gaps.toSorted((one, other) => one.gap - other.gap)) {
    const isFree = !taken.has(index) && !taken.has(index + 1)
    if (gap >= NEAREST_LINE || !isFree || !areBeside(rows[index] ?? [], rows[index + 1] ?? [])) continue
    taken.add(index).add(index + 1)
    lower.add(index + 1)
  }
  return rows.flatMap((row, index) => {
    if (lower.has(index)) return []
    return lower.has(index + 1) ? [[...row, ...(rows[index + 1] ?? [])]] : [row]
  })
}

function gapBetween(upper: readonly Word[], lower: readonly Word[]): number {
  const size = Math.min(...[...upper, ...lower].map(word => word.size))
  return ((lower[0]?.baseline ?? 0) - (upper[0]?.baseline ?? 0)) / size
}

/** All of one row lies left of all of the other one. */
function areBeside(one: readonly Word[], other: readonly Word[]): boolean {
  const [left, right] = [one, other].map(row => ({
    from: Math.min(...row.map(word => word.left)),
    to: Math.max(...row.map(word => word.right)),
  }))
  return left !== undefined && right !== undefined && (left.to <= right.from || right.to <= left.from)
}
