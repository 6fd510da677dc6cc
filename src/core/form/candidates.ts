import { type Block, plainText } from '../document/document.ts'
import { listKind } from './columns.ts'
import type { FieldId, FormDescription } from './description.ts'
import { isBetween } from './heading.ts'
import { whoseRow } from './honour-rows.ts'
import { KNOWN, type Labels, type Telling } from './labels.ts'
import { allOf, type Outline, within } from './outline.ts'
import { type Place, textAt } from './place.ts'
import { placesOf } from './places.ts'
import { isProse } from './shapes.ts'
import { bearsTitle } from './title.ts'

/** Kinds of sections that end another and aren't read. */
const CLOSING: ReadonlySet<string> = new Set(['opinions', 'others', 'safeguards', 'instructions'])

/** A part of the document that a field may own as a whole, with the places within it. */
export type Candidate = {
  /** In reading order. */
  readonly order: number
  /** Its heading or label as written; '' for what stands before the first heading. */
  readonly label: string
  readonly telling: Telling
  readonly blocks: readonly Block[]
  readonly takes: readonly object[]
  /** What of the form's own words closes it: «意见», «说明»; null where it may hold answers. */
  readonly closing: string | null
  readonly places: readonly Place[]
  /** Whether it is a heading's, not a cell's or a line's. */
  readonly isSection: boolean
  /** Whether it is labels with their answers: whatever its heading says («支部概况»), it is no text. */
  readonly isOfValues: boolean
}

type Cut = { readonly outline: Outline; readonly labels: Labels; readonly form: FormDescription }

/** A document in parts: sections by their headings, those within a section apart where they are another field's. */
export function candidatesOf(outline: Outline, labels: Labels, form: FormDescription): Candidate[] {
  const cut: Cut = { outline, labels, form }
  const highest = outline.sections.flatMap(({ parent, heading }, index) =>
    parent === null && heading !== null ? [index] : [],
  )
  const parts = [part(0, outline.sections[0]?.blocks ?? [], cut), ...highest.flatMap(at => divide(at, cut))]
  return parts.flatMap(one => withCells(one, cut)).map((one, order) => ({ ...one, order }))
}

/** A section, and apart from it those within it that are other fields'. */
function divide(at: number, cut: Cut): Candidate[] {
  const own = meaning(at, cut)
  if (own === 'instructions') return divideInstructions(at, cut)
  const inside = childrenOf(at, cut)
  if (isChapter(at, inside, cut))
    return [part(at, cut.outline.sections[at]?.blocks ?? [], cut), ...inside.flatMap(index => divide(index, cut))]
  const out = topmost(
    within(cut.outline, at).filter(index => isOther(index, own, cut)),
    cut,
  )
  return [part(at, allOf(cut.outline, at, new Set(out)), cut), ...out.flatMap(index => divide(index, cut))]
}

const childrenOf = (at: number, { outline }: Cut): number[] =>
  outline.sections.flatMap(({ parent }, index) => (parent === at ? [index] : []))

/** The title, or a heading over several of the form's own that stand nowhere else: what stands in it are sections, known or not. */
function isChapter(at: number, inside: readonly number[], cut: Cut): boolean {
  if (bearsTitle(cut.outline.sections[at]?.heading?.text ?? '', cut.form)) return true
  const own = meaning(at, cut)
  const others = new Set(inside.map(index => meaning(index, cut)).filter(one => one !== null && one !== own))
  if (others.size < (own === null ? 1 : 2)) return false
  const all = within(cut.outline, at)
  return !cut.outline.sections.some(
    (_, index) => index !== at && !all.includes(index) && others.has(meaning(index, cut)),
  )
}

/** Instructions hold neither a table nor the form's own headings: from the first of either on, it is the form itself. */
function divideInstructions(at: number, cut: Cut): Candidate[] {
  const inside = within(cut.outline, at)
  const end = inside.findIndex(index => endsInstructions(index, cut))
  const out = topmost(end < 0 ? [] : inside.slice(end), cut)
  const blocks = allOf(cut.outline, at, new Set(out))
  const table = blocks.findIndex(({ kind }) => kind === 'table')
  const told = table < 0 ? blocks : blocks.slice(0, table)
  const rest = table < 0 ? [] : [part(0, blocks.slice(table), cut)]
  return [part(at, told, cut), ...rest, ...out.flatMap(index => divide(index, cut))]
}

