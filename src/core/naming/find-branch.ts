import { APPLICATION_PAPERS } from '../words/papers.ts'
import { patternWith } from '../words/pattern.ts'
import { branchesIn } from './branches-in.ts'
import { beginnings } from './decorations.ts'
import { quote, type Tidied, tidy } from './normalise.ts'
import { isPlaceholder } from './placeholder.ts'
import { readBranch } from './read-branch.ts'
import type { BranchReading, RosterOfCall } from './roster.ts'

const DOCUMENT = patternWith('g')`${APPLICATION_PAPERS}`

const lastAfterUnit = (text: string, unit: string): number | null => {
  const words = tidy(unit).text
  const found = words === '' ? -1 : text.lastIndexOf(words)
  return found < 0 ? null : found + words.length
}

/**
 * The branch in a name that does not follow the template. Only behind the unit can a branch be said to be unknown:
 * elsewhere nothing tells where its name begins, and a part of a longer name must not be taken for another branch.
 */
export const findBranch = (tidied: Tidied, call: RosterOfCall): BranchReading => {
  const { text } = tidied
  const readFrom = (from: number) => readBranch(tidied, { from, to: text.length }, call).branch
  const unitEnd = lastAfterUnit(text, call.unit)
  const isOpen = unitEnd === null || isPlaceholder(quote(tidied, unitEnd, text.length))
  const afterUnit: BranchReading = isOpen ? { kind: 'none' } : readFrom(unitEnd)
  if (afterUnit.kind === 'known' || afterUnit.kind === 'ambiguous') return afterUnit
  const afterTitle = [...text.matchAll(DOCUMENT)].map(match => match.index + match[0].length)
  const marks = branchesIn(tidied.received, call).length === 0 ? [] : behindMarks(tidied)
  const starts = [afterTitle, beginnings(text), marks].flatMap(all => all.slice(0, 10))
  const elsewhere = starts.map(readFrom)
  return elsewhere.find(({ kind }) => kind === 'known') ?? afterUnit
}

const LONGEST = 1000
const MARKS = /[\p{P}\p{S}\s]+/gu

/** «样板支部（教工第一党支部）»: behind each mark a name may begin. */
const behindMarks = ({ origin, received }: Tidied): readonly number[] =>
  [...received.slice(0, LONGEST).matchAll(MARKS)]
    .map(mark => origin.findIndex(index => index >= mark.index + mark[0].length))
    .filter(start => start >= 0)
