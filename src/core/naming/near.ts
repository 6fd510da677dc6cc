import type { Branch, Call } from '../call/call.ts'
import { onceFor } from '../words/once-for.ts'
import { branchKeys } from './branch-key.ts'
import { editDistance } from './edit-distance.ts'
import { simplify } from './traditional.ts'

const AT_MOST_DIFFERENT = 2
/** Aliases are short: with two characters different, another branch's would be near. */
const AT_MOST_DIFFERENT_FROM_ALIAS = 1
const AT_MOST_SUGGESTED = 3
/** A longer key than any branch has: not compared. */
const LONGEST_KEY = 100

type RosterOfCall = Pick<Call, 'unit' | 'university' | 'roster'>

type Traits = { readonly key: string; readonly words: string; readonly numbers: string; readonly letters: string }

const traitsOf = (written: string): Traits => {
  const key = simplify(written).replace(/党?支部$/, '党支部')
  return {
    key,
    words: key.replace(/[\d-]+/g, ''),
    numbers: (key.match(/\d+/g) ?? []).sort().join(' '),
    letters: Array.from(key).sort().join(''),
  }
}

const NOT_NEAR = Number.POSITIVE_INFINITY

/** 0: only traditional characters or a missing 党; other word order counts like one wrong character. */
const distanceBetween = (one: Traits, other: Traits, limit: number): number => {
  if (one.numbers !== other.numbers) return NOT_NEAR
  const distance = editDistance(one.key, other.key, limit)
  if (distance > 1 && one.letters === other.letters) return 1
  return distance <= limit ? distance : NOT_NEAR
}

type Candidate = { readonly branch: Branch; readonly name: Traits; readonly aliases: readonly Traits[] }

const candidatesOf = onceFor((call: RosterOfCall): readonly Candidate[] => {
  const traitsIn = (name: string) => traitsOf(branchKeys(name, call).at(-1) ?? name)
  return call.roster.map(branch => ({
    branch,
    name: traitsIn(branch.name),
    aliases: branch.aliases.filter(alias => alias.endsWith('支部')).map(traitsIn),
  }))
})

/** Of somebody's name, of two signs or three, more would be another's. */
const mostDifferent = ({ key }: Traits): number => Math.min(AT_MOST_DIFFERENT, Math.floor(key.length / 3))

const distanceTo = ({ name, aliases }: Candidate, written: Traits): number =>
  Math.min(
    distanceBetween(name, written, mostDifferent(written)),
    ...aliases.map(alias => distanceBetween(alias, written, AT_MOST_DIFFERENT_FROM_ALIAS)),
  )

/** The roster may lack this one: its namesakes bear another number, and none has the same words and number. */
const lacksOnlyNumber = (written: Traits, roster: readonly Traits[]): boolean =>
  roster.some(({ words, numbers }) => words === written.words && numbers !== written.numbers) &&
  !roster.some(({ letters }) => letters === written.letters)

/** The roster's branches near to a key (`branchKeys`), nearest first: equal but for at most two characters, with the same number. */
export const suggestBranches = (key: string, call: RosterOfCall): readonly Branch[] => {
  if (key.length > LONGEST_KEY) return []
  const written = traitsOf(key)
  const candidates = candidatesOf(call)
  const names = candidates.map(({ name }) => name)
  if (lacksOnlyNumber(written, names)) return []
  const near = candidates
    .map(candidate => ({ branch: candidate.branch, distance: distanceTo(candidate, written) }))
    .filter(({ distance }) => distance !== NOT_NEAR)
    .sort((one, other) => one.distance - other.distance)
  // What differs by nothing but traditional characters or 党 leaves no doubt: no second suggestion.
  const sure = near.filter(({ distance }) => distance === 0)
  return (sure.length > 0 ? sure : near).slice(0, AT_MOST_SUGGESTED).map(({ branch }) => branch)
}
