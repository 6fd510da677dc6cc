import type { Rule, Word } from '../layout/page.ts'

/** A letter below another one: how far, from baseline to baseline, in heights of their font; and how little beside it. */
const [NEAREST, FARTHEST, BESIDE] = [0.8, 2.6, 0.4]
const IDEOGRAPH = /^[\p{Script=Han}（）、：]$/u

/**
 * Ideographs that were written below one another, each by itself, become a word that goes down the page; a line between parts them.
 * Where only one fits into a column, the next ones stand to its left.
 */
export function stacked(words: readonly Word[], across: readonly Rule[]): Word[] {
  const stacks: Word[][] = []
  for (const word of words) {
    const above = stacks.at(-1)?.at(-1)
    if (above !== undefined && isBelow(above, word) && !isParted(above, word, across)) stacks.at(-1)?.push(word)
    else stacks.push([word])
  }
  const isColumn = (index: number): boolean => isNextColumn(stacks[index - 1]?.[0], stacks[index]?.[0])
  return stacks.flatMap((stack, index) =>
    stack.length > 1 || isColumn(index) || isColumn(index + 1) ? [downOf(stack)] : stack,
  )
}

/** Nobody writes from right to left but in columns. */
function isNextColumn(one: Word | undefined, next: Word | undefined): boolean {
  if (one === undefined || next === undefined || !areIdeographs(one, next)) return false
  const step = (one.left - next.left) / one.size
  return Math.abs(next.baseline - one.baseline) < BESIDE * one.size && NEAREST < step && step < FARTHEST
}

const areIdeographs = (...words: readonly Word[]): boolean =>
  words.every(({ text, down }) => IDEOGRAPH.test(text) && down === undefined)

function isBelow(above: Word, word: Word): boolean {
  if (!areIdeographs(above, word)) return false
  const { size } = above
  const step = (word.baseline - above.baseline) / size
  const beside = Math.abs(above.left + above.right - word.left - word.right) / 2
  return Math.abs(word.size - size) < 1 && NEAREST < step && step < FARTHEST && beside < BESIDE * size
}

const isParted = (above: Word, word: Word, across: readonly Rule[]): boolean =>
  across.some(
    ({ at, from, to }) =>
      from <= above.left &&
      above.left <= to &&
      above.baseline - above.size / 3 < at &&
      at < word.baseline - word.size / 3,
  )

function downOf(stack: readonly Word[]): Word {
  const [first, last] = [stack[0], stack.at(-1)]
  if (first === undefined || last === undefined) throw new Error('an empty stack')
  const down = { top: first.baseline - first.size, bottom: last.baseline }
  const [left, right] = [Math.min(...stack.map(word => word.left)), Math.max(...stack.map(word => word.right))]
  return { ...first, text: stack.map(({ text }) => text).join(''), left, right, baseline: last.baseline, down }
}
