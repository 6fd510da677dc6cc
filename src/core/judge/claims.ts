import type { Applicant } from '../call/applicant.ts'
import { applicantField } from '../call/applicants.ts'
import type { Branch, Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import type { FieldId } from '../form/description.ts'
import type { Form } from '../form/form.ts'
import { branchesIn } from '../naming/branches-in.ts'
import { bearsApplicant, type TokenValues } from '../naming/expected.ts'
import { normalise } from '../naming/normalise.ts'
import { deliverableOf } from './assigned.ts'
import { type ChosenForm, chooseForm, tellerIn } from './chosen-form.ts'
import { applicantNaming, keyText, oneOfSeveral, valuesIn } from './named-applicant.ts'

/** What of a message is one applicant's: the form, and the documents that are not another's. */
export type Claim = {
  readonly chosen: ChosenForm
  readonly documents: readonly Document[]
  /** Whose it is, where nothing in it says so: a list for applications that came before. */
  readonly applicant?: Applicant
  /** All whose forms came, itself first to be named, where each must be sent under a subject of its own. */
  readonly apart?: Apart
}

/** `branch` of a roster; `values` for the tokens of a subject of its own. */
export type Apart = {
  readonly branch: Branch | null
  readonly applicant: Applicant
  readonly values: TokenValues
  readonly names: readonly string[]
}

/** One claim, or one for each applicant whose form came; where the call lets only one come in a mail, each is told to come apart. */
export function claimsOf(chosen: ChosenForm, documents: readonly Document[], call: Call): readonly Claim[] {
  const whole = [{ chosen, documents }]
  if (chosen.kind !== 'several') return whole
  const told = chosen.forms.map((form, index) => ({
    who: identity(form, call),
    form,
    document: chosen.documents[index],
  }))
  const groups = Map.groupBy(told, ({ who }) => who)
  if (groups.has(null) || groups.size < 2) return whole
  const isApart = mustComeApart(told, call)
  const applicants = [...groups].map(([who, [first]]) => named(`${who}`, first?.form ?? null, call))
  const names = applicants.map(({ applicant }) => applicant.shown)
  return [...groups].map(([who, own], index) => {
    const others = told.filter(one => one.who !== who)
    const ours = documents.filter(document => isOf(document, { own, others, call }))
    const whose = applicants[index]
    const apart = isApart && whose !== undefined ? { apart: { ...whose, names } } : {}
    return { chosen: chooseForm(ours, call), documents: ours, ...apart }
  })
}

/** An applicant by its key, as its form says who that is. */
function named(key: string, form: Form | null, call: Call): Omit<Apart, 'names'> {
  const { inRoster, several } = call.applicant
  const values = valuesIn(form)
  if (!inRoster) return { branch: null, applicant: { key, shown: applicantNaming(key, form, call) }, values }
  const branch = call.roster.find(({ name }) => name === key.split('/')[0]) ?? null
  const name = branch?.name ?? key
  return {
    branch,
    applicant: several === null ? { key: name, shown: name } : oneOfSeveral(name, values[several.by] ?? ''),
    values,
  }
}

type Told = { readonly who: string | null; readonly form: Form; readonly document: Document | undefined }

/** Where the subject names the applicant, it can name but one. */
function mustComeApart(told: readonly Told[], call: Call): boolean {
  const rows = new Set(told.map(({ who }) => who?.split('/')[0]))
  return bearsApplicant(call.naming.subject, call) && (call.applicant.several === null || rows.size > 1)
}

/** Who a form is of, as the call tells applications apart; null where it doesn't say, or that was not read beyond doubt. */
function identity({ values, confidence }: Form, call: Call): string | null {
  const { applicant, form } = call
  const field = applicantField(applicant, form.fields)
  const said = values[field] ?? ''
  const own = applicant.several === null ? null : (values[applicant.several.by] ?? '')
  if (said === '' || own === '' || confidence[field] !== 'sure') return null
  const rows = applicant.inRoster ? branchesIn(said, call) : []
  const key = applicant.inRoster
    ? rows.length === 1 && rows[0]?.name
    : keyText(said, form.fields[field]?.type ?? 'text')
  if (key === false || key === undefined) return null
  return own === null ? key : `${key}/${keyText(own, 'text')}`
}

type Sides = { readonly own: readonly Told[]; readonly others: readonly Told[]; readonly call: Call }

/** A form is its own applicant's; a scan that bears another's name is not ours; a summary is everybody's. */
function isOf(document: Document, { own, others, call }: Sides): boolean {
  if (others.some(one => one.document === document)) return false
  if (own.some(one => one.document === document)) return true
  const file = normalise(document.name)
  const names = (one: Told) => namesIn(one.form, call).some(name => name.length > 1 && file.includes(name))
  return deliverableOf(document, call) === null || !others.some(names) || own.some(names)
}

/** As written, and as two are compared. */
const namesIn = (form: Form, call: Call): readonly string[] =>
  [form.values[teller(call)] ?? '', tellerIn(form, teller(call), call)].map(normalise)

const teller = ({ applicant, form }: Call): FieldId => applicant.several?.by ?? applicantField(applicant, form.fields)

/** Whether the forms may be those of several applicants, and nobody can say whose each is. */
export function areOfDoubtfulApplicants(chosen: ChosenForm, call: Call): boolean {
  if (chosen.kind !== 'several' || chosen.forms.every(form => identity(form, call) !== null)) return false
  const named = chosen.forms.map(form => tellerIn(form, teller(call), call)).filter(name => name !== '')
  return new Set(named).size > 1
}
