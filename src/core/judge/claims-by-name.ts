import type { Applicant } from '../call/applicant.ts'
import { applicantField } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { formOf } from '../call/deliverable.ts'
import { templateOf } from '../call/name-rule.ts'
import type { Document } from '../document/document.ts'
import { readName } from '../naming/read-name.ts'
import { deliverableOf } from './assigned.ts'
import type { ChosenForm } from './chosen-form.ts'
import type { Claim } from './claims.ts'
import { keyText } from './named-applicant.ts'

/**
 * Of a call without a form, which asks for one paper: a claim for each applicant whom the papers' own names name, «外国语学院+英语2401+….docx» beside
 * «外国语学院+英语2402+….docx»; none where they name one, or a name leaves it open.
 */
export function claimsByName(chosen: ChosenForm, documents: readonly Document[], call: Call): readonly Claim[] {
  const [asked, ...more] = call.deliverables.filter(({ required }) => required)
  if (formOf(call.deliverables) !== null || asked === undefined || more.length > 0 || asked.many) return []
  const papers = documents.filter(one => deliverableOf(one, call) === asked.id)
  const told = papers.map(paper => ({ paper, who: whoseName(paper.name, call) }))
  const groups = Map.groupBy(told, ({ who }) => who?.key ?? null)
  if (groups.size < 2 || groups.has(null)) return []
  const besides = documents.filter(one => !papers.includes(one))
  return [...groups.values()].flatMap(own => {
    const applicant = own[0]?.who ?? null
    return applicant === null ? [] : [{ chosen, documents: [...own.map(({ paper }) => paper), ...besides], applicant }]
  })
}

/** Whom a file's right name names; null where that is open. */
function whoseName(name: string, call: Call): Applicant | null {
  const { applicant, form, naming } = call
  if (templateOf(naming.file) === null) return null
  const { degree, branch, values } = readName(name, 'file', call)
  const field = applicantField(applicant, form.fields)
  const said = applicant.inRoster ? (branch.kind === 'known' ? branch.branch.name : '') : (values[field] ?? '')
  if (degree === 'wrong' || said === '') return null
  const key = applicant.inRoster ? said : keyText(said, form.fields[field]?.type ?? 'text')
  if (applicant.several === null) return { key, shown: said }
  const own = values[applicant.several.by] ?? ''
  return own === '' ? null : { key: `${key}/${keyText(own, 'text')}`, shown: `${said}（${own}）` }
}
