import type { Call } from '../call/call.ts'
import type { DocumentContent } from '../document/document.ts'
import { runChecks } from '../eligibility/all-checks.ts'
import type { Check } from '../eligibility/check.ts'
import { clean } from '../text/quote.ts'
import { labelOf } from './description.ts'
import type { Form } from './form.ts'
import { readForm } from './read-form.ts'

/** What optical recognition read of a scanned form: for a person to look at, never for the machine to decide by. */
export type RecognisedForm = { readonly call: Call; readonly form: Form; readonly checks: readonly Check[] }

/** null where what was recognised is no filled form of the call. */
export function readRecognised(content: DocumentContent, call: Call): RecognisedForm | null {
  const reading = readForm(content, call)
  if (reading.kind !== 'filled') return null
  return { call, form: reading.form, checks: runChecks(reading.form, call, null).map(forReference) }
}

/** A misread character may turn any verdict: what the form seems to say stays quoted. */
const forReference = (check: Check): Check => ({ ...check, verdict: 'review', note: `识别结果，供参考：${check.note}` })

/** The same for people: what the form says under the call's labels, a line each, as far as it was recognised. */
export function recognisedLines({ call, form, checks }: RecognisedForm): readonly string[] {
  const { fields, sections } = call.form
  const said = [
    ...Object.keys(fields).map(id => [labelOf(call.form, id), form.values[id]] as const),
    ...Object.entries(sections).flatMap(([id, { type }]) =>
      quotesOf(form, id, type).map(quote => [labelOf(call.form, id), quote] as const),
    ),
  ]
  return [
    ...said.flatMap(([label, value]) =>
      value === null || value === undefined || value === '' ? [] : [`${label}：${clean(value, 200)}`],
    ),
    ...checks.map(({ id, note }) => `${id}：${note}`),
  ]
}

/** Of a list each of its entries. */
function quotesOf(form: Form, id: string, type: string): readonly (string | null | undefined)[] {
  if (type === 'honours') return form.honours.map(({ quote }) => quote)
  if (type === 'measures') return form.measures.map(({ quote }) => quote)
  return [form.values[id]]
}
