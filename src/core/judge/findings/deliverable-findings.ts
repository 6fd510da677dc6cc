import type { Call } from '../../call/call.ts'
import type { Deliverable } from '../../call/deliverable.ts'
import type { Document, DocumentKind } from '../../document/document.ts'
import { bearsNameOf, deliverableOf } from '../assigned.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'

/** Never looked for among what is asked: what clients hang on. */
const CLUTTER: ReadonlySet<DocumentKind> = new Set(['txt', 'html', 'xml', 'other'])

export type Brought = {
  readonly documents: readonly Document[]
  readonly forms: readonly Document[]
  /** Ids of what the applicant's set has. */
  readonly has: ReadonlySet<string>
}

/** What is still asked for; while a document may be it, a person looks first. */
export function deliverableFindings({ documents, forms, has }: Brought, call: Call): readonly Finding[] {
  const isThere = (one: Deliverable) =>
    has.has(one.id) ||
    forms.some(({ name }) => bearsNameOf(one, name)) ||
    isSealedBeside(one, { documents, forms, call })
  const missing = call.deliverables.filter(one => one.required && one.reads !== 'form' && !isThere(one))
  const open = documents.some(document => isOpen(document, { forms, missing, call }))
  return missing.map(({ title }) =>
    finding(open ? 'person' : 'fixable', makeProblem('deliverable.missing', { expected: title }, call.nouns)),
  )
}

const SEALED = /扫描|盖章|签字|签章/

/** A picture of paper beside the form that was read is the sealed one that is asked for, whatever it is called. */
const isSealedBeside = (
  { title, formats }: Deliverable,
  { documents, forms, call }: Omit<Missing, 'missing'> & Pick<Brought, 'documents'>,
) =>
  SEALED.test(title) &&
  forms.length > 0 &&
  documents.some(
    one =>
      one.why === 'scanned' && formats.includes(one.kind) && !forms.includes(one) && deliverableOf(one, call) === null,
  )

type Missing = { readonly forms: readonly Document[]; readonly missing: readonly Deliverable[]; readonly call: Call }

/** Neither the form nor known as another deliverable, and not of a kind that can be none. */
function isOpen(document: Document, { forms, missing, call }: Missing): boolean {
  if (document.status === 'opened' || CLUTTER.has(document.kind)) return false
  if (forms.some(({ sha256 }) => sha256 === document.sha256) || deliverableOf(document, call) !== null) return false
  return document.kind !== 'image' || missing.some(({ formats }) => formats.includes('image'))
}

/** More than one of what there should be one, for staff. */
export const tooMany = (documents: readonly Document[], call: Call): readonly string[] =>
  call.deliverables.flatMap(({ id, title, many, reads }) => {
    const found = new Set(documents.filter(one => deliverableOf(one, call) === id).map(({ sha256 }) => sha256))
    return many || reads === 'form' || found.size < 2 ? [] : [`${title}有${found.size}份，请核对以哪一份为准。`]
  })
