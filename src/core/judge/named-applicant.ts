import type { Applicant } from '../call/applicant.ts'
import { applicantField } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { formOf } from '../call/deliverable.ts'
import type { FieldType } from '../form/description.ts'
import type { Form } from '../form/form.ts'
import type { Thread } from '../message/thread.ts'
import { branchesIn } from '../naming/branches-in.ts'
import { editDistance } from '../naming/edit-distance.ts'
import { filled, type TokenValues } from '../naming/expected.ts'
import { normalise } from '../naming/normalise.ts'
import { isPlaceholder } from '../naming/placeholder.ts'
import { templateTokens } from '../naming/template.ts'
import { type Finding, finding } from './findings/finding.ts'
import { expectedSubject } from './findings/naming-findings.ts'
import { nameBranch } from './named-branch.ts'
import { makeProblem } from './problem-text.ts'
import type { Row } from './summary.ts'
import type { NamedBranch, WrittenNames } from './written-names.ts'

/** Who applies, and what is known for the tokens of the call's names. */
export type NamedApplicant = NamedBranch & { readonly applicant: Applicant | null; readonly values: TokenValues }

type By = {
  readonly form: Form | null
  readonly call: Call
  readonly sender: string | null
  /** The rows of the summaries that came along: where nothing else names anybody, they do. */
  readonly rows: readonly Row[]
  readonly thread: Thread | null
  /** The sender's own, of the mail. */
  readonly words: string
}

/** By the roster where there is one, else by what form and names say themselves. */
export function nameApplicant(names: WrittenNames, by: By): NamedApplicant {
  const { call, form, sender } = by
  const [sure, doubtful] = [true, false].map(isSure => valuesOf(form, isSure))
  const values = { ...doubtful, ...names.file?.reading.values, ...names.subject.reading.values, ...sure }
  if (!call.applicant.inRoster) return { ...byKey(names, by, values), values }
  const named = beside(names, by) ?? nameBranch(names, call, sender)
  const { name, branch } = named
  const several = call.applicant.several
  if (name === null) return { ...named, applicant: null, values }
  if (several === null) return { ...named, applicant: { key: name, shown: name }, values }
  const isAsked = formOf(call.deliverables) !== null
  const own = form === null ? (isAsked ? null : values[several.by] || null) : textOf(form, several.by)
  const answered = by.thread?.call === call.id ? (by.thread.applicant ?? null) : null
  if (form === null && answered?.key.startsWith(`${name}/`)) return { ...named, applicant: answered, values }
  const applicant = own === null ? null : oneOfSeveral(name, own)
  const open = own === null && (form !== null || !isAsked) ? [finding('person', unnamed(call))] : []
  return { name, branch, findings: [...named.findings, ...open], applicant, values }
}

/** One of several who may apply for a row of the roster. */
export const oneOfSeveral = (row: string, own: string): Applicant => ({
  key: `${row}/${keyText(own, 'text')}`,
  shown: `${row}（${own}）`,
})

/** Another unit's: whatever its name is, it is nobody's here. */
export const ofAnotherUnit = (by: NamedApplicant): NamedApplicant => ({
  ...by,
  ...{ name: null, branch: null, applicant: null, findings: [] },
})

/** What a form says surely enough to be told by. */
const textOf = ({ values, confidence }: Form, field: string): string | null => {
  const text = values[field]?.trim() ?? ''
  return text === '' || confidence[field] === 'none' || isPlaceholder(text) ? null : text
}

/** What the form says beyond doubt, or the rest. */
const valuesOf = (form: Form | null, isSure: boolean): TokenValues =>
  Object.fromEntries(
    Object.entries(form?.values ?? {}).filter(
      ([field, value]) => value !== null && value !== '' && (form?.confidence[field] === 'sure') === isSure,
    ),
  )

const unnamed = (call: Call) => makeProblem('branch.ambiguous', { detail: 'sender' }, call.nouns)

