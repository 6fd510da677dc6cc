import { normalise } from '../naming/normalise.ts'
import type { CheckDescription } from './check-description.ts'

type Titled = Pick<CheckDescription, 'id' | 'title'>

/** A condition by what somebody wrote, or those that it may be: its id, its title, or a part of one title only. */
export function findCheck<Found extends Titled>(
  written: string,
  checks: readonly Found[],
): { readonly found: Found } | { readonly choices: readonly Found[] } {
  const wanted = normalise(written)
  const same = checks.filter(({ id, title }) => id === written.trim() || normalise(title) === wanted)
  const part = wanted === '' ? [] : checks.filter(({ title }) => normalise(title).includes(wanted))
  const [found, ...others] = same.length > 0 ? same : part
  if (found !== undefined && others.length === 0) return { found }
  return { choices: part.length > 1 ? part : checks }
}
