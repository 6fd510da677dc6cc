import type { Call } from '../call/call.ts'
import { normalise } from './normalise.ts'

const PARTY = /^(?:中共|中国共产党)/
const COMMITTEE = /^(?:委员会|党委|党总支)/
const BRANCH_COMMITTEE = /党?支(?:部委员|委)会$/
const BRANCH_ALONE = /^党?支部$/

/** How the name of a branch ends. */
export const BRANCH_ENDING = '党支部'

/** Whether a key holds no name at all, only the word 党支部 or not even that. */
export const isNameless = (key: string): boolean => key === '' || BRANCH_ALONE.test(key)

const startsWith = (word: string) => (key: string) => (word !== '' && key.startsWith(word) ? word.length : 0)
const startsLike = (pattern: RegExp) => (key: string) => pattern.exec(key)?.[0].length ?? 0

// A branch's official name is 中共大连理工大学机械工程学院教工第一支部委员会: there, 支部 goes without 党.
const unfoldEnding = (key: string): string => {
  const ending = key.replace(BRANCH_COMMITTEE, BRANCH_ENDING)
  return PARTY.test(ending) ? ending.replace(/(?<!党)支部$/, BRANCH_ENDING) : ending
}

/**
 * The keys that a written branch goes by, from the one as it stands to the one without anything in front: 中共, the
 * university, the unit, 委员会. Two branches are equal when they share a key; the earlier key tells more.
 */
export const branchKeys = (
  written: string,
  call: Pick<Call, 'unit' | 'university'>,
): readonly [string, ...string[]] => {
  let key = unfoldEnding(normalise(written))
  const keys: [string, ...string[]] = [key]
  const shells = [
    startsLike(PARTY),
    startsWith(normalise(call.university)),
    startsWith(normalise(call.unit)),
    startsLike(COMMITTEE),
  ]
  for (const lengthOf of shells) {
    const rest = key.slice(lengthOf(key))
    if (rest === key || isNameless(rest)) continue
    key = rest
    keys.push(key)
  }
  return keys
}
