import type { BranchType } from '../call/call.ts'
import type { FormDescription } from './description.ts'
import { labelBook } from './label.ts'
import { chosenWords } from './ticks.ts'

/** What the chosen tick boxes (or the words written instead) say; several types at once say nothing. */
export function readBranchType(text: string, { branchTypes }: FormDescription): BranchType | 'unknown' {
  const book = labelBook(Object.entries(branchTypes) as [BranchType, readonly string[]][])
  // 教 工: a label knows no spaces.
  const whole = book.find(text)
  const types = whole === null ? chosenWords(text).map(word => book.find(word)) : [whole]
  const [type] = new Set(types)
  return type !== undefined && type !== null && types.every(one => one === type) ? type : 'unknown'
}
