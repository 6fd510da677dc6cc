import type { Applicant } from '../call/applicant.ts'
import { applicantField } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { formOf } from '../call/deliverable.ts'
import { templateOf } from '../call/name-rule.ts'
import type { Document } from '../document/document.ts'
import { isNamed } from '../honours/surnames.ts'
import { type NameReading, readName } from '../naming/read-name.ts'
import { deliverableOf } from './assigned.ts'
import type { ChosenForm } from './chosen-form.ts'
import type { Claim } from './claims.ts'
import { keyText, oneOfSeveral, shownAs } from './named-applicant.ts'

type Under = { readonly subject: string; readonly call: Call }

/**
 * Of a call without a form, which asks for one paper: a claim for each applicant whom the papers' own names name, «外国语学院+英语2401+….docx» beside
 * «外国语学院+英语2402+….docx»; none where they name one, a name leaves it open, or the subject says whose all of it is.
 */
export function claimsByName(chosen: ChosenForm, documents: readonly Document[], under: Under): readonly Claim[] {
  const { call, subject } = under
  const [asked, ...more] = call.deliverables.filter(({ required }) => required)
  if (formOf(call.deliverables) !== null || asked === undefined || more.length > 0) return []
  if (call.applicant.several === null && whose(readName(subject, 'subject', call), call) !== null) return []
  const papers = documents.filter(one => deliverableOf(one, call) === asked.id)
  const told = papers.map(paper => ({ paper, who: whoseName(paper.name, call, asked.many) }))
  const keys = told.flatMap(({ who }) => who?.key ?? [])
  if (keys.length < told.length) return []
  const groups = Map.groupBy(told, ({ who }) => ownKey(who?.key ?? '', keys))
  if (groups.size < 2) return []
  const besides = documents.filter(one => !papers.includes(one))
  return [...groups].flatMap(([key, own]) => {
    const applicant = own.find(({ who }) => who?.key === key)?.who ?? null
    return applicant === null ? [] : [{ chosen, documents: [...own.map(({ paper }) => paper), ...besides], applicant }]
  })
}

/** «点亮心灯教案» belongs to «点亮心灯». */
const ownKey = (key: string, keys: readonly string[]): string =>
  keys.filter(other => key.startsWith(other)).toSorted((a, b) => a.length - b.length)[0] ?? key

/** Whom a file's right name names; null where that is open: of many pictures, each with a title, «江南-王敏» may name either. */
function whoseName(name: string, call: Call, isOneOfMany: boolean): Applicant | null {
  if (templateOf(call.naming.file) === null) return null
  const reading = readName(name, 'file', call)
  const isOpen = isOneOfMany && Object.values(reading.values).filter(isNamed).length !== 1
  return isOpen ? null : whose(reading, call)
}

function whose({ degree, branch, values }: NameReading, call: Call): Applicant | null {
  const { applicant, form } = call
  const field = applicantField(applicant, form.fields)
  const type = form.fields[field]?.type ?? 'text'
  const row = branch.kind === 'known' ? branch.branch.name : ''
  const said = applicant.inRoster ? row : (values[field] ?? '')
  if (degree === 'wrong' || said === '' || (type === 'person' && !isNamed(said))) return null
  const key = applicant.inRoster ? said : keyText(said, type)
  if (applicant.several === null) return { key, shown: applicant.inRoster ? said : shownAs(said, values, call) }
  const own = values[applicant.several.by] ?? ''
  return own === '' ? null : oneOfSeveral(key, own)
}
