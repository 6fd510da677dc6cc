import type { Word } from './page.ts'

/** Columns of one label are at most so far apart (in heights of their font). */
const NEXT_COLUMN = 1.2

export const isDown = (word: Word): boolean => word.down !== undefined

/** Columns of characters beside one another are one text, in the order in which they were written. */
export function joinColumns(words: readonly Word[]): Word[] {
  const joined: Word[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last !== undefined && areColumns(last, word)) joined[joined.length - 1] = together(last, word)
    else joined.push(word)
  }
  return joined
}

function areColumns(one: Word, other: Word): boolean {
  if (one.down === undefined || other.down === undefined) return false
  const gap = Math.max(one.left, other.left) - Math.min(one.right, other.right)
  return gap < NEXT_COLUMN * one.size && one.down.top < other.down.bottom && other.down.top < one.down.bottom
}

function together(one: Word, other: Word): Word {
  const tops = [one.down?.top ?? 0, other.down?.top ?? 0]
  const bottom = Math.max(one.baseline, other.baseline)
  return {
    ...one,
    text: one.text + other.text,
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    baseline: bottom,
    down: { top: Math.min(...tops), bottom },
  }
}

/** A label down the page begins the first of the lines that stand beside it; alone, it is a line where it begins. */
export function besideLines(down: readonly Word[], words: readonly Word[]): Word[] {
  return down.map(({ down: reach, ...word }) => {
    const beside = words.filter(({ baseline, size }) => {
      const middle = baseline - size / 3
      return reach !== undefined && reach.top <= middle && middle <= reach.bottom
    })
    const first = Math.min(...beside.map(({ baseline }) => baseline))
    return { ...word, baseline: Number.isFinite(first) ? first : (reach?.top ?? 0) + word.size }
  })
}
