import type { Call } from '../call.ts'
import { readDue } from './due.ts'
import type { Measure } from './form.ts'
import { readNumbering } from './label.ts'

const LABELLED = /(?:完成时限|完成时间|时间节点|起止时间|时间安排|进度安排|时限)[:：为]?\s*([^。；;\n()（）]{2,60})/
/** A date says when a measure ends only with a word for it or in brackets of its own. */
const ENDING = /[^，,。；;\n()（）]{2,40}?(?:年|月|[./]\d{1,2}|底|末|日)(?:底|末)?(?:之前|以前|前|完成|前完成)/g
const IN_BRACKETS = /[(（]([^()（）]{4,40})[)）]/g
const RECURRING = /每(?:个|半|两)?(?:学期|学年|季度|月|周|年)[^，,。；;\n]{0,20}/
const LONGEST_HEADING = 30

type Item = { readonly rank: number | null; readonly lines: string[] }

/** Measures written as text: each numbered item with the paragraphs behind it; without numbers each paragraph. */
export function readMeasureText(lines: readonly string[], cycle: Call['cycle']): Measure[] {
  const items = itemsOf(lines)
  return items.filter((item, index) => !isHeading(item, items[index + 1])).map(item => readItem(item, cycle))
}

function itemsOf(lines: readonly string[]): Item[] {
  const items: Item[] = []
  const isNumbered = lines.some(line => readNumbering(line) !== null)
  for (const line of lines) {
    const rank = readNumbering(line)?.rank ?? null
    const last = items.at(-1)
    if (rank === null && isNumbered && last !== undefined) last.lines.push(line)
    else items.push({ rank, lines: [line] })
  }
  return items
}

/** A short line over items of a lower rank, or the words that lead to the first one. */
function isHeading(item: Item, next: Item | undefined): boolean {
  if (next === undefined || next.rank === null) return false
  if (item.rank === null) return true
  return next.rank > item.rank && item.lines.join('').length <= LONGEST_HEADING
}

function readItem({ lines }: Item, cycle: Call['cycle']): Measure {
  const quote = lines.join('\n')
  const dueText = limitIn(quote, cycle)
  return { text: quote, due: dueText === null ? null : readDue(dueText, cycle), dueText, quote }
}

/** The words that tell the limit; null where none do: a text has no place that had to be filled. */
function limitIn(text: string, cycle: Call['cycle']): string | null {
  const labelled = LABELLED.exec(text)?.[1]?.trim()
  if (labelled !== undefined) return labelled
  const endings = [...text.matchAll(ENDING)].map(([words]) => words.trim())
  const bracketed = [...text.matchAll(IN_BRACKETS)].map(([, words = '']) => words)
  const limit = [...bracketed, ...endings].filter(words => isDate(readDue(words, cycle))).at(-1)
  return limit ?? RECURRING.exec(text)?.[0] ?? null
}

const isDate = (due: string | null): boolean => due !== null && /^\d/.test(due)
