import { type DocumentContent, hasMark, plainText } from '../../document/document.ts'
import { isOfTwo } from '../../words/alike.ts'
import type { FieldId } from '../description.ts'
import { INSTRUCTIONS, OPINIONS, SAFEGUARDS } from '../evidence/labels.ts'
import { fitFor } from '../evidence/section-bids.ts'
import { fitOf } from '../evidence/shapes.ts'
import { RESEMBLES } from '../evidence/telling.ts'
import { textFit } from '../evidence/text-fit.ts'
import type { Confidence, Presence, Unplaced } from '../form.ts'
import { listKind, withoutBlankLists } from '../outline/columns.ts'
import type { Candidate } from '../places/candidate.ts'
import type { Assigning, Assignment } from './assign.ts'
import type { Value } from './fields.ts'

export type Found = {
  readonly sections: Assignment
  readonly fields: ReadonlyMap<FieldId, Value>
  readonly unplaced: readonly Unplaced[]
}

/** What each field's place says, and how sure that is. */
export function presenceOf(
  content: DocumentContent,
  parts: readonly Candidate[],
  at: { readonly found: Found; readonly assigning: Assigning },
): { readonly presence: Record<FieldId, Presence>; readonly confidence: Record<FieldId, Confidence> } {
  const { found, assigning } = at
  const { form } = assigning
  const lacks = (content.lacks ?? []).length > 0
  const presence: Record<FieldId, Presence> = {}
  const confidence: Record<FieldId, Confidence> = {}
  for (const field of Object.keys(form.fields)) {
    const { text, confidence: sure, label } = found.fields.get(field) ?? NO_VALUE
    confidence[field] = sure
    if (text !== null) presence[field] = 'filled'
    else if (label === 'none') presence[field] = 'notFound'
    else presence[field] = label === 'own' && !lacks && !isLeftOver(field, found, assigning) ? 'empty' : 'unplaced'
  }
  const marked = parts.some(part => part.closing === null && hasMark(plainText(part.blocks)) && !isOwned(part, found))
  const isWhole = !lacks && !marked && !found.unplaced.some(({ text }) => isFreeText(text))
  for (const field of Object.keys(form.sections)) {
    const owned = found.sections.owned.get(field)
    const blank = found.sections.blank.get(field) ?? []
    const lacking = { field, type: form.sections[field]?.type ?? 'text' }
    confidence[field] =
      owned !== undefined && isTorn(lacking, found, assigning) ? 'doubtful' : (owned?.confidence ?? 'none')
    if (owned !== undefined) presence[field] = 'filled'
    else if (blank.length === 0) presence[field] = 'notFound'
    else {
      const isMissing = isWhole && isOwn(field, blank, assigning) && !isGuessed(found, assigning)
      const isElsewhere = parts.some(
        part => !isOwned(part, found) && !blank.includes(part) && mayHold(part, lacking, assigning),
      )
      presence[field] = isMissing && !isElsewhere ? 'empty' : 'unplaced'
    }
  }
  return { presence, confidence }
}

type Lacking = { readonly field: FieldId; readonly type: string }

/**
 * An annex, or a part that nobody reads or owns, may hold the list that its own place lacks; where opinions stand, a text whose row a page's
 * end cut in two.
 */
function mayHold({ closing, blocks }: Candidate, { field, type }: Lacking, { call }: Assigning): boolean {
  if (closing === OPINIONS) return fitFor(textFit(blocks, call), field, type) > ENOUGH
  if (closing === INSTRUCTIONS || (type !== 'honours' && type !== 'measures')) return false
  return (
    withoutBlankLists(blocks).some(block => block.kind === 'table' && listKind(block) === type) ||
    (closing !== SAFEGUARDS && textFit(blocks, call)[type] > ENOUGH)
  )
}
const ENOUGH = 0.5

/** A list of which a part may be what nobody placed: columns of text that were taken for a table's. */
const isTorn = ({ field, type }: Lacking, { unplaced }: Found, { call }: Assigning): boolean =>
  (type === 'honours' || type === 'measures') &&
  unplaced.some(({ text }) => fitFor(textFit([{ kind: 'paragraph', text }], call), field, type) > ENOUGH)

const NO_VALUE: Value = { text: null, confidence: 'none', label: 'none', takes: [] }

/** Whether a blank part bears the field's own label. */
const isOwn = (field: FieldId, blank: readonly Candidate[], { labels }: Assigning): boolean =>
  blank.some(({ label }) => labels.exact(label) === field)

const isOwned = (part: Candidate, { sections }: Found): boolean =>
  [...sections.owned.values()].some(({ parts }) => parts.includes(part))

/** A text that was given to a field by its looks alone may be another's, and so may one under words that only may mean the field, or two. */
const isGuessed = ({ sections }: Found, { labels }: Assigning): boolean =>
  [...sections.owned].some(([field, { parts }]) =>
    parts.every(({ label, takes, telling }) => {
      const told = telling.get(field) ?? 0
      const isVague = told === RESEMBLES || isOfTwo(label)
      return (takes.length > 0 && told < 0.5) || (isVague && labels.isOtherWords(label, field))
    }),
  )

/** More than a word or two. */
const isFreeText = (text: string): boolean => text.length >= 12 || text.includes('\n') || hasMark(text)

/** Whether something without an owner looks like the field's answer, or may be one and can't be read. */
function isLeftOver(field: FieldId, { unplaced }: Found, { form, labels }: Assigning): boolean {
  const type = form.fields[field]?.type ?? 'text'
  const kind = labels.kindOf(field)
  // A name with a rare surname looks like many words.
  const least = type === 'person' ? 0 : 1
  return unplaced.some(
    ({ text }) => hasMark(text) || text.split('\n').some(line => fitOf(line, { kind, type }) >= least),
  )
}
