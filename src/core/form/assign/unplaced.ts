import { plainText } from '../../document/document.ts'
import type { FieldId } from '../description.ts'
import { KNOWN } from '../evidence/telling.ts'
import type { Unplaced } from '../form.ts'
import { withoutBlankLists } from '../outline/columns.ts'
import { textOf } from '../outline/grid.ts'
import type { Candidate } from '../places/candidate.ts'
import { holds, without } from '../places/label-cells.ts'
import { type Place, textAt } from '../places/place.ts'
import { titleOf } from '../title.ts'
import type { Assigning, Assignment } from './assign.ts'
import type { Value } from './fields.ts'

type Owners = { readonly sections: Assignment; readonly fields: ReadonlyMap<FieldId, Value> }

/** What was written and has no owner, part by part: answers beside labels that nobody knows, and text that stands by itself. */
export function unplacedIn(parts: readonly Candidate[], owners: Owners, assigning: Assigning): Unplaced[] {
  const owned = new Set([...owners.sections.owned.values()].flatMap(one => one.parts))
  const taken = new Set([...owners.fields.values()].flatMap(({ takes }) => takes))
  return parts.filter(part => part.closing === null && !owned.has(part)).flatMap(part => leftIn(part, taken, assigning))
}

function leftIn(part: Candidate, taken: ReadonlySet<object>, { labels, prompts, form }: Assigning): Unplaced[] {
  const isTaken = ({ takes }: Place) => takes.some(one => taken.has(one))
  const left = part.places.filter(place => !isTaken(place) && place.from !== 'list' && place.from !== 'near')
  const strange = left.filter(
    place =>
      !isKnown(place, labels) &&
      (place.label !== '' || place.from === 'loose') &&
      !part.places.some(other => holds(place, other)),
  )
  const labelled = strange.flatMap(place => {
    const text = textAt(place)
    const heading = place.from === 'loose' ? part.label : place.label.replace(/\s/g, '')
    return prompts.isAnswered(text) ? [{ heading, text: prompts.without(text) }] : []
  })
  const all = new Set([...part.places.filter(({ from }) => from !== 'list').flatMap(({ takes }) => takes), ...taken])
  const rest = textOf(without(withoutBlankLists(part.blocks), all))
    .split('\n')
    .filter(line => line.trim() !== '' && prompts.isAnswered(line) && !isCover(line, part))
  const isTitle = () => part.order === 0 && titleOf({ blocks: part.blocks }, form) === 'own'
  if (rest.length === 0 || isTitle()) return labelled
  return [...labelled, { heading: part.label, text: rest.join('\n') }]
}

/** Labels of what forms ask for and nobody judges, and of fields that have their value from elsewhere; in other words it may be another's. */
const isKnown = ({ label, groups }: Place, labels: Assigning['labels']): boolean =>
  labels.knows(label) ||
  [...labels.tells(label, groups)].some(([field, strength]) => strength >= KNOWN && !labels.isOtherWords(label, field))

/** Title, date and «附件2» before the first heading are nobody's text. */
const isCover = (line: string, part: Candidate): boolean =>
  part.label === '' && part.isSection && line.trim().length < 40 && !plainText(part.blocks).includes(`${line}。`)
