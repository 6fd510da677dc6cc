import { applicantField, identifying } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { formFormats, formOf } from '../call/deliverable.ts'
import { type Document, isClutter, plainText, type WhyUnreadable, withoutArchives } from '../document/document.ts'
import type { FieldId } from '../form/description.ts'
import type { Form, FormReading } from '../form/form.ts'
import { isNamedAsNoForm } from '../message/wishes/own-name.ts'
import { isMeantForCall } from '../naming/meant-for-call.ts'
import { normalise } from '../naming/normalise.ts'
import { rowOrName } from '../naming/roster.ts'
import { titleWords } from '../naming/title-words.ts'
import { deliverableOf } from './assigned.ts'
import { readingOf } from './reading.ts'

/** What the documents of a submission amount to: the filled form that counts, or what came instead. */
export type ChosenForm =
  | { readonly kind: 'filled'; readonly document: Document; readonly form: Form }
  | { readonly kind: 'several'; readonly documents: readonly Document[]; readonly forms: readonly Form[] }
  | { readonly kind: 'unreadable'; readonly document: Document; readonly why: WhyUnreadable }
  | { readonly kind: 'outdated'; readonly document: Document; readonly cycle: string }
  | { readonly kind: 'blank' | 'absent' | 'unread'; readonly document: Document }
  /** Nothing but files of kinds that the call does not take. */
  | { readonly kind: 'format'; readonly documents: readonly Document[] }
  | { readonly kind: 'none' }

type Read = { readonly document: Document; readonly reading: FormReading }
type Filled = { readonly document: Document; readonly form: Form }

/** A filled form counts beside anything else; without one, what could still be it comes first, so that nobody is refused for it. */
export function chooseForm(brought: readonly Document[], call: Call): ChosenForm {
  const documents = brought.filter(document => deliverableOf(document, call) === null)
  if (formOf(call.deliverables) === null) return wrongFormat(withoutArchives(documents))
  const formats = formFormats(call.deliverables)
  const allowed = documents.filter(({ kind, status }) => status === 'unreadable' || formats.includes(kind))
  const read = allowed.flatMap(document => readDocument(document, call))
  const filled = read.flatMap(({ document, reading }) =>
    reading.kind === 'filled' ? [{ document, form: reading.form }] : [],
  )
  const [first] = filled
  if (first !== undefined) return oneOf(filled, first, call)
  const unread = allowed.filter(({ status }) => status === 'unreadable')
  // What calls itself something else is that; of several the one that may be the form counts.
  const unreadable = unread.find(one => !isNamedAsNoForm(one)) ?? unread[0]
  if (unreadable !== undefined) return { kind: 'unreadable', document: unreadable, why: unreadable.why ?? 'corrupt' }
  const photo = allowed.find(({ kind }) => kind === 'image')
  if (photo !== undefined) return { kind: 'unreadable', document: photo, why: 'scanned' }
  return insteadOfForm(read, call) ?? wrongFormat(withoutArchives(documents))
}

function readDocument(document: Document, call: Call): Read[] {
  const reading = readingOf(document, call)
  return reading === null ? [] : [{ document, reading }]
}

function insteadOfForm(read: readonly Read[], call: Call): ChosenForm | null {
  const isUnread = ({ reading }: Read) => reading.kind === 'unread'
  // Beside a blank form or an old one, what bears the form's name and was not understood may be the one that was meant.
  const meant = read.find(one => isUnread(one) && isNamedAsForm(one.document.name, call))
  if (meant !== undefined) return { kind: 'unread', document: meant.document }
  for (const { document, reading } of read)
    if (reading.kind === 'outdated') return { kind: 'outdated', document, cycle: reading.cycle }
  const blank = read.find(({ reading }) => reading.kind === 'blank')
  if (blank !== undefined) return { kind: 'blank', document: blank.document }
  const unread = read.find(isUnread)
  if (unread !== undefined) return { kind: 'unread', document: unread.document }
  const [absent] = read
  return absent === undefined ? null : { kind: 'absent', document: absent.document }
}

/** Whether a file's name says that it is the form. */
export function isNamedAsForm(name: string, call: Call): boolean {
  const { document } = titleWords(call)
  return isMeantForCall(name, call) || (document !== '' && name.includes(document))
}

const wrongFormat = (documents: readonly Document[]): ChosenForm =>
  documents.length === 0 ? { kind: 'none' } : { kind: 'format', documents }

/** Texts and pictures beside a link to a cloud are not what was sent as the form. */
export const besideLink = (chosen: ChosenForm): ChosenForm =>
  chosen.kind === 'format' && chosen.documents.every(one => one.kind === 'image' || isClutter(one))
    ? { kind: 'none' }
    : chosen

/** The same form as Word document and PDF: the Word document counts. Two different forms: a person's mistake, to be mended. */
function oneOf(filled: readonly Filled[], first: Filled, call: Call): ChosenForm {
  const best = filled.find(({ document }) => document.kind !== 'pdf') ?? first
  if (filled.every(other => sameForm(best, other, call))) return { kind: 'filled', ...best }
  return { kind: 'several', documents: filled.map(({ document }) => document), forms: filled.map(({ form }) => form) }
}

function sameForm(one: Filled, other: Filled, call: Call): boolean {
  if (one.document.sha256 === other.document.sha256) return true
  if (one.document.kind === other.document.kind) return words(one.document) === words(other.document)
  const tellers = identifying(call)
  return tellers.every(field => {
    const [mine, yours] = [one, other].map(({ form }) => tellerIn(form, field, call))
    return mine === yours || mine === '' || yours === ''
  })
}

/** What a form says in a field that tells applications apart, as two are compared: by the roster's row, not by the words. */
export function tellerIn({ values }: Form, field: FieldId, call: Call): string {
  const text = values[field] ?? ''
  return field === applicantField(call.applicant, call.form.fields) && text !== ''
    ? rowOrName(text, call)
    : normalise(text)
}

const words = (document: Document): string => plainText(document.content?.blocks ?? []).replace(/\s+/g, '')
