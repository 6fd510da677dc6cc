import { applicantField } from '../core/call/applicants.ts'
import type { Call } from '../core/call/call.ts'
import type { CheckType } from '../core/call/check-description.ts'
import { formOf } from '../core/call/deliverable.ts'
import type { NameRule } from '../core/call/name-rule.ts'
import { type FieldType, hasNoForm, labelOf } from '../core/form/description.ts'
import { editDistance } from '../core/naming/edit-distance.ts'
import { ruleTokens, tokensOf } from '../core/naming/template.ts'
import { knownLabel } from '../core/notice/known-labels.ts'
import { nearKey } from './wording.ts'

type Reference = { readonly path: string; readonly message: string }

/** What of a call names something that its other parts don't have. */
export function referenceMistakes(call: Call): readonly Reference[] {
  return [...namingMistakes(call), ...applicantMistakes(call), ...checkMistakes(call), ...formMistakes(call)]
}

function namingMistakes(call: Call): Reference[] {
  const { form } = call
  const { subject, file, archive } = call.naming
  const rules: readonly (readonly [string, NameRule | null])[] = Object.entries({ subject, file, archive })
  const allowed = tokensOf(call)
  return rules.flatMap(([path, rule]) => {
    const used = ruleTokens(rule)
    return used
      .filter(token => !allowed.includes(token))
      .map(token => ({ path: `naming.${path}`, message: unknownToken(token, allowed, form) }))
  })
}

/** A field's label in braces is told with the token that stands for it. */
function unknownToken(token: string, allowed: readonly string[], form: Call['form']): string {
  const meant = allowed.find(
    one => labelOf(form, one) === token || knownLabel(token)?.id === one || editDistance(one, token, 1) <= 1,
  )
  return `unknown token {${token}}${meant === undefined ? '' : `: is {${meant}} meant?`} (allowed: ${listed(allowed)})`
}

const listed = (tokens: readonly string[]): string => tokens.map(token => `{${token}}`).join(', ')

function applicantMistakes({ applicant, form, naming }: Call): Reference[] {
  const fields = Object.keys(form.fields)
  const inNames = [naming.subject, naming.file, naming.archive].flatMap(ruleTokens)
  const key = applicantField(applicant, form.fields)
  const unknown = !applicant.inRoster && !fields.includes(key) && !inNames.includes(key)
  const by = applicant.several?.by ?? null
  return [
    ...(unknown ? [{ path: 'applicant.key', message: `neither the form nor a naming rule tells ${key}` }] : []),
    ...(by !== null && !fields.includes(by) ? [{ path: 'applicant.several.by', message: noField(by, fields) }] : []),
  ]
}

const noField = (name: string, fields: readonly string[]): string =>
  `the form has no ${name}${meantIn(name, fields)} (allowed: ${fields.join(', ') || 'none'})`

const meantIn = (name: string, fields: readonly string[]): string => {
  const near = nearKey(name, fields)
  return near === null ? '' : `: is ${near} meant?`
}

function checkMistakes({ checks, form, cycle }: Call): Reference[] {
  const known = [...Object.keys(form.fields), ...Object.keys(form.sections)]
  return checks.flatMap(({ type, params }, index) => {
    const named = [params.field, params.of, ...Object.keys(params.when ?? {})].filter(one => one !== undefined)
    const wrong = named.filter(name => !known.includes(name))
    const readable = READS[type]
    const unread = [params.field, params.of].filter(
      one => one !== undefined && readable?.includes(form.fields[one]?.type ?? 'text') === false,
    )
    const lacksCycle = CYCLIC.has(type) && cycle === null
    return [
      ...wrong.map(name => ({ path: `checks.${index}`, message: noField(name, known) })),
      ...unread.map(name => ({
        path: `checks.${index}.field`,
        message: `${type} reads a ${readable?.join(' or ')}, and ${name} is a ${form.fields[name ?? '']?.type}: mend its type in forms/`,
      })),
      ...(lacksCycle
        ? [
            {
              path: `checks.${index}`,
              message: `${type} needs the call's cycle: cycle: { from: 2024-05, to: 2026-05 }`,
            },
          ]
        : []),
    ]
  })
}

/** Which types of a field a condition can read; of another type it would say nothing, ever. */
const READS: Readonly<Partial<Record<CheckType, readonly FieldType[]>>> = {
  age: ['date', 'text'],
  dateWithin: ['date', 'text'],
  number: ['number', 'money', 'digits', 'text'],
  ratio: ['number', 'money', 'digits', 'text'],
}

/** What looks at the months for which something is applied. */
const CYCLIC: ReadonlySet<string> = new Set(['scope.stable', 'graduation', 'plan.deadlines'])

function formMistakes({ form, deliverables }: Call): Reference[] {
  const asked = formOf(deliverables)
  if (hasNoForm(form) && asked !== null)
    return [{ path: 'form', message: 'is missing: a deliverable is the form, which a file of forms/ describes' }]
  return !hasNoForm(form) && asked === null
    ? [{ path: 'deliverables', message: 'none is the form: one needs `id: form` or `reads: form`' }]
    : []
}
