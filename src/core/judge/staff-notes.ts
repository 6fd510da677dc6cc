import { applicantField } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import type { Claim } from './claims.ts'
import type { Decision } from './decision.ts'
import type { Earlier } from './earlier.ts'
import { countNotes } from './findings/deliverable-findings.ts'
import { compared, type Row, summaryNotes } from './summary.ts'

type Noted = {
  readonly claim: Claim
  readonly rows: readonly Row[]
  readonly all: readonly Claim[]
  /** What earlier mails of the applicant brought. */
  readonly before: readonly Earlier[]
  /** What the mail says itself. */
  readonly said: readonly string[]
}

/** What staff are told beside the decision. */
export function staffNotes(
  { rows, all, claim, before: mails, said }: Noted,
  call: Call,
): Pick<Decision, 'notes' | 'summary'> {
  const field = call.applicant.several?.by ?? identifyingField(call)
  // A list may tell them by name where the call does by number.
  const fields = [...new Set([field, ...PERSONS.filter(one => Object.hasOwn(call.form.fields, one))])]
  const forms = [
    ...all.flatMap(({ chosen }) => (chosen.kind === 'filled' ? [chosen.form] : [])),
    ...mails.flatMap(({ form }) => form ?? []),
  ]
  const before = mails.flatMap(({ documents }) => documents)
  const named = [...new Set(forms.map(({ values }) => values[field] ?? '').filter(name => name !== ''))]
  const told = forms
    .map(({ values }) => fields.map(one => values[one] ?? '').filter(name => name !== ''))
    .filter((names, at, all) => names.length > 0 && all.findIndex(([first]) => first === names[0]) === at)
  const notes = [
    ...said,
    ...summaryNotes(rows, told, call),
    ...countNotes(claim.documents, before, call),
    ...tooManyApply(named, call),
  ]
  return {
    ...(notes.length === 0 ? {} : { notes }),
    ...(rows.length === 0 ? {} : { summary: compared(rows, told) }),
  }
}

const PERSONS = ['name', 'leader', 'author']

const identifyingField = ({ applicant, form }: Call): string => applicantField(applicant, form.fields)

function tooManyApply(named: readonly string[], { applicant: { several }, nouns }: Call): readonly string[] {
  const most = several?.most ?? null
  return most === null || named.length <= most
    ? []
    : [`同一${nouns.applicant}已有${named.length}份${nouns.form}，超过名额${most}份：${named.join('、')}。`]
}
