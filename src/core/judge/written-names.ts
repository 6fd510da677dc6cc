import { applicantField } from '../call/applicants.ts'
import type { Branch, Call } from '../call/call.ts'
import { formFormats, formOf } from '../call/deliverable.ts'
import { ANY } from '../call/name-rule.ts'
import { worded } from '../call/nouns.ts'
import type { Document } from '../document/document.ts'
import type { Form } from '../form/form.ts'
import type { Message } from '../message/message.ts'
import type { Thread } from '../message/thread.ts'
import { bearsApplicant, type TokenValues } from '../naming/expected.ts'
import { isPlaceholder } from '../naming/placeholder.ts'
import { knownOf, type NameReading, readKnownName } from '../naming/read-name.ts'
import { type BranchReading, matchBranch } from '../naming/roster.ts'
import { deliverableOf } from './assigned.ts'
import { type ChosenForm, isNamedAsForm } from './chosen-form.ts'
import { type Finding, finding } from './findings/finding.ts'
import { type FileNamed, fileFindings, subjectFindings } from './findings/naming-findings.ts'
import { makeProblem } from './problem-text.ts'

/** The names of a submission as received: of its mail, of its file, and of the branch within the form. */
export type WrittenNames = {
  readonly subject: { readonly text: string | null; readonly reading: NameReading }
  readonly file: FileNamed | null
  /** null where there is none to read. */
  readonly form: { readonly text: string; readonly reading: BranchReading } | null
}

/** Who applies, as subject, file and form say it. */
export type NamedBranch = {
  /** The roster's branch, or the name as written where the roster may lack it; null where it stays open. */
  readonly name: string | null
  readonly branch: Branch | null
  readonly findings: readonly Finding[]
}

type Named = {
  readonly message: Message
  readonly thread: Thread | null
  readonly documents: readonly Document[]
}

type Knowing = { readonly call: Call; readonly known: TokenValues }

/** The roster's row as the form names it: a name that may be another's contradicts nobody. */
function applicantIn({ values, confidence }: Form, { applicant, form: { fields } }: Call): string | null {
  const field = applicantField(applicant, fields)
  return applicant.inRoster && confidence[field] === 'sure' ? (values[field] ?? null) : null
}

export function readNames({ message, thread, documents }: Named, chosen: ChosenForm, call: Call): WrittenNames {
  const form = chosen.kind === 'filled' ? applicantIn(chosen.form, call) : null
  const named = { call, known: chosen.kind === 'filled' ? knownOf(chosen.form.values, call) : {} }
  return {
    subject: { text: message.subject, reading: readSubject(message.subject, thread, named) },
    file: readFile(chosen, named) ?? readOnly(documents, named) ?? readArchive(documents, named),
    form:
      form === null ? null : { text: form, reading: isPlaceholder(form) ? { kind: 'none' } : matchBranch(form, call) },
  }
}

/**
 * The file whose name must follow the rule: the form, or what may be it. What is no such file may name the branch, and no more, nor does an
 * archive or a mail that can't be opened: the form in it may be named right.
 */
function readFile(chosen: ChosenForm, named: Knowing): WrittenNames['file'] {
  if (chosen.kind === 'none') return null
  const document = 'documents' in chosen ? chosen.documents[0] : chosen.document
  if (document === undefined) return null
  const packed = document.archive !== null && named.call.naming.archive !== null
  if (packed)
    return { text: document.archive, reading: readKnownName(document.archive, 'archive', named), isArchive: true }
  const reading = readKnownName(document.name, 'file', named)
  return {
    text: document.name,
    reading:
      isAnother(chosen, document, named.call) || isWrapping(document, named.call) ? namingOnly(reading) : reading,
  }
}

const isWrapping = ({ kind, why }: Document, { deliverables }: Call): boolean =>
  kind === 'zip' || (why === 'undecodable' && !formFormats(deliverables).includes(kind))

/** No form whatever it is called: a file of another kind, or a paper that was read; nor is known to be one what was read, not understood and not called one. */
const isAnother = ({ kind }: ChosenForm, { name }: Document, call: Call): boolean =>
  kind === 'format' || kind === 'absent' || (kind === 'unread' && !isNamedAsForm(name, call))

