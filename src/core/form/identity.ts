import type { Found } from './assign/presence.ts'
import { type FieldId, type FormDescription, requiredOf } from './description.ts'
import { KNOWN } from './evidence/telling.ts'

/** What the title of a document says of it. */
type Title = 'own' | 'other' | 'none'

/** The fields whose label stands in a document, over an answer or over nothing: their own or understood, or for `isOwn` their own alone. */
function labelled({ fields, sections }: Found, isOwn: boolean): Set<FieldId> {
  const values = [...fields].filter(([, { label }]) => (isOwn ? label === 'own' : label !== 'none'))
  const parts = [...sections.owned].map(([field, one]) => [field, one.parts] as const)
  const told = [...parts, ...sections.blank].filter(([field, some]) =>
    some.some(part => (part.telling.get(field) ?? 0) >= (isOwn ? 1 : KNOWN)),
  )
  return new Set([...values, ...told].map(([field]) => field))
}

/**
 * A name, a telephone, a list of awards stand in any paper: without its title, most of the form must be there, and where the title is that
 * of another form, in the form's own words.
 */
export function isTheForm(title: Title, found: Found, form: FormDescription): boolean {
  const labels = labelled(found, title === 'other')
  if (title === 'own') return labels.size >= FEWEST
  const required = requiredOf(form)
  const sections = required.filter(field => Object.hasOwn(form.sections, field))
  return isMost(required, labels) && isMost(sections, labels)
}

/** Beside its own title. */
const FEWEST = 2

const isMost = (fields: readonly FieldId[], labels: ReadonlySet<FieldId>): boolean =>
  fields.filter(field => labels.has(field)).length * 2 >= fields.length
