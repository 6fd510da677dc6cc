import type { Outcome } from './decision.ts'
import type { Finding } from './findings/finding.ts'

/** The order of precedence of the outcomes; `mendable`: somebody has the time to mend it, and was meant to be asked. */
export function outcomeOf(findings: readonly Finding[], mendable: boolean): Outcome {
  const has = (gravity: Finding['gravity']) => findings.some(one => one.gravity === gravity)
  if (has('late')) return 'rejected'
  if (has('uncertain')) return 'held'
  if (has('final')) return 'rejected'
  if (has('doubt')) return 'held'
  if (has('fixable')) return mendable ? 'returned' : 'held'
  return has('person') ? 'held' : 'accepted'
}