/** Of a call without a form, which must have one document: that one's name follows the rule for files. */
function readOnly(documents: NonNullable<Named['documents']>, named: Knowing): WrittenNames['file'] {
  const { deliverables, naming } = named.call
  const [asked, ...others] = deliverables.filter(({ required }) => required)
  if (asked === undefined || others.length > 0 || formOf(deliverables) !== null || naming.file === ANY) return null
  const document = documents.find(one => deliverableOf(one, named.call) === asked.id)
  return document === undefined || document.archive !== null
    ? null
    : { text: document.name, reading: readKnownName(document.name, 'file', named) }
}

/** What came packed without a form is whose the archive's name says, where the call has a rule for it. */
function readArchive(documents: NonNullable<Named['documents']>, named: Knowing): WrittenNames['file'] {
  const { archive = null } = documents.find(one => one.archive !== null) ?? {}
  if (archive === null || named.call.naming.archive === null) return null
  return { text: archive, reading: namingOnly(readKnownName(archive, 'archive', named)) }
}

/** The branch, where it is known, and nothing that is wrong. */
const namingOnly = (reading: NameReading): NameReading => ({
  ...reading,
  branch: reading.branch.kind === 'known' ? reading.branch : { kind: 'none' },
  fault: null,
  remark: null,
})

/** In our thread the subject is ours: a wrong one counts as cosmetic, and the branch is the thread's. */
function readSubject(subject: string | null, thread: Thread | null, named: Knowing): NameReading {
  const { call } = named
  const reading = readKnownName(subject, 'subject', named)
  if (thread === null || thread.call !== call.id) return reading
  // Answering our mail puts «回复:» before a subject that is right by itself.
  const branch = call.roster.find(({ name }) => name === thread.branch)
  const isOpen = reading.branch.kind === 'none' && branch !== undefined && !bearsApplicant(call.naming.subject, call)
  const told: BranchReading = isOpen ? { kind: 'known', branch, via: 'name', exact: true } : reading.branch
  if (reading.degree !== 'wrong') return { ...reading, branch: told, remark: null }
  return {
    degree: 'cosmetic',
    branch: branch === undefined ? { kind: 'none' } : { kind: 'known', branch, via: 'name', exact: true },
    fault: null,
    values: {},
    parts: [],
    remark: '主题与规定不一致，因系回复本系统邮件，已按原申报登记',
  }
}

export function nameFindings(
  names: WrittenNames,
  named: NamedBranch & { readonly values?: TokenValues },
  call: Call,
): readonly Finding[] {
  const to = { call, branch: named.name, values: named.values ?? {} }
  const { subject, file, form } = names
  const placeholder = form !== null && isPlaceholder(form.text)
  return [
    ...subjectFindings(subject.text, subject.reading, to),
    ...(file === null ? [] : fileFindings(file, to)),
    ...(placeholder
      ? [finding('fixable', makeProblem('form.placeholder', { seen: form.text, expected: named.name }, call.nouns))]
      : []),
    ...named.findings.filter(({ problem }) => problem.code !== 'branch.ambiguous' || !isAskedAnyhow(names, call)),
  ]
}

/** A subject that must be written anew, and names the applicant, will say who it is. */
const isAskedAnyhow = ({ subject: { reading } }: WrittenNames, call: Call): boolean =>
  ['missing', 'pattern', 'placeholder'].includes(reading.fault ?? '') && bearsApplicant(call.naming.subject, call)

/** What is odd about the names and no fault. */
export function nameRemarks(
  { subject, file, form }: WrittenNames,
  { branch }: NamedBranch,
  { nouns }: Call,
): readonly string[] {
  const own = form !== null && branch !== null && (form.reading.kind === 'near' || form.reading.kind === 'unknown')
  const wording = own
    ? worded(`{form}中{applicant}名称写作“${form.text}”，已按名册登记为“${branch.name}”`, nouns)
    : null
  return [subject.reading.remark, file?.reading.remark ?? null, wording].filter(remark => remark !== null)
}
