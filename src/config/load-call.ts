import { basename } from 'node:path'
import { applicantField } from '../core/call/applicants.ts'
import type { Call } from '../core/call/call.ts'
import type { Deliverable } from '../core/call/deliverable.ts'
import { templateOf } from '../core/call/name-rule.ts'
import { type Nouns, PLAIN_NOUNS } from '../core/call/nouns.ts'
import type { PendingCall } from '../core/call/pending-call.ts'
import { type FieldDescription, type FormDescription, hasNoForm, NO_FORM } from '../core/form/description.ts'
import { templateTokens } from '../core/naming/template.ts'
import { knownLabel, usualLabel } from '../core/notice/known-labels.ts'
import type { Mistake } from '../errors.ts'
import { referenceMistakes } from './call-references.ts'
import { type CallSettings, callSchema } from './call-schema.ts'
import { check, readNamedBytes, readYaml } from './checked-file.ts'
import { FORM_DEFAULT } from './deliverable-schema.ts'
import type { Forms } from './forms.ts'
import { loadWording } from './nouns.ts'
import { openQuestions } from './open-questions.ts'
import { readRoster } from './roster.ts'

type Loading = { readonly forms: Forms; readonly mistakes: Mistake[] }

type LoadedCall =
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
  const form = parsed.form === null ? formOfNames(parsed) : forms(parsed.form, file)
  const roster = loadRoster(folder, { file, form, parsed }, mistakes)
  const plain = form === null ? PLAIN_NOUNS : plainNouns(parsed, form)
  const wording = loadWording(folder, parsed.wording, { call: file, plain, mistakes })
  if (roster === null || form === null || wording === null) return null
  const call = callOf(parsed, { ...roster, form, ...wording })
  mistakes.push(...referenceMistakes(call).map(mistake => ({ file, ...mistake })))
  return call
}

/** Without a form the tokens of the names are all that is known of who applies, under the labels that people give them. */
function formOfNames({ naming, applicant: { key, roster, shown = '', several } }: CallSettings): FormDescription {
  const { subject, file, archive } = naming
  const rules = [subject, file, archive].map(rule => templateOf(rule) ?? '')
  const tokens = [...rules, shown].flatMap(templateTokens).concat(several?.by ?? [])
  const free = new Set(tokens.filter(token => token !== 'unit' && !(roster !== null && token === key)))
  return { ...NO_FORM, fields: Object.fromEntries([...free].map(token => [token, fieldOf(token)])) }
}

function fieldOf(token: string): FieldDescription {
  const label = usualLabel(token)
  const type = knownLabel(label)?.type
  return { label, type: type === 'person' || type === 'digits' ? type : 'text', required: false }
}

/** Without a form one sends in what the call asks for: 征文. Whose key is a person's is asked for a name. */
function plainNouns({ applicant: { key }, deliverables }: CallSettings, form: FormDescription): Nouns {
  const [asked, ...more] = deliverables.filter(({ required }) => required)
  const papers = more.length > 0 ? null : asked?.title
  return {
    ...PLAIN_NOUNS,
    ...(hasNoForm(form) ? { form: papers ?? '申报材料' } : {}),
    ...(form.fields[applicantField({ key }, form.fields)]?.type === 'person' ? { fullName: '申报人姓名' } : {}),
  }
}

type Roster = Pick<ReturnType<typeof readRoster>, 'branches' | 'notRead'>
type RosterNamed = { readonly file: string; readonly form: FormDescription | null; readonly parsed: CallSettings }

/** Empty for a call whose applicants are in none. */
function loadRoster(folder: string, { file: call, form, parsed }: RosterNamed, mistakes: Mistake[]): Roster | null {
  const { roster: name, key } = parsed.applicant
  if (name === null) return { branches: [], notRead: [] }
  const file = `calls/${basename(name)}`
  const bytes = readNamedBytes({ folder, file, path: 'applicant.roster', call }, mistakes)
  if (bytes === null) return null
  const label = form?.fields[key]?.label
  const roster = readRoster(bytes, file, {
    ...parsed,
    key,
    tokens: tokensIn(parsed, form),
    ...(label !== undefined && { label }),
  })
  mistakes.push(...roster.mistakes)
  return roster
}

/** The tokens of the names by what a column may be called that says what stands there. */
function tokensIn({ naming: { subject, file, archive } }: CallSettings, form: FormDescription | null) {
  const tokens = [subject, file, archive].flatMap(rule =>
    templateTokens((rule === null ? null : templateOf(rule)) ?? ''),
  )
  return new Map(
    tokens.flatMap(token =>
      [token, form?.fields[token]?.label ?? usualLabel(token)].map(title => [title, token] as const),
    ),
  )
}

type CallRead = Roster & Pick<Call, 'form' | 'nouns' | 'results'>

function callOf(parsed: CallSettings, { branches, notRead, ...read }: CallRead): Call {
  const { applicant, deliverables, form: _, wording: __, short, roster: ___, formats: ____, ...rest } = parsed
  const { roster, key, several } = applicant
  const field = applicantField({ key }, read.form.fields)
  return {
    ...rest,
    ...read,
    roster: branches,
    publishedDeadline: parsed.deadline,
    short: short ?? parsed.id,
    applicant: { key, inRoster: roster !== null, shown: applicant.shown ?? `{${field}}`, several, notRead },
    deliverables: deliverablesOf(deliverables, read.form),
  }
}

/** Without a list: the form, where the call has one. */
const deliverablesOf = (given: CallSettings['deliverables'], form: FormDescription): readonly Deliverable[] =>
  (given.length === 0 && !hasNoForm(form) ? [FORM_DEFAULT] : given).map(one => ({
    ...one,
    title: one.title ?? form.title,
  }))
