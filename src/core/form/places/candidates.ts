import type { Block } from '../../document/document.ts'
import { BASICS, CLOSING, INSTRUCTIONS, type Labels, NOBODYS, OTHERS } from '../evidence/labels.ts'
import { ALIKE, KNOWN, type Telling, TWOFOLD, understood } from '../evidence/telling.ts'
import { looksOnlyLike, textFit } from '../evidence/text-fit.ts'
import { isAnnex, isBetween } from '../outline/heading.ts'
import { allOf, type Outline, within } from '../outline/outline.ts'
import { bearsTitle } from '../title.ts'
import type { Candidate, Reading } from './candidate.ts'
import { isOverMore } from './chapter.ts'
import { withCells } from './label-cells.ts'
import type { Place } from './place.ts'
import { placesOf } from './places.ts'

type Cut = Reading & {
  readonly outline: Outline
  /** What each section's heading tells, and which text or closing kind it is wholly understood as. */
  readonly headings: readonly { readonly telling: Telling; readonly meaning: string | null }[]
}

/** A document in parts: sections by their headings, those within a section apart where they are another field's. */
export function candidatesOf(outline: Outline, reading: Reading): Candidate[] {
  const headings = outline.sections.map(({ heading }) => headingOf(heading?.text ?? '', reading))
  const cut: Cut = { outline, headings, ...reading }
  const highest = outline.sections.flatMap(({ parent, heading }, index) =>
    parent === null && heading !== null ? [index] : [],
  )
  const parts = [part(0, outline.sections[0]?.blocks ?? [], cut), ...highest.flatMap(at => divide(at, cut))]
  return parts.flatMap(one => withCells(one, cut)).map((one, order) => ({ ...one, order }))
}

/** A section, and apart from it those within it that are other fields'. */
function divide(at: number, cut: Cut): Candidate[] {
  const own = meaning(at, cut)
  if (own === INSTRUCTIONS) return divideInstructions(at, cut)
  if (isAnnexOfIt(at, cut)) return [{ ...part(at, allOf(cut.outline, at), cut), closing: OTHERS, places: [] }]
  const inside = childrenOf(at, cut)
  if (isChapter(at, inside, cut))
    return [part(at, cut.outline.sections[at]?.blocks ?? [], cut), ...inside.flatMap(index => divide(index, cut))]
  const out = topmost(
    within(cut.outline, at).filter(index => isOther(index, own, cut)),
    cut,
  )
  return [part(at, allOf(cut.outline, at, new Set(out)), cut), ...out.flatMap(index => divide(index, cut))]
}

/** An annex that speaks of what the form before it told: «附件2 工作案例» has its own 思路 and 成效. What that left blank may be told there. */
function isAnnexOfIt(at: number, cut: Cut): boolean {
  const { outline, form } = cut
  const { heading } = outline.sections[at] ?? {}
  if (heading === null || heading === undefined || !isAnnex(heading) || bearsTitle(heading.text, form)) return false
  const sectionsOf = (indices: readonly number[]) =>
    new Set(indices.map(index => meaning(index, cut)).filter(one => Object.hasOwn(form.sections, one ?? '')))
  const before = outline.sections.map((_, index) => index).slice(0, at)
  const written = sectionsOf(before.filter(index => isWritten(index, cut)))
  const told = [...sectionsOf([at, ...within(outline, at)])]
  const isLeftBlank = told.some(one => sectionsOf(before).has(one) && !written.has(one))
  return written.size > 1 && !isLeftBlank && (told.length === 0 || told.some(one => written.has(one)))
}

/** Whether more than a prompt stands under a heading. */
const isWritten = (at: number, { outline }: Cut): boolean =>
  allOf(outline, at).some(block => block.kind === 'table' || !isBetween(block.text))

function childrenOf(at: number, { outline: { sections } }: Cut): number[] {
  const inside: number[] = []
  const end = sections[at]?.end ?? 0
  for (let index = at + 1; index < end; index = sections[index]?.end ?? end) inside.push(index)
  return inside
}

/** The title, or a heading over several of the form's own that stand nowhere else: what stands in it are sections, known or not. */
function isChapter(at: number, inside: readonly number[], cut: Cut): boolean {
  const { heading } = cut.outline.sections[at] ?? {}
  if (inside.length === 0 || heading === null || heading === undefined) return false
  if (bearsTitle(heading.text, cut.form)) return true
  const own = meaning(at, cut)
  const others = new Set(inside.map(index => meaning(index, cut)).filter(one => one !== null && one !== own))
  const isEither = isBasics(at, cut)
  if (isEither && isOverSeveral(inside, cut)) return true
  if (own === null) return others.size > 0 || isOverAll(at, cut) || isOverSeveral(inside, cut)
  if (
    isOverMore(
      own,
      inside.map(index => inSection(index, cut)),
      cut,
    )
  )
    return true
  if (others.size < (heading.rank === 0 ? 1 : 2)) return false
  const all = within(cut.outline, at)
  return !cut.outline.sections.some(
    (section, index) =>
      index !== at &&
      !all.includes(index) &&
      !bearsTitle(section.heading?.text ?? '', cut.form) &&
      others.has(meaning(index, cut)),
  )
}

