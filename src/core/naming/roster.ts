import type { Branch, Call } from '../call/call.ts'
import { onceFor } from '../words/once-for.ts'
import { branchKeys, isNameless } from './branch-key.ts'
import { suggestBranches } from './near.ts'

/** Whose name is written there. `written` is as received; `key` is what two branches outside the roster are compared by. */
export type BranchReading =
  | { readonly kind: 'known'; readonly branch: Branch; readonly via: 'name' | 'alias'; readonly exact: boolean }
  | { readonly kind: 'near'; readonly written: string; readonly key: string; readonly suggestions: readonly Branch[] }
  | { readonly kind: 'ambiguous'; readonly written: string; readonly candidates: readonly Branch[] }
  | { readonly kind: 'unknown'; readonly written: string; readonly key: string }
  | { readonly kind: 'none' }

export type RosterOfCall = Pick<Call, 'unit' | 'university' | 'roster'>

type Via = 'name' | 'alias'

type Hit = { readonly branch: Branch; readonly via: Via }

/** The roster by the keys that its branches go by, their names' before their aliases'. */
const rosterByKey = onceFor((call: RosterOfCall): ReadonlyMap<string, readonly Hit[]> => {
  const names = call.roster.map(branch => ({ branch, via: 'name' as const, names: [branch.name] }))
  const aliases = call.roster.map(branch => ({ branch, via: 'alias' as const, names: branch.aliases }))
  const byKey = new Map<string, Hit[]>()
  for (const { names: written, ...hit } of [...names, ...aliases])
    for (const key of new Set(written.flatMap(name => branchKeys(name, call))))
      byKey.set(key, [...(byKey.get(key) ?? []), hit])
  return byKey
})

const findByKey = (written: string, keys: readonly string[], call: RosterOfCall): BranchReading | null => {
  for (const key of keys) {
    const hits = rosterByKey(call).get(key) ?? []
    const via: Via = hits.some(hit => hit.via === 'name') ? 'name' : 'alias'
    const [first, ...others] = hits.filter(hit => hit.via === via).map(hit => hit.branch)
    if (first === undefined) continue
    if (others.length > 0) return { kind: 'ambiguous', written, candidates: [first, ...others] }
    return { kind: 'known', branch: first, via, exact: false }
  }
  return null
}

/** Matches a branch as somebody wrote it, with or without unit and university in front, against the call's roster. */
export const matchBranch = (written: string, call: RosterOfCall): BranchReading => {
  const literal = call.roster.find(branch => branch.name === written)
  if (literal !== undefined) return { kind: 'known', branch: literal, via: 'name', exact: true }
  const keys = branchKeys(written, call)
  const key = keys.at(-1) ?? keys[0]
  if (isNameless(key)) return { kind: 'none' }
  const found = findByKey(written, keys, call)
  if (found !== null) return found
  const suggestions = suggestBranches(key, call)
  return suggestions.length > 0 ? { kind: 'near', written, key, suggestions } : { kind: 'unknown', written, key }
}

/** Whether somebody wrote a row of the roster; cheaper than to ask which is near. */
export function isRow(written: string, call: RosterOfCall): boolean {
  const keys = branchKeys(written, call)
  return !isNameless(keys.at(-1) ?? '') && findByKey(written, keys, call)?.kind === 'known'
}

/** No longer does anybody write a row: behind 中共, university and unit, with a mark or space here and there. */
export const longestRow = onceFor(({ roster, unit, university }: RosterOfCall): number => {
  const names = roster.flatMap(({ name, aliases }) => [name, ...aliases])
  return 2 * Math.max(0, ...names.map(({ length }) => length)) + unit.length + university.length + 10
})

/** What two writings of one name are compared by: the roster's row, or the name without unit and university in front. */
export const rowOrName = (written: string, call: RosterOfCall): string => {
  const reading = matchBranch(written, call)
  return reading.kind === 'known' ? reading.branch.name : (branchKeys(written, call).at(-1) ?? written)
}

/** Whether both readings name the same branch, in the roster or not. A reading that names none agrees with no other. */
export const sameBranch = (one: BranchReading, other: BranchReading): boolean => {
  const [a, b] = [candidates(one), candidates(other)]
  return a.some(name => b.includes(name))
}

const candidates = (reading: BranchReading): readonly string[] => {
  switch (reading.kind) {
    case 'known':
      return [`roster:${reading.branch.name}`]
    case 'ambiguous':
      return reading.candidates.map(branch => `roster:${branch.name}`)
    case 'near':
    case 'unknown':
      return [`written:${reading.key}`]
    case 'none':
      return []
    default:
      return reading satisfies never
  }
}
