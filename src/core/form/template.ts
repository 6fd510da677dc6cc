import type { DocumentContent } from '../document/document.ts'
import { plainText } from '../document/document.ts'
import { onceFor } from '../words/once-for.ts'
import type { FieldId, FormDescription } from './description.ts'
import { labelKey } from './evidence/label.ts'
import { type Labels, labelsOf } from './evidence/labels.ts'
import { type Prompts, printedKey, promptsOf } from './evidence/prompt.ts'
import { RESEMBLES, understood } from './evidence/telling.ts'
import { readOutline } from './outline/outline.ts'
import type { Candidate } from './places/candidate.ts'
import { candidatesOf } from './places/candidates.ts'

/** What a form's blank tells of it: everything that is known before anybody fills it in. */
export type Knowledge = {
  readonly labels: Labels
  readonly prompts: Prompts
  /** Labels and headings of the template, as they are compared; empty without one. */
  readonly headings: ReadonlySet<string>
  /** All its words; null without one, and for our own example. */
  readonly words: string | null
}

/** Made once for each description: from its blank form, read like any other document, and from its own labels. */
export const knowledgeOf = onceFor((form: FormDescription): Knowledge => {
  const labels = labelsOf(form)
  const { content } = form.template
  if (content === null) return { labels, prompts: promptsOf(labels, new Set()), headings: new Set(), words: null }
  const parts = candidatesOf(readOutline(content), { labels, form, call: UNDATED })
  const lines = plainText(content.blocks).split('\n')
  const printed = new Set(
    lines
      .filter(line => labels.role(line) !== 'label')
      .map(printedKey)
      .filter(line => line !== ''),
  )
  // Our own example says nothing of how this call's form is laid out.
  const headings = form.template.example
    ? []
    : labelsIn(parts)
        .map(labelKey)
        .filter(key => key !== '')
  const taught = form.template.example ? labels : labelsOf(form, learned(parts, labels, form))
  return {
    labels: taught,
    prompts: promptsOf(taught, printed),
    headings: new Set(headings),
    words: form.template.example ? null : wordsOf(content),
  }
})

/** Nothing in a blank form is dated by a call. */
const UNDATED = { cycle: null, announced: '' }

/** A document's words, however they are set. */
export const wordsOf = ({ blocks }: DocumentContent): string => plainText(blocks).replace(/\s+/g, '')

const labelsIn = (parts: readonly Candidate[]): string[] =>
  parts.flatMap(part => [part.label, ...part.places.map(({ label }) => label)])

/** The template's own labels, where the vocabulary understands them and no two stand for one field. */
function learned(parts: readonly Candidate[], labels: Labels, form: FormDescription): ReadonlyMap<string, FieldId> {
  const found = new Map<string, FieldId>()
  const grouped = parts.flatMap(({ places }) =>
    places.flatMap(({ label, groups }) => groups.map(group => group + label)),
  )
  for (const label of [...labelsIn(parts), ...grouped]) {
    const telling = labels.tells(label)
    const field = understood(telling) ?? ''
    if (telling.get(field) === RESEMBLES) continue
    if (Object.hasOwn(form.fields, field) || Object.hasOwn(form.sections, field)) found.set(labelKey(label), field)
  }
  return found
}

/** Whether most headings and labels of a document are the template's; so is anything where there is none. */
export function followsTemplate(parts: readonly Candidate[], { headings }: Knowledge): boolean {
  if (headings.size === 0) return true
  const found = new Set(
    labelsIn(parts)
      .map(labelKey)
      .filter(key => headings.has(key)),
  )
  return found.size * 3 >= headings.size * 2
}
