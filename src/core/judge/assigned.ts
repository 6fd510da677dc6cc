import type { Call } from '../call/call.ts'
import type { Deliverable } from '../call/deliverable.ts'
import { type Document, isClutter } from '../document/document.ts'
import { headOf, titleOf } from '../form/title.ts'
import { onceFor } from '../words/once-for.ts'
import { namedInPart } from './named-in-part.ts'
import { readingOf } from './reading.ts'

/** What a document is for a call: the id of a deliverable other than the form, or null; the form is chosen among what is left. */
export const deliverableOf = (document: Document, call: Call): string | null => assignedIn(call)(document)?.id ?? null

/** Whether a document's own title or name says that it is a deliverable of the call. */
export const isNamedDeliverable = (document: Document, call: Call): boolean =>
  others(call).some(one => takes(one, document) && (bearsTitleOf(one, document) || bearsNameOf(one, document.name)))

const others = ({ deliverables }: Call): readonly Deliverable[] => deliverables.filter(({ reads }) => reads !== 'form')

/** Asked often of the same documents: a form is read for it. */
const assignedIn = onceFor((call: Call) => onceFor((document: Document) => assign(document, call)))

/** Whether it is neither the form nor known as another deliverable: it may be one that is asked for. Not what clients hang on. */
export const isUnassigned = (document: Document, call: Call): boolean =>
  mayBeAsked(document) && deliverableOf(document, call) === null && !isForm(document, call)

export const mayBeAsked = (one: Pick<Document, 'status' | 'kind'>): boolean =>
  one.status !== 'opened' && !isClutter(one)

/**
 * By its title, else by the name of its file or folder, whole or in part, else by its kind where that can be only one; what reads as the
 * form is none of them.
 */
function assign(document: Document, call: Call): Deliverable | null {
  if (document.status === 'opened') return null
  const candidates = others(call).filter(one => takes(one, document))
  if (candidates.length === 0) return null
  const isOurs = document.content !== null && call.form.title !== '' && titleOf(document.content, call.form) === 'own'
  const titled = isOurs ? null : mostBorne(candidates, one => bearsTitleOf(one, document))
  if (titled !== null) return titled
  if (isForm(document, call)) return null
  const named = namedBy(document, candidates, call)
  if (named !== null) return named
  const [only, ...more] = candidates
  const mayBeForm = call.deliverables.some(one => one.reads === 'form' && takes(one, document))
  return only !== undefined && more.length === 0 && !mayBeForm && !isClutter(document) ? only : null
}

function namedBy({ name, folder = '' }: Document, candidates: readonly Deliverable[], call: Call): Deliverable | null {
  const texts = [name, ...folder.split('/').toReversed()].filter(text => text !== '')
  for (const text of texts) {
    const named = mostBorne(candidates, one => bearsNameOf(one, text)) ?? namedInPart(text, candidates, call)
    if (named !== null) return named
  }
  return null
}

/** The first, but for one whose title holds that one's: 作品发布证明 is no 作品. */
function mostBorne(candidates: readonly Deliverable[], bears: (one: Deliverable) => boolean): Deliverable | null {
  const borne = candidates.filter(bears)
  const [first = null] = borne
  return borne.find(one => first !== null && one !== first && one.title.includes(first.title)) ?? first
}

const takes = ({ formats }: Deliverable, { kind }: Document): boolean => formats.includes(kind)

/** Of a kind that the form may come as: a list of applicants has the form's own labels over its columns. */
function isForm(document: Document, call: Call): boolean {
  if (!call.deliverables.some(one => one.reads === 'form' && takes(one, document))) return false
  return ['filled', 'blank', 'outdated'].includes(readingOf(document, call)?.kind ?? 'unread')
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s《》“”"'「」()（）]/g, '')

const LONGEST_TITLE = 60

function bearsTitleOf({ title, titles }: Deliverable, { content }: Document): boolean {
  if (content === null) return false
  const head = headOf(content)
    .slice(0, 6)
    .map(plain)
    .filter(line => line !== '' && line.length <= LONGEST_TITLE)
  return [title, ...titles].map(plain).some(words => head.some(line => line.includes(words)))
}

/** `*汇总表*`: an asterisk stands for anything; a name that holds the title bears it as well. */
export function bearsNameOf({ title, titles, name }: Deliverable, file: string): boolean {
  const written = plain(file.slice(0, 300)).toLowerCase()
  if (name !== null && globbed(name).test(written)) return true
  return [title, ...titles].map(words => plain(words).toLowerCase()).some(words => written.includes(words))
}

const globbed = (name: string): RegExp =>
  new RegExp(
    plain(name)
      .toLowerCase()
      .split('*')
      .map(part => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
      .join('.{0,200}')
      .replace(/^(?!\.\{)/, '^'),
  )