const topmost = (sections: readonly number[], { outline }: Cut): number[] =>
  sections.filter(index => !sections.some(other => within(outline, other).includes(index)))

function endsInstructions(index: number, cut: Cut): boolean {
  const { outline, labels } = cut
  if (allOf(outline, index).some(({ kind }) => kind === 'table')) return true
  const inner = meaning(index, cut)
  if (inner !== null) return !isSpokenOf(index, inner, cut)
  return (tellingOf(outline.sections[index]?.heading?.text ?? '', labels).get('basics') ?? 0) >= KNOWN
}

/** Which text or closing kind a section's heading is wholly understood as. */
function meaning(at: number, { outline, labels, form }: Cut): string | null {
  const heading = outline.sections[at]?.heading ?? null
  if (heading === null) return null
  const [first] = [...tellingOf(heading.text, labels)].sort(([, a], [, b]) => b - a)
  if (first === undefined || first[1] < KNOWN) return null
  return Object.hasOwn(form.sections, first[0]) || CLOSING.has(first[0]) ? first[0] : null
}

/** Within a section that is understood, an applicant's own numbered headings are its text; the form's own labels never are. */
function isOther(index: number, own: string | null, cut: Cut): boolean {
  const { outline, labels } = cut
  const section = outline.sections[index]
  const inner = meaning(index, cut)
  if (section?.heading === null || section === undefined || inner === null || inner === own) return false
  if (own === null) return true
  if (labels.exact(section.heading.text) === inner) return true
  return !section.isInCell && section.heading.ordinal === null
}

/** What instructions say of a section, which begins elsewhere. */
const isSpokenOf = (index: number, own: string, cut: Cut): boolean =>
  !allOf(cut.outline, index).some(({ kind }) => kind === 'table') &&
  cut.outline.sections.some((_, other) => other !== index && meaning(other, cut) === own)

function part(at: number, blocks: readonly Block[], { outline, labels, form }: Cut): Candidate {
  const written = outline.sections[at]?.heading?.text ?? ''
  const heading = bearsTitle(written, form) ? '' : written
  const telling = tellingOf(heading, labels)
  const [first] = [...telling].sort(([, a], [, b]) => b - a)
  const closing = first !== undefined && first[1] >= KNOWN && CLOSING.has(first[0]) ? first[0] : null
  const places = closing === null ? placesOf(blocks, labels, heading === '' ? null : heading) : []
  const isOfValues = false
  return { order: 0, label: heading, telling, blocks, takes: blocks, closing, places, isSection: true, isOfValues }
}

const COMPANION = /^([^，,。；;:：]{2,30}?)(?:以及|及|和|与)[^，,。；;:：]{2,12}$/

/** «创建举措及完成时限»: a heading may name what else belongs to its section. */
function tellingOf(heading: string, labels: Labels): Telling {
  const telling = labels.tells(heading)
  const first = COMPANION.exec(heading.trim())?.[1]
  const field = first === undefined ? null : labels.exact(first)
  return field === null ? telling : new Map([...telling, [field, 0.98]])
}

/** Label cells with what stands beside them: parts of their own, taken out of the part in which they stand. */
function withCells(whole: Candidate, { labels, form }: Cut): Candidate[] {
  const told = [...whole.telling].find(([field, strength]) => strength >= KNOWN && Object.hasOwn(form.sections, field))
  const isOfValues = holdsValues(whole, { labels, form })
  const own = told === undefined || isOfValues ? null : told[0]
  const owner = { labels, form, own, hasText: hasOwnText(whole) }
  const all = whole.places.filter(place => isPart(place, owner) || (own === null && isApart(place, whole, form)))
  const apart = all.filter(place => !all.some(other => holds(other, place)))
  if (apart.length === 0) return isOfValues ? withText({ ...whole, isOfValues }) : [whole]
  const takes = new Set(apart.flatMap(place => place.takes))
  const places = whole.places.filter(place => !place.takes.every(one => takes.has(one)))
  const cells = apart.map((place): Candidate => {
    const telling = place.from === 'list' ? tellingOfList(place, form) : labels.tells(place.label)
    const [first] = [...telling].sort(([, a], [, b]) => b - a)
    const closing = first !== undefined && CLOSING.has(first[0]) ? first[0] : null
    return {
      ...whole,
      label: place.label,
      telling,
      blocks: place.blocks,
      takes: place.takes,
      closing,
      places: [],
      isSection: false,
    }
  })
  const rest = { ...whole, isOfValues, blocks: without(whole.blocks, takes), places }
  return [...(isOfValues ? withText(rest) : [rest]), ...cells]
}

