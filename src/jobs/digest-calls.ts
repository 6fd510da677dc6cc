import type { Call } from '../core/call/call.ts'
import type { CallFacts, RosterRow } from '../core/digest/facts.ts'
import { expectedSubject } from '../core/judge/findings/naming-findings.ts'
import { dateOf, inOrder, isNote, type Related } from './digest-related.ts'

/** Where a call stands: its roster, and the branches that applied without standing in it. */
export function callFacts(call: Call, related: readonly Related[], isSuperseded: (one: Related) => boolean): CallFacts {
  const ofCall = related.filter(one => one.call === call.id)
  const submissions = ofCall.filter(one => one.relation === 'application')
  const notes = Map.groupBy(
    ofCall.filter(one => isNote(one) && changesState(one)).sort(inOrder),
    ({ branch }) => branch,
  )
  const known = new Set(call.roster.map(({ name }) => name))
  const { id, title, announced, deadline } = call
  const byBranch = Map.groupBy([...submissions].sort(inOrder), ({ branch }) => branch)
  const unlisted = [...byBranch.keys()].filter(branch => branch !== null && !known.has(branch)) as string[]
  return {
    id,
    title,
    announced,
    deadline,
    naming: expectedSubject({ call, branch: call.applicant.inRoster ? `XX党支部` : null }),
    rows: [
      ...call.roster.map(({ name, excluded }) => ({
        ...rowOf(name, byBranch.get(name) ?? [], notes.get(name)),
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
function rowOf(branch: string, own: readonly Related[], notes: readonly Related[] = []): RosterRow {
  const shown =
    own.find(({ standing }) => standing) ?? own.findLast(({ outcome }) => outcome !== 'rejected') ?? own.at(-1)
  const plain = { branch, listed: true, excluded: false }
  const state = rowState(shown, notes)
  const said = NOTED.includes(state) ? notes.at(-1) : shown
  if (said === undefined)
    return { ...plain, state, version: null, receivedAt: null, number: null, message: null, from: null }
  const { version, number, from } = said
  return { ...plain, state, version, receivedAt: dateOf(said), number, message: said.id, entry: said.entry, from }
}

/** What a stranger says of a branch makes no state, but for a withdrawal that waits or was confirmed. */
const changesState = ({ stranger, relation, settled }: Related): boolean =>
  stranger !== true || settled === true || relation === 'withdrawal'

/** States that notes make. */
const NOTED: readonly RosterRow['state'][] = ['withdrawn', 'declined', 'declining', 'evidence']

/** A confirmed withdrawal counts until something later does; a refused version alone is outweighed by nothing but that. */
function rowState(shown: Related | undefined, notes: readonly Related[]): RosterRow['state'] {
  const outcome = shown === undefined || shown.outcome === 'ignored' ? null : shown.outcome
  const ended = notes.findLast(note => note.ended)
  const isLater = shown !== undefined && ended !== undefined && inOrder(shown, ended) > 0
  if (ended !== undefined && !(isLater && outcome !== 'rejected')) return 'withdrawn'
  if (outcome === 'accepted')
    return notes.some(({ relation, outcome: one }) => relation === 'withdrawal' && one === 'held')
      ? 'withdrawing'
      : 'accepted'
  if (outcome !== null && outcome !== 'noted') return outcome
  const declined = notes.findLast(({ relation }) => relation === 'declined')
  if (declined !== undefined) return declined.settled ? 'declined' : 'declining'
  return notes.some(({ relation }) => relation === 'evidence') ? 'evidence' : 'none'
}
