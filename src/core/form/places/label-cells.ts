import { type Block, plainText } from '../../document/document.ts'
import type { FieldId, FormDescription, SectionType } from '../description.ts'
import { BASICS, CLOSING, type Labels, OPINIONS, UNREAD } from '../evidence/labels.ts'
import { isProse } from '../evidence/shapes.ts'
import { ALIKE, KNOWN, most, type Telling, TWOFOLD, understood } from '../evidence/telling.ts'
import { listKind } from '../outline/columns.ts'
import { textOf } from '../outline/grid.ts'
import { isBetween } from '../outline/heading.ts'
import { whoseRow } from '../values/honour-rows.ts'
import { isGrades } from '../values/review-grades.ts'
import type { Candidate, Reading } from './candidate.ts'
import { isOverMore } from './chapter.ts'
import { type Place, textAt } from './place.ts'

/** Label cells with what stands beside them: parts of their own, taken out of the part in which they stand. */
export function withCells(whole: Candidate, reading: Reading): Candidate[] {
  const { labels, form } = reading
  const told = [...whole.telling].find(([field, strength]) => strength >= KNOWN && Object.hasOwn(form.sections, field))
  const values = whole.places.filter(place => isValue(place, reading))
  const isOfValues = values.length > 2
  const isJoint = [...whole.telling.values()].filter(strength => strength >= TWOFOLD).length > 1
  const list = told === undefined && !isOfValues && !isJoint ? listOf(whole.blocks) : null
  if (list !== null) return [{ ...whole, telling: new Map([...whole.telling, ...tellingOf(list, form)]) }]
  const rows = whole.places.filter(place => place.from === 'row')
  if (told !== undefined && isOverMore(told[0], rows, reading))
    return withCells({ ...whole, telling: new Map([...whole.telling].filter(([field]) => field !== told[0])) }, reading)
  const own = told === undefined || isOfValues ? null : told[0]
  const owner = {
    labels,
    form,
    own,
    hasText: hasOwnText(whole),
    tables: whole.blocks,
    values,
  }
  const all = whole.places.filter(
    place => isPart(place, owner) || (own === null ? isApart(place, whole, form) : isOthers(place, owner)),
  )
  const parts = all.filter(place => !isChapter(place, all, labels))
  const apart = parts.filter(place => !parts.some(other => holds(other, place)))
  const takes = new Set(apart.flatMap(place => place.takes))
  const places = whole.places.filter(place => !place.takes.every(one => takes.has(one)))
  const cells = apart.map((place): Candidate => {
    const telling = place.from === 'list' ? tellingOfList(place, form) : labels.tells(place.label)
    const kind = most(telling)
    const closing = CLOSING.has(kind) ? kind : null
    const { label, blocks, takes } = place
    return { ...whole, label, telling, blocks, takes, closing, places: [], isSection: false }
  })
  const rest = { ...whole, isOfValues, blocks: without(whole.blocks, takes), places }
  return [...(isOfValues ? withText(rest) : [rest]), ...cells]
}

/** What a part is wholly by what stands in it, whatever its heading says: years with their grades, one list. */
function listOf(blocks: readonly Block[]): SectionType | null {
  if (isGrades(textOf(blocks))) return 'reviewGrades'
  const written = blocks.filter(block => block.kind === 'table' || block.text.trim().length >= TEXT)
  const [table, ...others] = written
  return table?.kind === 'table' && others.length === 0 ? listKind(table) : null
}

/** Text that stands over or under labels and their answers is a part of its own. */
function withText(part: Candidate): Candidate[] {
  const taken = new Set(part.places.flatMap(({ from, takes }) => (from === 'near' ? [] : takes)))
  const texts = part.blocks.filter(block => block.kind === 'paragraph' && !taken.has(block))
  if (!isProse(plainText(texts))) return [part]
  const blocks = part.blocks.filter(block => !texts.includes(block))
  return [
    { ...part, blocks },
    { ...part, blocks: texts, takes: texts, places: [], isOfValues: false },
  ]
}

/** A label over rows of which several are labelled as other sections («创建方案»: 思路, 举措, 成效): these are the parts. */
function isChapter(place: Place, all: readonly Place[], labels: Labels): boolean {
  const inside = all
    .filter(
      other => (other.from === 'row' || other.from === 'line') && holds(place, other) && whoseRow(other.label) === null,
    )
    .flatMap(({ label }) => understood(labels.tells(label)) ?? [])
  const own = most(labels.tells(place.label))
  const others = new Set(inside.filter(one => one !== own && !CLOSING.has(one)))
  return others.size > 1 || (others.size === 1 && (CLOSING.has(own) || inside.includes(own)))
}

