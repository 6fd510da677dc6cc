import { applicantField } from '../../call/applicants.ts'
import type { Call } from '../../call/call.ts'
import type { NameRule } from '../../call/name-rule.ts'
import type { DocumentKind } from '../../document/document.ts'
import { labelOf } from '../../form/description.ts'
import { expectedFileName, expectedName, filled, type TokenValues } from '../../naming/expected.ts'
import type { NameReading } from '../../naming/read-name.ts'
import { ruleTokens, tokensOf } from '../../naming/template.ts'
import { applicantOf, type Decision } from '../decision.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'

/** What is wrong with the subject as such; a branch that is off is nameBranch's. */
export function subjectFindings(text: string | null, reading: NameReading, to: Target): Finding[] {
  const { fault, degree } = reading
  if (degree !== 'wrong' || fault === null || fault === 'destroyed') return []
  const expected = expectedSubject(to)
  const code =
    fault === 'missing' ? 'subject.missing' : fault === 'placeholder' ? 'subject.placeholder' : 'subject.pattern'
  return [finding('fixable', makeProblem(code, { seen: text, expected, ...partIn(reading, to.call) }, to.call.nouns))]
}

/** Whether, where something was left open, the applicant's name stands there. */
const partIn = ({ fault, branch, values }: NameReading, { applicant, form }: Call): { readonly detail?: string } =>
  fault === 'placeholder' && (branch.kind === 'known' || (values[applicantField(applicant, form.fields)] ?? '') !== '')
    ? { detail: 'part' }
    : {}

/** A file's name, or that of the archive that it came in. */
export type FileNamed = { readonly text: string; readonly reading: NameReading; readonly isArchive?: true }

/** What is wrong with the form's file name as such, or with that of the archive. */
export function fileFindings({ text: name, reading, isArchive }: FileNamed, to: Target): Finding[] {
  const { fault, degree } = reading
  if (degree !== 'wrong' || fault === null || fault === 'destroyed') return []
  const expected = isArchive ? expectedFile(to, 'zip') : expectedOwnFile(to, extensionOf(name, to.call))
  return [
    finding(
      'fixable',
      makeProblem(
        fault === 'placeholder' ? 'file.placeholder' : 'file.name',
        { seen: name, expected, ...partIn(reading, to.call) },
        to.call.nouns,
      ),
    ),
  ]
}

/** Whose names are asked for. `branch`: the roster's name of the applicant, else its key; `values`: what is known for the other tokens. */
export type Target = {
  readonly call: Call
  readonly branch: string | null
  readonly values?: TokenValues
  /** How people read who applies, where that is known and stands in no roster. */
  readonly shown?: string
}

/** As a decision has it. */
export function targetOf(call: Call, decision: Pick<Decision, 'applicant' | 'branch' | 'form' | 'naming'>): Target {
  const applicant = applicantOf(decision)
  const answered = Object.entries(decision.form?.values ?? {}).filter(([, value]) => (value ?? '') !== '')
  return {
    call,
    branch: decision.branch?.name ?? applicant?.key ?? null,
    values: { ...decision.naming?.values, ...Object.fromEntries(answered) },
    ...(applicant === null || call.applicant.inRoster ? {} : { shown: applicant.shown }),
  }
}

/** Whether everything is known that a rule's template asks for. */
export function isKnown({ call, branch, values = {} }: Target, rule: NameRule): boolean {
  const { applicant, form } = call
  const row = rowOf(call, branch)
  const own = applicant.inRoster ? applicant.key : applicantField(applicant, form.fields)
  const isGiven = (token: string) =>
    token === 'unit' || (values[token] || row[token] || '') !== '' || (token === own && branch !== null)
  return ruleTokens(rule).every(isGiven)
}

/** What the roster knows of an applicant; of several in a row it doesn't say who. */
function rowOf({ roster, applicant: { several } }: Call, branch: string | null): TokenValues {
  const row = roster.find(({ name }) => name === branch)?.values ?? {}
  return Object.fromEntries(Object.entries(row).filter(([token]) => token !== several?.by))
}

const given = (values: TokenValues): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).flatMap(([token, value]) => (value ? [[token, value]] : [])))

export const expectedSubject = (to: Target): string => expectedName(to.call.naming.subject, valuesOf(to))

/** Where the archive has a rule, that is the name to give. */
export const expectedFile = (to: Target, extension: string): string => {
  const { archive } = to.call.naming
  return archive === null ? expectedOwnFile(to, extension) : expectedFileName(archive, valuesOf(to), 'zip')
}

/** The name of the file itself, packed or not. */
export const expectedOwnFile = (to: Target, extension: string): string =>
  expectedFileName(to.call.naming.file, valuesOf(to), extension)

/** What stands for each token; while a value is open, what must stand there. */
export function valuesOf({ call, branch, shown, values = {} }: Target): TokenValues & { readonly shown: string } {
  const { applicant, form, nouns, unit } = call
  const open = Object.fromEntries(tokensOf(call).map(token => [token, `（${labelOf(form, token)}）`]))
  const known = { ...given(rowOf(call, branch)), ...given(values) }
  const own = applicant.inRoster ? applicant.key : applicantField(applicant, form.fields)
  const named = branch ?? (applicant.inRoster ? `（${nouns.fullName}）` : undefined)
  const all = {
    ...open,
    ...known,
    unit,
    ...(named === undefined || (!applicant.inRoster && known[own]) ? {} : { [own]: named }),
  }
  return { ...all, shown: applicant.inRoster ? (named ?? '') : (shown ?? filled(applicant.shown, all)) }
}

const ENDINGS: Readonly<Partial<Record<DocumentKind, string>>> = { image: 'jpg', docx: 'docx', pdf: 'pdf' }

/** That which it has, where it may come so; else that of the first kind that the call takes. */
export function extensionOf(name: string, { deliverables }: Pick<Call, 'deliverables'>): string {
  const own = /\.(docx?|wps|pdf|jpe?g|png|zip)$/i.exec(name.slice(-8))?.[1]?.toLowerCase()
  const formats = deliverables.flatMap(one => (one.required ? one.formats : []))
  const isPicture = own === 'png' || own?.startsWith('jp')
  if (own !== undefined && (own === 'zip' || formats.includes(isPicture ? 'image' : (own as DocumentKind)))) return own
  return formats.includes('docx') ? 'docx' : (ENDINGS[formats[0] ?? 'docx'] ?? 'docx')
}
