import { applicantField } from '../call/applicants.ts'
import type { Branch, Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import type { Form } from '../form/form.ts'
import { type ForCall, formsOf } from '../message/which-call.ts'
import { branchesIn } from '../naming/branches-in.ts'
import { bearsApplicant } from '../naming/expected.ts'
import { type ChosenForm, chooseForm } from './chosen-form.ts'

/** What a mail brings one applicant in one call. */
export type Part = {
  readonly call: Call
  readonly chosen: ChosenForm
  /** Whose form it is, where the mail brings those of several. */
  readonly applicant: Branch | null
  /** All whose forms came, where each must be sent under a subject of its own; empty where that isn't so. */
  readonly apart: readonly string[]
  /** The places of its documents among the message's; null: all. */
  readonly brought: readonly number[] | null
}

/** A call with what came for it, and the others for which forms came in the same mail. */
type Application = ForCall & { readonly others: readonly ForCall[] }

/** An entry each: of several calls, and of the applicants whose forms are in one mail. */
export function partsOf(
  { call, chosen, others }: Application,
  documents: readonly Document[],
): readonly [Part, ...Part[]] {
  const [first, ...rest] = [{ call, chosen }, ...others].flatMap(one => partsFor(one))
  const whole: Part = { call, chosen, applicant: null, apart: [], brought: null }
  if (first === undefined || rest.length === 0) return [whole]
  const parts = [first, ...rest]
  const taken = parts.flatMap(part => part.forms)
  const withPlaces = ({ forms, ...part }: Drawn): Part => ({ ...part, brought: placesOf(forms, taken, documents) })
  return [withPlaces(first), ...rest.map(withPlaces)]
}

type Drawn = Omit<Part, 'brought'> & { readonly forms: readonly Document[] }

/** Its own forms, and whatever is nobody's form: that may belong to each. */
const placesOf = (forms: readonly Document[], taken: readonly Document[], documents: readonly Document[]) =>
  documents.flatMap((one, index) => (forms.includes(one) || !taken.includes(one) ? [index] : []))

function partsFor({ call, chosen }: ForCall): readonly Drawn[] {
  const forms = formsOf(chosen)
  const applicants = applicantsOf(chosen, call)
  if (applicants === null || applicants.length < 2) return [{ call, chosen, applicant: null, apart: [], forms }]
  const names = applicants.map(({ branch }) => branch.name)
  const apart = bearsApplicant(call.naming.subject, call) ? names : []
  return applicants.map(({ branch, documents }) => {
    return { call, chosen: chooseForm(documents, call), applicant: branch, apart, forms: documents }
  })
}

type Own = { readonly branch: Branch; readonly documents: readonly Document[] }

/** Whose the forms are, where every one of them says it beyond doubt; null where one doesn't. */
function applicantsOf(chosen: ChosenForm, call: Call): readonly Own[] | null {
  if (chosen.kind !== 'several') return []
  const owned = chosen.forms.map((form, index) => ({ branch: surelyOf(form, call), document: chosen.documents[index] }))
  const byName = new Map<string, { branch: Branch; documents: Document[] }>()
  for (const { branch, document } of owned) {
    if (branch === null || document === undefined) return null
    const own = byName.get(branch.name) ?? { branch, documents: [] }
    own.documents.push(document)
    byName.set(branch.name, own)
  }
  return [...byName.values()]
}

/** The one branch of the roster that a form names, where that was read beyond doubt. */
function surelyOf(form: Form, call: Call): Branch | null {
  if (form.confidence[applicantField(call.applicant, form.values)] !== 'sure') return null
  const [branch, other] = branchesIn(form.branchName ?? '', call)
  return branch === undefined || other !== undefined ? null : branch
}

/** Whether different forms may be those of different applicants, and nobody can say whose they are. */
export function areOfDoubtfulApplicants(chosen: ChosenForm, call: Call): boolean {
  if (chosen.kind !== 'several' || applicantsOf(chosen, call) !== null) return false
  const named = chosen.forms.flatMap(({ branchName }) => (branchName === null ? [] : [branchName.replace(/\s/g, '')]))
  return new Set(named).size > 1
}