/** «支部 | 先进党支部 | 2021.06.28»: whose honour it is, and no value's label. */
const DATED = /(?:19|20)\d\d[.年/-]/
const isValue = ({ from, label, blocks }: Place, { labels, form }: Reading): boolean =>
  !(whoseRow(label) !== null && (isProse(plainText(blocks)) || DATED.test(plainText(blocks)))) &&
  (from === 'row' || from === 'column' || from === 'line') &&
  [...labels.tells(label)].some(([field, strength]) => strength >= KNOWN && Object.hasOwn(form.fields, field))

/** Whether a text of its own stands before its first rows. */
const hasOwnText = ({ blocks }: Candidate): boolean => {
  const table = blocks.findIndex(({ kind }) => kind === 'table')
  return blocks
    .slice(0, table < 0 ? blocks.length : table)
    .some(block => block.kind === 'paragraph' && !isBetween(block.text) && block.text.trim().length >= TEXT)
}
/** A line of this length is no lead to what follows. */
const TEXT = 20

/** Whether a place is all of another and more. */
export const holds = (outer: Place, inner: Place): boolean =>
  outer !== inner &&
  ((outer.takes.length > inner.takes.length && inner.takes.every(one => outer.takes.includes(one))) ||
    (inner.takes.length > 0 && isWithin(outer.blocks, inner)))

/** In a table that stands in the cell of another. */
function isWithin(blocks: readonly Block[], place: Place): boolean {
  for (const block of blocks) {
    if (block.kind === 'paragraph') continue
    if (place.takes.every(one => block.cells.some(cell => cell.blocks === one))) return true
    if (block.cells.some(cell => isWithin(cell.blocks, place))) return true
  }
  return false
}

/** A list that is understood, among other places. */
const isApart = (place: Place, { places }: Candidate, form: FormDescription): boolean =>
  place.from === 'list' &&
  tellingOfList(place, form).size > 0 &&
  places.some(({ from }) => from === 'row' || from === 'line')

/** A list under a text that is another's. */
const isOthers = (place: Place, { own, hasText, form }: Owner): boolean =>
  place.from === 'list' &&
  hasText &&
  own !== null &&
  form.sections[own]?.type === 'text' &&
  tellingOfList(place, form).size > 0

/** What the labels over a list's columns tell of it. */
function tellingOfList({ blocks }: Place, form: FormDescription): Telling {
  const [table] = blocks
  return tellingOf(table?.kind === 'table' ? listKind(table) : null, form)
}

const tellingOf = (list: SectionType | null, { sections }: FormDescription): Telling =>
  new Map(Object.entries(sections).flatMap(([field, { type }]) => (type === list ? [[field, KNOWN] as const] : [])))

type Owner = {
  readonly labels: Labels
  readonly form: FormDescription
  readonly own: FieldId | null
  readonly hasText: boolean
  /** Where its tables stand: a line with wide gaps is none. */
  readonly tables: readonly Block[]
  /** Places under the labels of single values. */
  readonly values: readonly Place[]
}

function isPart(place: Place, { labels, form, own, hasText, tables, values }: Owner): boolean {
  if (place.label === '' || place.from === 'near' || place.from === 'loose') return false
  const told = labels.tells(place.label)
  const kind = most(told)
  const strength = told.get(kind) ?? 0
  // «时间安排» is a single value's label, and over a text a section's.
  const isEither = (told.get(UNREAD) ?? 0) >= KNOWN && strength < ALIKE
  // A label cell closes what stands over it, as a heading does.
  if (strength < KNOWN || (isEither && isLong(place))) {
    if (own === null) return place.from === 'row' && isLong(place) && !values.some(one => holds(place, one))
    const isCell = place.from === 'row' && place.table !== undefined && tables.includes(place.table)
    return hasText && isCell && whoseRow(place.label.split(/[:：]/)[0] ?? '') === null
  }
  // «支部概况» beside labels of values is over them, and no text.
  if ((told.get(BASICS) ?? 0) >= KNOWN && strength < 1 && values.some(one => holds(place, one))) return false
  if (isEither || (!Object.hasOwn(form.sections, kind) && !CLOSING.has(kind))) return false
  if (own === null) return place.from === 'row' || place.from === 'line' || place.from === 'column'
  const isOwn = labels.exact(place.label) !== null || kind === OPINIONS || (strength > 0.9 && isLong(place))
  return kind !== own && isOwn && (place.from === 'row' || place.from === 'line')
}

/** What no single value is: prose, or rows. */
const isLong = (place: Place): boolean => {
  const text = textAt(place)
  return isGrades(text) || (text.length >= 25 && (isProse(text) || text.includes('\n')))
}

/** Blocks without the cells and paragraphs that are another's. */
export const without = (blocks: readonly Block[], takes: ReadonlySet<object>): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind === 'paragraph') return takes.has(block) ? [] : [block]
    const cells = block.cells.filter(cell => !takes.has(cell.blocks))
    return cells.length === 0 ? [] : [{ ...block, cells }]
  })