/** Text that stands over or under labels and their answers is a part of its own. */
function withText(part: Candidate): Candidate[] {
  const taken = new Set(part.places.flatMap(({ takes }) => takes))
  const texts = part.blocks.filter(block => block.kind === 'paragraph' && !taken.has(block))
  if (!isProse(plainText(texts))) return [part]
  const blocks = part.blocks.filter(block => !texts.includes(block))
  return [
    { ...part, blocks },
    { ...part, blocks: texts, takes: texts, places: [], isOfValues: false },
  ]
}

const holdsValues = ({ places }: Candidate, { labels, form }: Pick<Cut, 'labels' | 'form'>): boolean =>
  places.filter(
    ({ from, label }) =>
      (from === 'row' || from === 'column' || from === 'line') &&
      [...labels.tells(label)].some(([field, strength]) => strength >= KNOWN && Object.hasOwn(form.fields, field)),
  ).length > 2

/** Whether it begins with a text of its own, and not with rows under labels. */
const hasOwnText = ({ blocks }: Candidate): boolean => {
  const first = blocks.find(block => block.kind === 'table' || !isBetween(block.text))
  return first?.kind === 'paragraph' && first.text.trim().length >= TEXT
}
/** A line of this length is no lead to what follows. */
const TEXT = 20

/** Whether a place is all of another and more. */
export const holds = (outer: Place, inner: Place): boolean =>
  outer !== inner && outer.takes.length > inner.takes.length && inner.takes.every(one => outer.takes.includes(one))

/** A list that is understood, among other places. */
const isApart = (place: Place, { places }: Candidate, form: FormDescription): boolean =>
  place.from === 'list' &&
  tellingOfList(place, form).size > 0 &&
  places.some(({ from }) => from === 'row' || from === 'line')

/** What the labels over a list's columns tell of it. */
function tellingOfList({ blocks }: Place, form: FormDescription): Telling {
  const [table] = blocks
  const kind = table?.kind === 'table' ? listKind(table) : null
  const fields = Object.entries(form.sections).filter(([, { type }]) => type === kind)
  return new Map(fields.map(([field]) => [field, KNOWN]))
}

type Owner = {
  readonly labels: Labels
  readonly form: FormDescription
  readonly own: FieldId | null
  readonly hasText: boolean
}

function isPart(place: Place, { labels, form, own, hasText }: Owner): boolean {
  if (place.label === '' || place.from === 'near' || place.from === 'loose') return false
  const [first] = [...labels.tells(place.label)].sort(([, a], [, b]) => b - a)
  // A label cell closes what stands over it, as a heading does.
  if (first === undefined || first[1] < KNOWN) {
    if (own === null) return place.from === 'row' && isLong(place)
    return hasText && place.from === 'row' && whoseRow(place.label) === null
  }
  if (!Object.hasOwn(form.sections, first[0]) && !CLOSING.has(first[0])) return false
  if (own === null) return place.from === 'row' || place.from === 'line' || place.from === 'column'
  const isOwn = labels.exact(place.label) !== null || first[0] === 'opinions' || (first[1] > 0.9 && isLong(place))
  return first[0] !== own && isOwn && (place.from === 'row' || place.from === 'line')
}

/** What no single value is: prose, or rows. */
const isLong = (place: Place): boolean => {
  const text = textAt(place)
  return text.length >= 25 && (isProse(text) || text.includes('\n'))
}

/** Blocks without the cells and paragraphs that are another's. */
export const without = (blocks: readonly Block[], takes: ReadonlySet<object>): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind === 'paragraph') return takes.has(block) ? [] : [block]
    const cells = block.cells.filter(cell => !takes.has(cell.blocks))
    return cells.length === 0 ? [] : [{ ...block, cells }]
  })
