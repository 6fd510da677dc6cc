import { basename } from 'node:path'
import { applicantField } from '../core/call/applicants.ts'
import type { Branch, Call } from '../core/call/call.ts'
import type { Deliverable } from '../core/call/deliverable.ts'
import type { PendingCall } from '../core/call/pending-call.ts'
import { type FormDescription, NO_FORM } from '../core/form/description.ts'
import type { Mistake } from '../errors.ts'
import { referenceMistakes } from './call-references.ts'
import { type CallSettings, callSchema } from './call-schema.ts'
import { check, readBytes, readYaml } from './checked-file.ts'
import { FORM_DEFAULT } from './deliverable-schema.ts'
import type { Forms } from './forms.ts'
import { loadWording } from './nouns.ts'
import { openQuestions } from './open-questions.ts'
import { readRoster } from './roster.ts'

type Loading = { readonly forms: Forms; readonly mistakes: Mistake[] }

export type LoadedCall =
  | { readonly kind: 'open'; readonly call: Call }
  | { readonly kind: 'pending'; readonly pending: PendingCall }

/** A file of `calls/`; null with the mistakes told. What a pending call names is looked at when its questions are answered. */
export function loadCall(folder: string, file: string, loading: Loading): LoadedCall | null {
  const settings = readYaml(folder, file, loading.mistakes)
  if (settings === undefined) return null
  const pending = openQuestions(settings, file)
  if (pending !== null) return { kind: 'pending', pending }
  const call = openCall(settings, { folder, file, ...loading })
  return call === null ? null : { kind: 'open', call }
}

type Opening = Loading & { readonly folder: string; readonly file: string }

/** With its roster, its form and its wording. */
function openCall(settings: unknown, { folder, file, forms, mistakes }: Opening): Call | null {
  const parsed = check(callSchema, settings, path => ({ file, path }), mistakes)
  if (parsed === null) return null
  const roster = loadRoster(folder, parsed, mistakes)
  const form = parsed.form === null ? NO_FORM : forms(parsed.form, file)
  const wording = loadWording(folder, parsed.wording, { call: file, mistakes })
  if (roster === null || form === null || wording === null) return null
  const call = callOf(parsed, { roster, form, ...wording })
  mistakes.push(...referenceMistakes(call).map(mistake => ({ file, ...mistake })))
  return call
}

/** Empty for a call whose applicants are in none. */
function loadRoster(folder: string, parsed: CallSettings, mistakes: Mistake[]): readonly Branch[] | null {
  const { roster: name, key } = parsed.applicant
  if (name === null) return []
  const file = `calls/${basename(name)}`
  const bytes = readBytes(folder, file, mistakes)
  if (bytes === null) return null
  const roster = readRoster(bytes, file, { ...parsed, key })
  mistakes.push(...roster.mistakes)
  return roster.branches
}

function callOf(parsed: CallSettings, read: Pick<Call, 'roster' | 'form' | 'nouns' | 'results'>): Call {
  const { applicant, deliverables, form: _, wording: __, short, roster: ___, formats: ____, ...rest } = parsed
  const { roster, key, several } = applicant
  const field = applicantField({ key }, read.form.fields)
  return {
    ...rest,
    ...read,
    publishedDeadline: parsed.deadline,
    short: short ?? parsed.id,
    applicant: { key, inRoster: roster !== null, shown: applicant.shown ?? `{${field}}`, several },
    deliverables: deliverablesOf(deliverables, read.form),
  }
}

/** Without a list: the form, where the call has one. */
const deliverablesOf = (given: CallSettings['deliverables'], form: FormDescription): readonly Deliverable[] =>
  (given.length === 0 && form !== NO_FORM ? [FORM_DEFAULT] : given).map(one => ({
    ...one,
    title: one.title ?? form.title,
  }))
