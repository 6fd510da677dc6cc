import type { Call } from '../core/call/call.ts'
import { matchBranch } from '../core/naming/roster.ts'
import { UsageError } from '../errors.ts'

/** The roster's name of the branch that somebody wrote. Throws UsageError with the names near to it, where there is none. */
export function branchInRoster(written: string, call: Call | undefined): string {
  const found = call === undefined ? null : matchBranch(written, call)
  switch (found?.kind) {
    case 'known':
      return found.branch.name
    case 'near':
      throw notThere(written, call, found.suggestions)
    case 'ambiguous':
      throw notThere(written, call, found.candidates)
    default:
      throw notThere(written, call, [])
  }
}

function notThere(written: string, call: Call | undefined, near: readonly { readonly name: string }[]): UsageError {
  const names = near.map(({ name }) => name)
  const meant = names.length === 0 ? '' : `: did you mean ${names.join(' or ')}?`
  return new UsageError(`${written} does not stand in the roster of ${call?.id ?? 'a call that is open'}${meant}`)
}
