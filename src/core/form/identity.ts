import type { Found } from './assign/presence.ts'
import { type FieldId, type FormDescription, requiredOf } from './description.ts'
import { KNOWN } from './evidence/telling.ts'

/** What the title of a document says of it. */
type Title = 'own' | 'other' | 'none'

/** The fields whose own or understood label stands in a document, over an answer or over nothing. */
function labelled({ fields, sections }: Found): Set<FieldId> {
  const values = [...fields].filter(([, { label }]) => label !== 'none')
  const owned = [...sections.owned].filter(([field, { parts }]) =>
    parts.some(part => (part.telling.get(field) ?? 0) >= KNOWN),
  )
  return new Set([...values, ...owned, ...sections.blank].map(([field]) => field))
}

/** A name, a telephone, a list of awards stand in any paper: without its title, most of the form must be there. */
export function isTheForm(title: Title, found: Found, form: FormDescription): boolean {
  const labels = labelled(found)
  if (title === 'own') return labels.size >= FEWEST
  const required = requiredOf(form)
  const sections = required.filter(field => Object.hasOwn(form.sections, field))
  return isMost(required, labels) && isMost(sections, labels)
}

/** Beside its own title. */
const FEWEST = 2

const isMost = (fields: readonly FieldId[], labels: ReadonlySet<FieldId>): boolean =>
  fields.filter(field => labels.has(field)).length * 2 >= fields.length
