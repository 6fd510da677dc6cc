import type { Applicant } from '../call/applicant.ts'

/** An entry of a message, as far as its name goes. */
type Named = { readonly call: string | null; readonly applicant: Applicant | null }

/**
 * By what a person names each of a message's entries: the applicant's key; with the call before it where entries of two calls share it; the
 * place, from 1, where the applicant is open.
 */
export function entryNames(entries: readonly Named[]): readonly string[] {
  return entries.map(({ call, applicant }, index) => {
    if (applicant === null) return `${index + 1}`
    const isAlone = entries.filter(one => one.applicant?.key === applicant.key).length === 1
    return isAlone ? applicant.key : `${call}:${applicant.key}`
  })
}

/** The place, from 0, of the entry of that name; its place from 1, or how people read its applicant, will do. null: none, or several, bear it. */
export function entryNamed(name: string, entries: readonly Named[]): number | null {
  const wanted = name.trim()
  const names = entryNames(entries)
  const bears = ({ applicant }: Named, index: number): boolean =>
    [names[index], `${index + 1}`, applicant?.shown].includes(wanted)
  const found = entries.flatMap((one, index) => (bears(one, index) ? [index] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}
