import type { Call } from '../../call/call.ts'
import { expectedFileName, expectedName } from '../../naming/expected.ts'
import type { NameReading } from '../../naming/read-name.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'

/** Stands for the branch in an expected name while the branch is open. */
const OPEN_BRANCH = '（本支部全称）'

/** What is wrong with the subject as such; a branch that is off is nameBranch's. */
export function subjectFindings(text: string | null, { fault, degree }: NameReading, to: Target): Finding[] {
  if (degree !== 'wrong' || fault === null || fault === 'destroyed') return []
  const expected = expectedSubject(to)
  const code =
    fault === 'missing' ? 'subject.missing' : fault === 'placeholder' ? 'subject.placeholder' : 'subject.pattern'
  return [finding('fixable', makeProblem(code, { seen: text, expected }))]
}

/** What is wrong with the form's file name as such. */
export function fileFindings(name: string, { fault, degree }: NameReading, to: Target): Finding[] {
  if (degree !== 'wrong' || fault === null || fault === 'destroyed') return []
  const expected = expectedFile(to, extensionOf(name))
  return [
    finding(
      'fixable',
      makeProblem(fault === 'placeholder' ? 'file.placeholder' : 'file.name', { seen: name, expected }),
    ),
  ]
}

export type Target = { readonly call: Call; readonly branch: string | null }

export const expectedSubject = ({ call, branch }: Target): string =>
  expectedName(call.naming.subject, { unit: call.unit, branch: branch ?? OPEN_BRANCH })

export const expectedFile = ({ call, branch }: Target, extension: string): string =>
  expectedFileName(call.naming.file, { unit: call.unit, branch: branch ?? OPEN_BRANCH }, extension)

const extensionOf = (name: string): string => /\.(docx?|wps|pdf)$/i.exec(name)?.[1]?.toLowerCase() ?? 'docx'
