import type { Decision } from '../core/judge/decision.ts'
import { inOrder, isNote, keyOf, type Related } from './digest-related.ts'

/**
 * Whether a later mail superseded it: a newer version of the applicant was accepted; of what was returned, a newer one is open; what was
 * returned because it named nobody, its sender then applied for one that may be meant, and was accepted.
 */
export function supersededAmong(
  related: readonly Related[],
  decisionOn: (id: number, entry: number) => Decision | null,
): (one: Related) => boolean {
  const accepted = newest(related.filter(({ standing }) => standing))
  const open = newest(related.filter(({ outcome }) => outcome === 'returned' || outcome === 'held'))
  const bySender = Map.groupBy(
    related.filter(({ outcome, from }) => outcome === 'accepted' && from !== null),
    senderKey,
  )
  return one => {
    // No version outdates what is none; but what was confirmed once needn't be again.
    if (isNote(one)) return isConfirmedBy(one, related)
    if (keyOf(one) === null)
      return one.outcome === 'returned' && isAppliedFor(one, bySender, decisionOn(one.id, one.entry))
    const isOlderThan = (versions: ReadonlyMap<string, number>) =>
      (versions.get(applicationOf(one)) ?? 0) > (one.version ?? 0)
    return isOlderThan(accepted) || (one.outcome === 'returned' && isOlderThan(open))
  }
}

const TAKES_BACK: readonly Related['relation'][] = ['withdrawal', 'declined']

/** Another withdrawal, or «不申报», of the same applicant that a person confirmed, with no version between the two. */
function isConfirmedBy(one: Related, related: readonly Related[]): boolean {
  if (!TAKES_BACK.includes(one.relation) || keyOf(one) === null) return false
  const own = related.filter(other => other !== one && applicationOf(other) === applicationOf(one))
  const versions = own.filter(other => !isNote(other) && other.outcome !== 'rejected')
  return own.some(other => isConfirmed(other) && !versions.some(version => isBetween(version, [one, other])))
}

const isConfirmed = ({ relation, ended, settled }: Related): boolean =>
  ended === true || (relation === 'declined' && settled === true)

function isBetween(one: Related, ends: readonly [Related, Related]): boolean {
  const [first, last] = inOrder(...ends) < 0 ? ends : [ends[1], ends[0]]
  return inOrder(first, one) < 0 && inOrder(one, last) < 0
}

const applicationOf = (one: Related): string => `${one.call}\n${keyOf(one)}`
const senderKey = ({ call, from }: Related): string => `${call}\n${from?.toLowerCase()}`

const newest = (of: readonly Related[]): ReadonlyMap<string, number> => {
  const versions = new Map<string, number>()
  for (const one of of) {
    const key = applicationOf(one)
    versions.set(key, Math.max(versions.get(key) ?? 0, one.version ?? 0))
  }
  return versions
}

function isAppliedFor(
  one: Related,
  bySender: ReadonlyMap<string, readonly Related[]>,
  decision: Decision | null,
): boolean {
  const later = (bySender.get(senderKey(one)) ?? []).filter(
    ({ receivedAt }) => (receivedAt ?? '') > (one.receivedAt ?? ''),
  )
  const near = decision?.problems.find(({ code }) => code === 'branch.unknown')?.expected?.split('、')
  return later.some(other => keyOf(other) !== null && (near === undefined || near.includes(other.branch ?? '')))
}
