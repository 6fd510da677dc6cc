import type { Call } from '../core/call/call.ts'
import { broughtBy, type JudgedDocument } from '../core/judge/decision.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import type { Evidence } from '../core/papers/papers.ts'
import { inOrder, keyOf, type Related } from './digest-related.ts'

type Records = { decisionsOn(id: number, entry: number): readonly OnRecord[] }

/** What an applicant brought, whatever mails it came in; `mails`: the one whose version stands first. */
export type Brought = {
  readonly form: Evidence | null
  readonly beside: readonly Evidence[]
  readonly mails: readonly Related[]
}

/**
 * The set of which a version stands: where several documents are asked for, a later mail replaces only what it brings, so that earlier
 * ones count for the rest; then evidence that came in time, or that a person took in.
 */
export function broughtFor(one: Related, all: { related: readonly Related[]; call: Call }, records: Records): Brought {
  const { call } = all
  const own = all.related.filter(other => isOf(other, { one, call }))
  const versions = [one, ...earlierVersions(one, own, call)]
  const files = versions.flatMap(mail => filesIn(mail, records))
  const form = files.find(({ document }) => document.isForm) ?? null
  const evidence = own.filter(other => counts(other, records)).sort(inOrder)
  const set = files.filter(
    (file, index) => !file.document.isForm && isInSet(file, files.slice(0, index), { one, call }),
  )
  const noted = evidence.flatMap(mail => filesIn(mail, records)).filter(({ document }) => !document.isForm)
  return {
    form: form === null ? null : evidenceOf(form),
    beside: [...set, ...noted].map(evidenceOf),
    mails: [...new Set([one, ...[...set, form].flatMap(file => file?.mail ?? []), ...evidence])],
  }
}

type File = { readonly mail: Related; readonly document: JudgedDocument }
type Whose = { readonly one: Related; readonly call: Call }

/** What came for the same applicant; where several may come of one row, also what named the row alone. */
const isOf = (other: Related, { one, call }: Whose): boolean =>
  keyOf(other) === keyOf(one) || (call.applicant.several !== null && one.branch !== null && keyOf(other) === one.branch)

const CARRIED: readonly Related['outcome'][] = ['accepted', 'returned', 'held']

/** The latest first. */
const earlierVersions = (one: Related, own: readonly Related[], { deliverables }: Call): readonly Related[] =>
  deliverables.length < 2
    ? []
    : own
        .filter(({ relation, outcome }) => relation === 'application' && CARRIED.includes(outcome))
        .filter(other => inOrder(other, one) < 0)
        .sort((a, b) => inOrder(b, a))

/** Of earlier mails what a later one didn't replace. */
function isInSet({ mail, document }: File, later: readonly File[], { one, call }: Whose): boolean {
  const { deliverable = null, sha256 } = document
  if (mail === one) return true
  if (deliverable === null || later.some(file => file.document.sha256 === sha256)) return false
  const isMany = call.deliverables.some(({ id, many }) => id === deliverable && many)
  return isMany || !later.some(file => file.mail !== mail && file.document.deliverable === deliverable)
}

const filesIn = (mail: Related, { decisionsOn }: Records): readonly File[] =>
  decisionsOn(mail.id, mail.entry)
    .slice(-1)
    .flatMap(({ decision }) => broughtBy(decision))
    .filter(({ status }) => status !== 'opened')
    .map(document => ({ mail, document }))

/** Evidence of the applicant's own that came in time, or that a person took in. */
function counts({ id, entry, relation, outcome, settled, stranger }: Related, { decisionsOn }: Records): boolean {
  if (relation !== 'evidence' || outcome !== 'noted') return false
  const isLate = (decisionsOn(id, entry).at(-1)?.decision.remarks.length ?? 0) > 0
  return settled === true || (stranger !== true && !isLate)
}

const evidenceOf = ({ mail, document: { name, bytes, kind, sha256 } }: File): Evidence => ({
  ...{ name, bytes, kind, sha256, message: mail.id },
  receivedAt: mail.receivedAt === null ? null : new Date(mail.receivedAt),
})
