import type { Call } from '../../call/call.ts'
import { plainText } from '../../document/document.ts'
import type { RosterOfCall } from '../../naming/roster.ts'
import type { FieldId, FormDescription } from '../description.ts'
import { gradesWithin } from '../evidence/grades-within.ts'
import type { Prompts } from '../evidence/prompt.ts'
import { bidsFor, ENOUGH, fitFor, isOutdone, mayBeText, SURE } from '../evidence/section-bids.ts'
import { KNOWN } from '../evidence/telling.ts'
import { looksOnlyLike, textFit } from '../evidence/text-fit.ts'
import { withoutBlankLists } from '../outline/columns.ts'
import type { Candidate, Reading } from '../places/candidate.ts'

/** What owns a section of the form: its parts in reading order, and how sure that is. */
type Owned = { readonly parts: readonly Candidate[]; readonly confidence: 'sure' | 'doubtful' }

export type Assignment = {
  readonly owned: ReadonlyMap<FieldId, Owned>
  /** Parts whose label is a field's own or wholly understood, and in which nobody wrote anything. */
  readonly blank: ReadonlyMap<FieldId, readonly Candidate[]>
}

/** What is known when owners are found: what a document is read by, and what of it the form prints itself. */
export type Assigning = Reading & { readonly prompts: Prompts; readonly call: Naming }

/** What tells whether two names are one. */
type Naming = RosterOfCall & Pick<Call, 'applicant'>

/** A second that comes so near makes the first doubtful. */
const CLOSE = 0.08

/** One owner for each part, the best bid of all first: by its words, then by what stands in it and where it stands. */
export function assignSections(parts: readonly Candidate[], assigning: Assigning): Assignment {
  const { form, prompts } = assigning
  const open = parts.filter(part => part.closing === null)
  const isAnswered = new Map(open.map(part => [part, prompts.isAnswered(plainText(withoutBlankLists(part.blocks)))]))
  const owned = new Map<FieldId, { parts: Candidate[]; confidence: 'sure' | 'doubtful' }>()
  const taken = new Set<Candidate>()
  const answered = open.filter(part => isAnswered.get(part))
  const all = answered.flatMap(part => bidsFor(part, assigning)).sort((a, b) => b.score - a.score)
  const bids = all.filter(bid => !isOutdone(bid, all))
  for (const { field, part, score } of bids) {
    if (taken.has(part) || score < ENOUGH) continue
    const before = owned.get(field)
    const isNamed = (part.telling.get(field) ?? 0) >= KNOWN
    if (before !== undefined && !isNamed) continue
    const second = bids.find(bid => bid.part === part && bid.field !== field && !taken.has(bid.part))
    const isClose = second !== undefined && score - second.score < CLOSE && part.telling.get(field) !== 1
    taken.add(part)
    const confidence = score >= SURE && !isClose ? 'sure' : 'doubtful'
    owned.set(field, {
      parts: [...(before?.parts ?? []), part].sort((a, b) => a.order - b.order),
      confidence: before?.confidence ?? confidence,
    })
  }
  placeRest(
    answered.filter(part => !taken.has(part)),
    owned,
    assigning,
  )
  placeGrades(open, owned, form)
  return {
    owned,
    blank: blankParts(
      open.filter(part => !isAnswered.get(part)),
      form,
    ),
  }
}

/** Grades that nothing heads may be told in a text of another matter, whose they stay as well. */
function placeGrades(
  parts: readonly Candidate[],
  owned: Map<FieldId, { parts: Candidate[]; confidence: 'sure' | 'doubtful' }>,
  { sections }: FormDescription,
): void {
  const field = Object.keys(sections).find(one => sections[one]?.type === 'reviewGrades')
  const told = field === undefined || owned.has(field) ? null : gradesWithin(parts)
  if (field !== undefined && told !== null) owned.set(field, { parts: [told], confidence: 'doubtful' })
}

/** What stands between two sections of the form and looks like the one that is missing there, or is the only one missing. */
function placeRest(
  rest: readonly Candidate[],
  owned: Map<FieldId, { parts: Candidate[]; confidence: 'sure' | 'doubtful' }>,
  assigning: Assigning,
): void {
  const { form, call } = assigning
  const fields = Object.keys(form.sections)
  const missing = fields.filter(field => !owned.has(field) && form.sections[field]?.required)
  const bids = rest.flatMap(part => {
    const fit = textFit(part.blocks, call)
    const isText = looksOnlyLike(fit) === 'measures' || mayBeText(part, assigning.labels)
    if (!isText) return []
    return fields
      .filter(field => !owned.has(field))
      .map(field => {
        const isOnly = missing.length === 1 && missing[0] === field
        const stands = isBetween(field, part, { fields, owned }) ? 0.25 : isOnly ? 0.15 : 0
        const looks = fitFor(fit, field, form.sections[field]?.type ?? 'text')
        return { field, part, score: looks * 0.6 + stands + (part.telling.get(field) ?? 0) * 0.35 }
      })
  })
  const taken = new Set<Candidate>()
  for (const { field, part, score } of bids.sort((a, b) => b.score - a.score)) {
    if (score < ENOUGH || taken.has(part) || owned.has(field)) continue
    const rival = bids.find(
      bid => bid.part === part && bid.field !== field && !owned.has(bid.field) && score - bid.score < CLOSE,
    )
    if (rival !== undefined) continue
    taken.add(part)
    owned.set(field, { parts: [part], confidence: 'doubtful' })
  }
}

type Order = {
  readonly fields: readonly FieldId[]
  readonly owned: ReadonlyMap<FieldId, { readonly parts: readonly Candidate[] }>
}

function isBetween(field: FieldId, { order }: Candidate, { fields, owned }: Order): boolean {
  const at = fields.indexOf(field)
  const orders = (some: readonly FieldId[]) => some.flatMap(one => owned.get(one)?.parts.map(part => part.order) ?? [])
  const [before, behind] = [orders(fields.slice(0, at)), orders(fields.slice(at + 1))]
  if (before.length === 0 && behind.length === 0) return false
  return before.every(one => one < order) && behind.every(one => one > order)
}

function blankParts(parts: readonly Candidate[], form: FormDescription): Map<FieldId, Candidate[]> {
  const blank = new Map<FieldId, Candidate[]>()
  for (const part of parts)
    for (const [field, strength] of part.telling)
      if (strength >= KNOWN && Object.hasOwn(form.sections, field))
        blank.set(field, [...(blank.get(field) ?? []), part])
  return blank
}
