import { applicantField } from '../../call/applicants.ts'
import type { Call } from '../../call/call.ts'
import { labelOf } from '../../form/description.ts'
import { expectedFileName, expectedName, filled, type TokenValues } from '../../naming/expected.ts'
import type { NameReading } from '../../naming/read-name.ts'
import { tokensOf } from '../../naming/template.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'

/** What is wrong with the subject as such; a branch that is off is nameBranch's. */
export function subjectFindings(text: string | null, { fault, degree }: NameReading, to: Target): Finding[] {
  if (degree !== 'wrong' || fault === null || fault === 'destroyed') return []
  const expected = expectedSubject(to)
  const code =
    fault === 'missing' ? 'subject.missing' : fault === 'placeholder' ? 'subject.placeholder' : 'subject.pattern'
  return [finding('fixable', makeProblem(code, { seen: text, expected }, to.call.nouns))]
}

/** What is wrong with the form's file name as such. */
export function fileFindings(name: string, { fault, degree }: NameReading, to: Target): Finding[] {
  if (degree !== 'wrong' || fault === null || fault === 'destroyed') return []
  const expected = expectedFile(to, extensionOf(name))
  return [
    finding(
      'fixable',
      makeProblem(fault === 'placeholder' ? 'file.placeholder' : 'file.name', { seen: name, expected }, to.call.nouns),
    ),
  ]
}

/** `branch`: the roster's name of the applicant, else its key; `values`: what is known for the other tokens. */
export type Target = { readonly call: Call; readonly branch: string | null; readonly values?: TokenValues }

export const expectedSubject = (to: Target): string => expectedName(to.call.naming.subject, valuesOf(to))

/** Where the archive has a rule, that is the name to give. */
export const expectedFile = (to: Target, extension: string): string => {
  const { file, archive = null } = to.call.naming
  return archive === null
    ? expectedFileName(file, valuesOf(to), extension)
    : expectedFileName(archive, valuesOf(to), 'zip')
}

/** What stands for each token; while a value is open, what must stand there. */
export function valuesOf({ call, branch, values = {} }: Target): TokenValues & { readonly shown: string } {
  const { applicant, form, nouns, unit } = call
  const open = Object.fromEntries(tokensOf(call).map(token => [token, `（${labelOf(form, token)}）`]))
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
  const own = applicant.inRoster ? applicant.key : applicantField(applicant, form.fields)
  const named = branch ?? (applicant.inRoster ? `（${nouns.fullName}）` : undefined)
  const all = {
    ...open,
    ...known,
    unit,
    ...(named === undefined || (!applicant.inRoster && known[own]) ? {} : { [own]: named }),
  }
  return { ...all, shown: applicant.inRoster ? (named ?? '') : filled(applicant.shown, all) }
}

const extensionOf = (name: string): string => /\.(docx?|wps|pdf)$/i.exec(name)?.[1]?.toLowerCase() ?? 'docx'
