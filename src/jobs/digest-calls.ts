import { BRANCH } from '../core/call/applicants.ts'
import type { Call } from '../core/call/call.ts'
import type { CallFacts, RosterRow } from '../core/digest/facts.ts'
import { expectedFile, expectedSubject } from '../core/judge/findings/naming-findings.ts'
import { BRANCH_ENDING } from '../core/naming/branch-key.ts'
import { dateOf, inOrder, isNote, keyOf, type Related, rootOf } from './digest-related.ts'
import { rowOf } from './digest-row.ts'

/** Where a call stands: its applicants, and those that applied without standing in its roster. */
export function callFacts(call: Call, related: readonly Related[], isSuperseded: (one: Related) => boolean): CallFacts {
  const ofCall = related.filter(one => one.call === call.id)
  const submissions = ofCall.filter(one => one.relation === 'application')
  const { id, title, announced, deadline, nouns } = call
  const blank = blankOf(call)
  return {
    ...{ id, title, announced, deadline, nouns, blank, inRoster: call.applicant.inRoster },
    naming: {
      subject: expectedSubject({ call, branch: blank }),
      file: expectedFile({ call, branch: blank }, '').replace(/\.(?:zip)?$/, ''),
      packed: call.naming.archive !== null,
    },
    rows: rowsOf(call, ofCall),
    unknownSubmissions: submissions.filter(one => isUnknown(one, call) && !isSuperseded(one)).length,
    received: submissions.flatMap(one => {
      const at = dateOf(one)
      return at === null || one.outcome === null ? [] : [{ at, outcome: one.outcome }]
    }),
  }
}

/** What the notice prints in the place of a name of the roster. */
const blankOf = ({ applicant: { inRoster, key }, nouns }: Call): string | null =>
  inRoster ? `XX${key === BRANCH ? BRANCH_ENDING : nouns.applicant}` : null

/** Of nobody, or of somebody whom the roster lacks. */
const isUnknown = (one: Related, call: Call): boolean =>
  keyOf(one) === null || (call.applicant.inRoster && rootOf(one, call) === null)

/** The roster in its order, of each row whoever applied for it; then who applied beside it, in the order in which they came. */
function rowsOf(call: Call, ofCall: readonly Related[]): readonly RosterRow[] {
  const counting = ofCall
    .filter(one => one.relation === 'application' || (isNote(one) && changesState(one)))
    .sort(inOrder)
  const byKey = Map.groupBy(
    counting.filter(one => keyOf(one) !== null),
    one => keyOf(one) ?? '',
  )
  const row = (key: string, listed: boolean, root: string | null = null): RosterRow => {
    const own = byKey.get(key) ?? []
    const shown = own.findLast(({ applicant }) => applicant !== null)?.applicant?.shown ?? key
    return { ...rowOf(own), applicant: { key, shown }, root, listed, excluded: false }
  }
  const listed = call.roster.flatMap(({ name, excluded }) =>
    keysOf(name, [...byKey.values()], call).map(key => ({ ...row(key, true, name), excluded: excluded !== null })),
  )
  const isApplication = (own: readonly Related[]) => own.some(({ relation }) => relation === 'application')
  const others = [...byKey].filter(([, own]) => isApplication(own) && own.every(one => rootOf(one, call) === null))
  return [...listed, ...others.map(([key]) => row(key, !call.applicant.inRoster))]
}

/** Those of one row of the roster. What named the row alone is left out once somebody of it came by name after it. */
function keysOf(name: string, all: readonly (readonly Related[])[], call: Call): readonly string[] {
  if (call.applicant.several === null) return [name]
  const own = all.filter(([one]) => one !== undefined && rootOf(one, call) === name)
  const named = own.filter(([one]) => one !== undefined && keyOf(one) !== name)
  const bare = own.find(([one]) => one !== undefined && keyOf(one) === name)?.at(-1)
  const isLast = bare !== undefined && named.every(entries => entries.every(one => inOrder(one, bare) < 0))
  const keys = named.flatMap(([one]) => (one === undefined ? [] : (keyOf(one) ?? [])))
  return keys.length === 0 || isLast ? [...keys, name] : keys
}

/** What a stranger says of an applicant makes no state, but for a withdrawal that waits or was confirmed. */
const changesState = ({ stranger, relation, settled }: Related): boolean =>
  stranger !== true || settled === true || relation === 'withdrawal'
