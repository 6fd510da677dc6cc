import type { Applicant } from '../call/applicant.ts'
import type { Deliverable } from '../call/deliverable.ts'
import type { Form } from '../form/form.ts'
import type { JudgedDocument, KeptDocument } from './decision.ts'

/** What an earlier mail of the applicant brought and still counts. */
export type Earlier = {
  readonly applicant: Applicant
  readonly documents: readonly JudgedDocument[]
  readonly form: Form | null
}

/** The applicant's set: what this mail brings, and of what it doesn't bring the latest that came before. */
export type Set = {
  /** Ids of the deliverables that are there. */
  readonly has: ReadonlySet<string>
  /** What earlier mails brought and nobody knows what it is. */
  readonly open: readonly JudgedDocument[]
  /** The form of an earlier mail; null where this one brings its own, or none came. */
  readonly form: Form | null
}

/** `earlier`: the latest first. What was brought for the applicant's branch alone (a list) counts for each of its applications. */
export const setOf = (brought: readonly (string | null)[], earlier: readonly Earlier[], key: string | null): Set => ({
  has: new Set([
    ...brought.filter(id => id !== null),
    ...earlier.flatMap(({ documents, applicant }) =>
      documents.flatMap(({ deliverable = null, isForm }) => {
        const isOwn = applicant.key === key
        return deliverable === null || (isForm && !isOwn) ? [] : [deliverable]
      }),
    ),
  ]),
  open: earlier.flatMap(({ documents, applicant }) =>
    documents.filter(({ deliverable = null, isForm }) => applicant.key === key && deliverable === null && !isForm),
  ),
  form: earlier.find(({ form, applicant }) => form !== null && applicant.key === key)?.form ?? null,
})

type Brought = { readonly ids: ReadonlySet<string>; readonly key: string | null }

/** Of earlier mails what this one did not replace: of each deliverable the latest, of one that there may be several of, all. */
export function keptFrom(
  earlier: readonly Earlier[],
  { ids, key }: Brought,
  deliverables: readonly Deliverable[],
): readonly KeptDocument[] {
  const many = new Set(deliverables.flatMap(one => (one.many ? [one.id] : [])))
  const replaced = new Set(ids)
  const kept: KeptDocument[] = []
  for (const { documents, applicant } of earlier) {
    const own = documents.filter(({ deliverable = null, isForm, sha256 }) => {
      if (deliverable === null || (isForm && applicant.key !== key)) return false
      return !kept.some(one => one.sha256 === sha256) && (many.has(deliverable) || !replaced.has(deliverable))
    })
    kept.push(
      ...own.map(({ name, sha256, status, isForm, deliverable = null }) => ({
        name,
        sha256,
        status,
        isForm,
        deliverable,
      })),
    )
    for (const { deliverable } of own) replaced.add(deliverable ?? '')
  }
  return kept
}

/** The applications that have a form by now. */
export const applicantsIn = (earlier: readonly Earlier[]): readonly Applicant[] => [
  ...new Map(
    earlier.flatMap(({ applicant, form }) => (form === null ? [] : [[applicant.key, applicant] as const])),
  ).values(),
]
