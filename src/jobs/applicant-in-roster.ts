import type { Call } from '../core/call/call.ts'
import { normalise } from '../core/naming/normalise.ts'
import { matchBranch } from '../core/naming/roster.ts'
import { UsageError } from '../errors.ts'

const SHOWN = 5

/** The roster's name of whom somebody wrote: exactly, after normalising, or by a part that fits one only. Throws UsageError with the choices. */
export function applicantInRoster(written: string, call: Call): string {
  const found = matchBranch(written, call)
  if (found.kind === 'known') return found.branch.name
  const wanted = normalise(written)
  const holding = wanted === '' ? [] : call.roster.filter(({ name }) => normalise(name).includes(wanted))
  const [only, ...others] = holding
  if (only !== undefined && others.length === 0) return only.name
  const near = found.kind === 'near' ? found.suggestions : found.kind === 'ambiguous' ? found.candidates : []
  const choices = (holding.length > 0 ? holding : near).map(({ name }) => name)
  const named = choices.slice(0, SHOWN).join('、')
  const meant = choices.length === 0 ? '' : `，您是指${named}${choices.length > SHOWN ? '等' : ''}？`
  throw new UsageError(`“${written}”不在名册中${meant}`)
}
