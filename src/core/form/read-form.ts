import type { DocumentContent } from '../document/document.ts'
import { isPlaceholder } from '../naming/placeholder.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { type Assigning, assignSections } from './assign/assign.ts'
import { assignFields } from './assign/fields.ts'
import { type FormCall, fillForm } from './assign/fill-form.ts'
import { type Found, presenceOf } from './assign/presence.ts'
import { unplacedIn } from './assign/unplaced.ts'
import { type FieldId, requiredOf } from './description.ts'
import { INSTRUCTIONS } from './evidence/labels.ts'
import type { Form, FormReading } from './form.ts'
import { isTheForm } from './identity.ts'
import { readOutline } from './outline/outline.ts'
import type { Candidate } from './places/candidate.ts'
import { candidatesOf } from './places/candidates.ts'
import { followsTemplate, type Knowledge, knowledgeOf, wordsOf } from './template.ts'
import { headOf, linesOf, titleOf } from './title.ts'
import { otherCycle, type Printed } from './values/cycle.ts'

/**
 * Reads a document as the call's form: pure, total, and never a guess. Its outline is cut into parts with their places, each part and
 * place gets one owner by its words, its looks and where it stands, and what has no owner is kept. What is neither proven another thing
 * nor recognised as the form stays unread.
 */
export function readForm(content: DocumentContent, call: FormCall): FormReading {
  const knowledge = knowledgeOf(call.form)
  // Word for word what the notice hands out: nobody filled anything in.
  if (knowledge.words !== null && knowledge.words === wordsOf(content)) return { kind: 'blank' }
  const title = titleOf(content, call.form)
  const parts = candidatesOf(readOutline(content), { labels: knowledge.labels, form: call.form, call })
  const { form, found } = read(content, parts, { knowledge, call })
  if (!isTheForm(title, found, call.form)) {
    const isOther = title === 'other' && !isTheForm('none', found, call.form) && !hasOwnSection(form, parts, knowledge)
    return { kind: isOther ? 'absent' : 'unread' }
  }
  const cycle = otherCycle(printedIn(content, parts), call.form, call)
  if (cycle !== null) return { kind: 'outdated', cycle }
  if (isFilled(form, call)) return { kind: 'filled', form }
  const isBlank = requiredOf(call.form).every(field => form.presence[field] === 'empty' || isPlaceholderAt(field, form))
  return { kind: isBlank ? 'blank' : 'unread' }
}

function read(
  content: DocumentContent,
  parts: readonly Candidate[],
  { knowledge, call }: { knowledge: Knowledge; call: FormCall },
): { form: Form; found: Found } {
  const assigning: Assigning = { ...knowledge, form: call.form, call }
  const sections = assignSections(parts, assigning)
  const owned = new Set([...sections.owned.values()].flatMap(one => one.parts))
  const fields = assignFields(parts, owned, assigning)
  const unplaced = unplacedIn(parts, { sections, fields }, assigning)
  const found: Found = { sections, fields, unplaced }
  const seen = presenceOf(content, parts, { found, assigning })
  return {
    form: fillForm({ found, ...seen, followsTemplate: followsTemplate(parts, knowledge), assigning, call }),
    found,
  }
}

/** In a paper that calls itself another thing, only the form's own heading over a text or most of its matter, in whatever words, speaks for it: a name and a telephone stand in any. */
const hasOwnSection = ({ confidence }: Form, parts: readonly Candidate[], { labels }: Knowledge): boolean =>
  parts.some(part => part.isSection && confidence[labels.exact(part.label) ?? ''] === 'sure')

/** Title, cover and instructions: what an applicant leaves as it was. */
function printedIn(content: DocumentContent, parts: readonly Candidate[]): Printed {
  const instructions = parts.filter(({ closing }) => closing === INSTRUCTIONS).flatMap(({ blocks }) => blocks)
  return { head: headOf(content), instructions: linesOf(instructions, 200) }
}

/** A placeholder for the branch's name is none of an applicant's words, nor is the unit's own name, which many blanks bear. */
const isFilled = (form: Form, call: FormCall): boolean =>
  Object.entries(form.presence).some(
    ([field, one]) => one === 'filled' && !isPlaceholderAt(field, form) && !isUnit(form.values[field] ?? '', call),
  )

const PARTY = pattern`^(?:中共)?${listed('党委 党总支 分党委 委员会 党组织')}?$`

function isUnit(value: string, { unit, university }: FormCall): boolean {
  const named = value.replace(/\s/g, '')
  return named !== '' && PARTY.test(named.replace(university, '').replace(unit, ''))
}

const isPlaceholderAt = (field: FieldId, { values }: Form): boolean => isPlaceholder(values[field] ?? '')
