import type { Applicant } from '../core/call/applicant.ts'
import type { Call } from '../core/call/call.ts'
import { normalise } from '../core/naming/normalise.ts'
import { matchBranch } from '../core/naming/roster.ts'
import { UsageError } from '../errors.ts'

const SHOWN = 5

/**
 * Whom somebody wrote, of the roster and of those who applied: exactly, after normalising, or by a part that fits one only. Throws UsageError
 * with the choices.
 */
export function applicantNamed(written: string, applied: readonly Applicant[], call: Call): Applicant {
  const all = choosable(applied, call)
  const wanted = normalise(written)
  const same = all.filter(one => [one.key, one.shown].some(name => normalise(name) === wanted))
  const holding = wanted === '' ? [] : all.filter(({ shown }) => normalise(shown).includes(wanted))
  const [only, ...others] = same.length > 0 ? same : (named(written, all, call) ?? holding)
  if (only !== undefined && others.length === 0) return only
  const choices = (holding.length > 0 ? holding.map(({ shown }) => shown) : near(written, call)).slice(0, SHOWN + 1)
  const meant =
    choices.length === 0 ? '' : `，您是指${choices.slice(0, SHOWN).join('、')}${choices.length > SHOWN ? '等' : ''}？`
  throw new UsageError(`“${written}”${call.applicant.inRoster ? '不在名册中' : '没有申报'}${meant}`)
}

/** Each once; a row of the roster by itself, unless those who applied for it have names of their own. */
function choosable(applied: readonly Applicant[], { roster, applicant: { several } }: Call): readonly Applicant[] {
  const own = several === null ? [] : applied.filter(({ key }) => key.includes('/'))
  const rows = roster.filter(({ name }) => !own.some(({ key }) => key.startsWith(`${name}/`)))
  const all = [...rows.map(({ name }) => ({ key: name, shown: name })), ...own, ...applied]
  return [...new Map(all.map(({ key, shown }) => [key, { key, shown }])).values()]
}

/** By an alias, or with the unit in front; null: it is nobody's name. */
function named(written: string, all: readonly Applicant[], call: Call): readonly Applicant[] | null {
  const found = matchBranch(written, call)
  const row = found.kind === 'known' ? all.filter(({ key }) => key === found.branch.name) : []
  return row.length === 0 ? null : row
}

function near(written: string, call: Call): readonly string[] {
  const found = matchBranch(written, call)
  const branches = found.kind === 'near' ? found.suggestions : found.kind === 'ambiguous' ? found.candidates : []
  return branches.map(({ name }) => name)
}
