import type { BranchType } from '../../call/call.ts'
import { BRANCH_TYPES } from '../../words/value-words.ts'
import { chosenWords } from './ticks.ts'

/** What the chosen tick boxes (or the words written instead) say; several types at once say nothing. */
export function readBranchType(text: string): BranchType | 'unknown' {
  const whole = typeOf(text.replace(/\s/g, ''))
  const types = /[□○☑√]/.test(text) || whole === null ? chosenWords(text).map(typeOf) : [whole]
  const [type] = new Set(types)
  return type !== undefined && type !== null && types.every(one => one === type) ? type : 'unknown'
}

const typeOf = (word: string): BranchType | null => {
  const plain = word.normalize('NFKC').replace(/\([^()]*\)|党?支部|党员/g, '')
  if (plain.length > 10) return null
  const found = (Object.entries(BRANCH_TYPES) as [BranchType, string][]).find(([, words]) =>
    words.split(' ').some(one => plain.includes(one)),
  )
  return found?.[0] ?? null
}
