import type { Block, DocumentContent } from '../document/document.ts'
import { isPlaceholder } from '../naming/placeholder.ts'
import { type Assigning, assignSections } from './assign.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { otherCycle } from './cycle.ts'
import { type FieldId, requiredOf } from './description.ts'
import { assignFields } from './fields.ts'
import { type FormCall, fillForm } from './fill-form.ts'
import type { Form, FormReading } from './form.ts'
import { readOutline } from './outline.ts'
import { type Found, presenceOf } from './presence.ts'
import { followsTemplate, type Knowledge, knowledgeOf } from './template.ts'
import { linesOf, titleOf } from './title.ts'
import { unplacedIn } from './unplaced.ts'

/**
 * Reads a document as the call's form: pure, total, and never a guess. Its outline is cut into parts with their places, each part and
 * place gets one owner by its words, its looks and where it stands, and what has no owner is kept.
 */
export function readForm(content: DocumentContent, call: FormCall): FormReading {
  const knowledge = knowledgeOf(call.form)
  const title = titleOf(content, call.form)
  const parts = candidatesOf(readOutline(content), knowledge.labels, call.form)
  const form = read(content, parts, { knowledge, call })
  const isSure = (field: FieldId) => form.confidence[field] === 'sure'
  if (
    title === 'other' &&
    !Object.keys(form.confidence).some(field => isSure(field) && isProof(field, parts, knowledge))
  )
    return { kind: 'absent' }
  const cycle = otherCycle(printedLines(parts), call.form, call)
  if (cycle !== null && (title === 'own' || isNothingElse(form))) return { kind: 'outdated', cycle }
  if (isFilled(form)) return { kind: 'filled', form }
  const isBlank = requiredOf(call.form).every(field => form.presence[field] === 'empty' || isPlaceholderAt(field, form))
  return isBlank ? { kind: 'blank' } : { kind: 'unread' }
}

function read(
  content: DocumentContent,
  parts: readonly Candidate[],
  { knowledge, call }: { knowledge: Knowledge; call: FormCall },
): Form {
  const assigning: Assigning = { ...knowledge, form: call.form, call }
  const sections = assignSections(parts, assigning)
  const owned = new Set([...sections.owned.values()].flatMap(one => one.parts))
  const fields = assignFields(
    parts.filter(part => !owned.has(part)),
    assigning,
  )
  const unplaced = unplacedIn(parts, { sections, fields }, assigning)
  const found: Found = { sections, fields, unplaced }
  const seen = presenceOf(content, parts, { found, assigning })
  return fillForm({ found, ...seen, followsTemplate: followsTemplate(parts, knowledge), assigning, call })
}

/** In a paper that calls itself another thing, only the form's own heading over a text is proof: a name and a telephone stand in any. */
const isProof = (field: FieldId, parts: readonly Candidate[], { labels }: Knowledge): boolean =>
  parts.some(part => labels.exact(part.label) === field && part.isSection)

/** Title, cover and instructions: what an applicant leaves as it was. */
const printedLines = (parts: readonly Candidate[]): string[] => {
  const printed: Block[] = parts
    .filter(({ order, closing }) => order === 0 || closing === 'instructions')
    .flatMap(({ blocks }) => blocks)
  return [...linesOf(printed, 200), ...parts.slice(1, 3).map(({ label }) => label)]
}

const isNothingElse = (form: Form): boolean => Object.values(form.confidence).includes('sure')

/** A placeholder for the branch's name is none of an applicant's words. */
const isFilled = (form: Form): boolean =>
  Object.entries(form.presence).some(([field, one]) => one === 'filled' && !isPlaceholderAt(field, form))

const isPlaceholderAt = (field: FieldId, { values }: Form): boolean => isPlaceholder(values[field] ?? '')