/** One row of the roster in all rows of a summary, in the subject, or in the words of the mail, where neither names nor form say who applies. */
function beside({ subject, file, form }: WrittenNames, { rows, words, call }: By): NamedBranch | null {
  const isNamed = [subject.reading.branch, file?.reading.branch, form?.reading].some(
    reading => reading !== undefined && reading.kind !== 'none',
  )
  const texts = isNamed ? [] : [rows.flatMap(({ cells }) => cells).join('\n'), subject.text ?? '', words]
  const [branch] = texts.flatMap(text => {
    const found = branchesIn(text, call)
    return found.length === 1 ? found : []
  })
  return branch === undefined ? null : { name: branch.name, branch, findings: [] }
}

/** How people read an applicant outside rosters, named by that; what else is known the form says. */
export const applicantNaming = (name: string, form: Form | null, call: Call): string =>
  shownAs(name, valuesIn(form), call)

/** What the form says, surely or not. */
export const valuesIn = (form: Form | null): TokenValues => ({ ...valuesOf(form, false), ...valuesOf(form, true) })

/** As the call has it; by the name alone while the rest of it isn't known. */
export function shownAs(name: string, values: TokenValues, { applicant, form }: Call): string {
  const all: TokenValues = { ...values, [applicantField(applicant, form.fields)]: name }
  const isWhole = templateTokens(applicant.shown).every(token => (all[token] ?? '') !== '')
  return isWhole ? filled(applicant.shown, all) : name
}

type Said = { readonly place: string; readonly text: string }

function byKey(
  names: WrittenNames,
  { form, call, rows, thread }: By,
  values: TokenValues,
): Omit<NamedApplicant, 'values'> {
  const field = applicantField(call.applicant, call.form.fields)
  const type = call.form.fields[field]?.type ?? 'text'
  const read = { place: call.nouns.form, text: form === null ? '' : (textOf(form, field) ?? '') }
  // What was read with doubt names the applicant where nothing else does, and contradicts nobody.
  const isSure = form?.confidence[field] === 'sure'
  const said: readonly Said[] = [
    ...(isSure ? [read] : []),
    { place: '邮件主题', text: names.subject.reading.values[field] ?? '' },
    { place: '文件名', text: names.file?.reading.values[field] ?? '' },
  ].filter(({ text }) => text !== '')
  const row = rows.length === 1 ? (rows[0]?.values ?? {}) : {}
  const listed = row[field] ?? ''
  const answered = thread?.call === call.id ? (thread.applicant ?? null) : null
  if (said.length === 0 && read.text === '' && answered !== null)
    return { name: answered.key, branch: null, applicant: answered, findings: [] }
  const otherwise = [read, { place: '汇总表', text: listed }].find(({ text }) => text !== '')
  const [first = otherwise] = said
  if (first === undefined)
    return { name: null, branch: null, applicant: null, findings: [finding('person', unnamed(call))] }
  const key = keyText(first.text, type)
  const shown = shownAs(first.text, { ...row, ...values }, call)
  const others = said.filter(({ text }) => !isSame(first.text, text, type))
  const findings = others.length === 0 ? [] : [mismatch([first, ...others], call, values)]
  return { name: key, branch: null, applicant: { key, shown }, findings }
}

/** What makes two keys one: width, spaces and quotes don't count; of a number only its letters and digits do. */
export const keyText = (text: string, type: FieldType): string => {
  const plain = text.normalize('NFKC').replace(/[\s《》“”"'「」『』]/g, '')
  return type === 'digits' || type === 'phone' ? plain.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase() : plain
}

/** A title that is shortened in a subject, or has a slip, is the same; a number or a person's name is not. */
function isSame(one: string, other: string, type: FieldType): boolean {
  const [a, b] = [normalise(one), normalise(other)]
  if (a === b) return true
  if (type !== 'text' || a === '' || b === '') return false
  return a.includes(b) || b.includes(a) || (a.length > 5 && editDistance(a, b, 2) <= 2)
}

function mismatch(said: readonly Said[], call: Call, values: TokenValues): Finding {
  const seen = said.map(({ place, text }) => `${text}（${place}）`).join('；')
  const expected = expectedSubject({ call, branch: null, values })
  return finding('fixable', makeProblem('branch.mismatch', { seen, expected: expected || null }, call.nouns))
}
