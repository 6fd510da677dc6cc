import type { Laid } from './laid.ts'
import type { Line } from './lines.ts'

/** «— 3 —», «第3页 共8页», «3 / 8», «Page 1 of 3»: no text of the form. */
const PAGE_NUMBER =
  /^(?:page|p\.)?[-—–·\s]{0,4}第?\s?[\d一二三四五六七八九十]{1,3}\s?页?[-—–·\s]{0,4}(?:(?:[/／，,]|of)?\s?[共总]?\s?\d{0,3}\s?页?)?$/i
/** «（续表）», «续上表»: that a table goes on shows already. */
const GOES_ON = /^[（(]?(?:表\d{0,2})?续上?表?\d{0,2}[)）]?$/
/** Heads and feet have at most so many lines, in this part of the page's height. */
const MOST_LINES = 3
const EDGE = 0.15

/** A page as it was laid out, with its height. */
export type LaidPage = { readonly height: number; readonly laid: readonly Laid[] }

type Sorted = { readonly pages: readonly (readonly Laid[])[]; readonly running: readonly Line[] }

/** Parts what runs along at the heads and feet of pages, numbers and all, from what stands on them. */
export function withoutRunningLines(pages: readonly LaidPage[]): Sorted {
  const repeated = repeatedAt(pages)
  const running = new Set<Laid>()
  for (const [index, page] of pages.entries())
    for (const { line, key } of edgeLines(page)) {
      const isRepeated = repeated.has(key) && !(index === 0 && key.startsWith('head') && isLargest(line, page))
      if (isRepeated || PAGE_NUMBER.test(line.text.trim()) || (index > 0 && GOES_ON.test(line.text.trim())))
        running.add(line)
    }
  return {
    pages: pages.map(({ laid }) => laid.filter(block => !running.has(block))),
    running: [...running].filter(block => block.kind === 'line'),
  }
}

/** On the first page a running head may be the title, which nothing there is larger than. */
const isLargest = ({ size }: Line, { laid }: LaidPage): boolean =>
  laid.every(block => block.kind !== 'line' || block.size <= size + 0.5)

type EdgeLine = { readonly line: Line; readonly key: string }

/** Keys of the lines that more than one page begins or ends with, their digits masked. */
function repeatedAt(pages: readonly LaidPage[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(edgeLines(page).map(one => one.key))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key))
}

function edgeLines({ height, laid }: LaidPage): EdgeLine[] {
  const heads = until(laid, line => line.baseline < height * EDGE)
  const feet = until(laid.toReversed(), line => line.baseline > height * (1 - EDGE))
  return [
    ...heads.map(line => ({ line, key: `head ${masked(line.text)}` })),
    ...feet.filter(line => !heads.includes(line)).map(line => ({ line, key: `foot ${masked(line.text)}` })),
  ]
}

function until(laid: readonly Laid[], isAtEdge: (line: Line) => boolean): Line[] {
  const lines: Line[] = []
  for (const block of laid.slice(0, MOST_LINES)) {
    if (block.kind !== 'line' || !isAtEdge(block)) break
    lines.push(block)
  }
  return lines
}

const masked = (text: string): string =>
  text
    .replace(/\s/g, '')
    .replace(/\d+/g, '0')
    .replace(/第[一二三四五六七八九十]+页/g, '第0页')