/** The only heading that stands under none, without a number: a title in words that nobody knows. */
const isOverAll = (at: number, { outline }: Cut): boolean =>
  outline.sections.every(
    ({ heading, parent }, index) => heading === null || (index === at ? heading.ordinal === null : parent !== null),
  )

/** Over texts that can't be one section: awards and a plan, duties and grades. */
function isOverSeveral(inside: readonly number[], { outline, call }: Cut): boolean {
  const kinds = inside.map(index => looksOnlyLike(textFit(allOf(outline, index), call)))
  return new Set(kinds.filter(kind => kind !== null)).size > 1
}

const inSection = (index: number, { outline }: Cut) => ({
  label: outline.sections[index]?.heading?.text ?? '',
  blocks: allOf(outline, index),
})

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

const topmost = (indices: readonly number[], { outline: { sections } }: Cut): number[] =>
  indices.filter(index => !indices.some(other => other < index && index < (sections[other]?.end ?? 0)))

function endsInstructions(index: number, cut: Cut): boolean {
  const { outline } = cut
  if (allOf(outline, index).some(({ kind }) => kind === 'table')) return true
  const inner = meaning(index, cut)
  if (inner !== null) return !isSpokenOf(index, inner, cut)
  return isBasics(index, cut)
}

function headingOf(heading: string, reading: Reading): Cut['headings'][number] {
  const telling = tellingOf(heading, reading)
  const kind = understood(telling) ?? ''
  const isText = Object.hasOwn(reading.form.sections, kind) || CLOSING.has(kind)
  return { telling, meaning: isText ? kind : null }
}

const isBasics = (at: number, { headings }: Cut): boolean => (headings[at]?.telling.get(BASICS) ?? 0) >= KNOWN

const meaning = (at: number, { headings }: Cut): string | null => headings[at]?.meaning ?? null

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

function part(at: number, blocks: readonly Block[], cut: Cut): Candidate {
  const { outline, labels, form } = cut
  const written = outline.sections[at]?.heading?.text ?? ''
  const heading = bearsTitle(written, form) ? '' : written
  const telling: Telling = heading === '' ? new Map() : (cut.headings[at]?.telling ?? new Map())
  const kind = understood(telling)
  const closing = kind !== null && CLOSING.has(kind) ? kind : null
  // «党支部名称 教工第四党支部», before a heading, heads nothing.
  const said = kind === null && heading !== '' ? placesOf([{ kind: 'paragraph', text: heading }], labels, null) : []
  const below = closing === null ? placesOf(blocks, labels, heading === '' ? null : heading) : []
  const inside = [...said.filter(({ from }) => from === 'line' || from === 'row'), ...below]
  // «1.1 支部名称：……»: a heading may be a value's label.
  const isValue = Object.hasOwn(form.fields, kind ?? '')
  const own =
    isValue || kind === null ? ofLine(outline.sections[at]?.heading?.tail ?? '', { heading, blocks, labels }) : []
  const places: readonly Place[] =
    own.length > 1
      ? own
      : isValue && inside.length === 0
        ? [{ label: heading, groups: [], blocks, from: 'line', takes: blocks }]
        : inside
  const isSection = true
  return { order: 0, label: heading, telling, blocks, takes: blocks, closing, places, isSection, isOfValues: false }
}

/** «1. 姓名：罗建平　　性别：男»: a line of several labels, the first of which was taken for a heading. */
function ofLine(
  tail: string,
  { heading, blocks, labels }: Pick<Candidate, 'blocks'> & { heading: string; labels: Labels },
) {
  const [first, ...rest] = blocks
  if (!/[:：]/.test(tail) || first === undefined) return []
  const line = { kind: 'paragraph' as const, text: `${heading}：${tail}` }
  const places = placesOf([line, ...rest], labels, null)
  return places.map(place => ({ ...place, takes: place.takes.map(one => (one === line ? first : one)) }))
}

const COMPANION = /^([^，,。；;:：]{2,30}?)(?:以及|[及和与])[^，,。；;:：]{2,12}$/

/** «创建举措及完成时限»: a heading may name what else belongs to its section. */
function tellingOf(heading: string, { labels, form }: Reading): Telling {
  const telling = labels.tells(heading)
  if (Math.max(0, ...telling.values()) >= ALIKE) return telling
  const named = new Set(
    heading.split(/以及|[与和及、]/).map(part => labels.exact(part) ?? understood(labels.tells(part))),
  )
  // «荣誉与考核» is over both: neither owns it whole.
  const isText = (field: string | null) => field !== null && (Object.hasOwn(form.sections, field) || NOBODYS.has(field))
  if (named.size > 1 && [...named].every(isText)) return new Map([...named].map(field => [field ?? '', TWOFOLD]))
  const first = COMPANION.exec(heading.trim())?.[1]
  const field = first === undefined ? null : labels.exact(first)
  return field === null ? telling : new Map([...telling, [field, 0.98]])
}
