import { cellText } from './cell-text.ts'
import type { LaidCell } from './laid.ts'

/** The rows of a table's upper part, and the first row of its part on the next page. */
export type Rows = { readonly above: readonly LaidCell[]; readonly first: readonly LaidCell[]; readonly rows: number }

/** What ends a sentence, and what can't end one. */
const ENDED = /[。！？；.!?;]["”’』」）)]*$/
const OPEN = /[、，,：:（(“‘《—-]$/
const ORDINAL = /^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）.．、]?$/

type Pair = { readonly upper: LaidCell; readonly lower: LaidCell }

/**
 * Whether the page's end cut a row, so that some of its cells go on: nothing stands in the first cell, nor under what was empty. One
 * cell may go on for any reason; of several, one must have broken off, unless rows are counted and this one isn't.
 */
export function isCutRow({ above, first, rows }: Rows): boolean {
  const filled = first.filter(cell => cell.content.length > 0)
  if (filled.length === 0) return false
  const last = above.filter(({ row, rowSpan }) => row + rowSpan === rows)
  const pairs = filled.flatMap(lower => {
    const upper = last.find(({ column }) => column === lower.column)
    return upper === undefined || upper.content.length === 0 ? [] : [{ upper, lower }]
  })
  if (pairs.some(areTwo)) return false
  const [label] = first
  if (label === undefined || label.content.length > 0) return pairs.length === first.length && pairs.every(breaksOff)
  if (filled.length === 1) return true
  return pairs.length === filled.length && (isCounted(last) || pairs.some(breaksOff))
}

/** Its last line reaches its cell's edge and ends no sentence, or it ends with what must go on. */
function breaksOff({ upper, lower }: Pair): boolean {
  const [text, rest] = [cellText(upper), cellText(lower)]
  const line = upper.content.at(-1)
  if (line?.kind !== 'line' || rest === '' || ENDED.test(text)) return false
  return OPEN.test(text) || line.isFull
}

/** A date under a date, a number under a number: an answer each, however full their cells are. */
const areTwo = ({ upper, lower }: Pair): boolean =>
  WHOLE.some(whole => whole.test(cellText(upper)) && whole.test(cellText(lower)))
const WHOLE = [
  /^(?:19|20)\d\d(?:年\d{1,2}月(?:\d{1,2}日)?[前底末初]?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?)$/,
  /^\d{1,3}[%％人名岁]?$/,
]

const isCounted = (row: readonly LaidCell[]): boolean => {
  const label = row.find(({ column }) => column === 0)
  return label !== undefined && ORDINAL.test(cellText(label))
}
