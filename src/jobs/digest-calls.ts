import type { Call } from '../core/call/call.ts'
import type { CallFacts, RosterRow } from '../core/digest/facts.ts'
import { expectedName } from '../core/naming/expected.ts'
import { dateOf, inOrder, type Related } from './digest-related.ts'

/** Where a call stands: its roster, and the branches that applied without standing in it. */
export function callFacts(call: Call, related: readonly Related[], isSuperseded: (one: Related) => boolean): CallFacts {
  const submissions = related.filter(one => one.call === call.id && one.relation === 'application')
  const known = new Set(call.roster.map(({ name }) => name))
  const { id, title, announced, deadline, unit, naming } = call
  const byBranch = Map.groupBy([...submissions].sort(inOrder), ({ branch }) => branch)
  const unlisted = [...byBranch.keys()].filter(branch => branch !== null && !known.has(branch)) as string[]
  return {
    ...{ id, title, announced, deadline },
    naming: expectedName(naming.subject, { unit, branch: 'XX党支部' }),
    rows: [
      ...call.roster.map(({ name, excluded }) => ({
        ...rowOf(name, byBranch.get(name) ?? []),
        excluded: excluded !== null,
      })),
      ...unlisted.map(name => ({ ...rowOf(name, byBranch.get(name) ?? []), listed: false })),
    ],
    unknownBranchSubmissions: submissions.filter(one => isUnknown(one, known) && !isSuperseded(one)).length,
    received: submissions.flatMap(one => {
      const at = dateOf(one)
      return at === null || one.outcome === null ? [] : [{ at, outcome: one.outcome }]
    }),
  }
}

const isUnknown = ({ branch }: Related, known: ReadonlySet<string>): boolean => branch === null || !known.has(branch)

/** The standing submission makes a branch's state, else the latest one; a refused one only where nothing else came. */
function rowOf(branch: string, own: readonly Related[]): RosterRow {
  const shown =
    own.find(({ standing }) => standing) ?? own.findLast(({ outcome }) => outcome !== 'rejected') ?? own.at(-1)
  const plain = { branch, listed: true, excluded: false }
  if (shown === undefined)
    return { ...plain, state: 'none', version: null, receivedAt: null, number: null, message: null, from: null }
  const state = shown.outcome === null || shown.outcome === 'ignored' ? 'none' : shown.outcome
  const { version, number, from } = shown
  return { ...plain, state, version, receivedAt: dateOf(shown), number, message: shown.id, from }
}
