import type { Call } from '../call/call.ts'
import { normalise } from '../naming/normalise.ts'
import { matchBranch } from '../naming/roster.ts'
import { clean } from '../text/quote.ts'

const SHOWN = 5

/** The roster's name of whom somebody wrote: exactly after normalising, else by a part that fits one only; else why not, with the choices. */
export function chooseApplicant(
  written: string,
  call: Call | undefined,
  known: string | null = null,
): { readonly name: string } | { readonly why: string } {
  if (known !== null && isPartOf(written, known)) return { name: known }
  if (call === undefined) return { why: `不能确定“${clean(written, 40)}”是谁` }
  const found = matchBranch(written, call)
  if (found.kind === 'known') return { name: found.branch.name }
  const holding = call.roster.filter(({ name }) => isPartOf(written, name))
  const [only, ...others] = holding
  if (only !== undefined && others.length === 0) return { name: only.name }
  const near = found.kind === 'near' ? found.suggestions : found.kind === 'ambiguous' ? found.candidates : []
  const choices = (holding.length > 0 ? holding : near).map(({ name }) => name)
  const meant =
    choices.length === 0 ? '' : `，您是指${choices.slice(0, SHOWN).join('、')}${choices.length > SHOWN ? '等' : ''}？`
  return { why: `“${clean(written, 40)}”${call.applicant.inRoster ? '不在名册中' : '没有申报'}${meant}` }
}

/** Whether somebody wrote the name, or a part of it. */
export const isPartOf = (written: string, name: string): boolean => {
  const wanted = normalise(written)
  return wanted !== '' && normalise(name).includes(wanted)
}
