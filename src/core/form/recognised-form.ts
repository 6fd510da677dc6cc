import type { Call } from '../call/call.ts'
import type { DocumentContent } from '../document/document.ts'
import { runChecks } from '../eligibility/all-checks.ts'
import type { Check } from '../eligibility/check.ts'
import { clean } from '../text/quote.ts'
import type { Form } from './form.ts'
import { readForm } from './read-form.ts'

/** What optical recognition read of a scanned form: for a person to look at, never for the machine to decide by. */
export type RecognisedForm = { readonly form: Form; readonly checks: readonly Check[] }

/** null where what was recognised is no filled form of the call. */
export function readRecognised(content: DocumentContent, call: Call): RecognisedForm | null {
  const reading = readForm(content, call)
  if (reading.kind !== 'filled') return null
  return { form: reading.form, checks: runChecks(reading.form, call, null).map(forReference) }
}

/** A misread character may turn any verdict: what the form seems to say stays quoted. */
const forReference = (check: Check): Check => ({ ...check, verdict: 'review', note: `识别结果，供参考：${check.note}` })

/** The same for people: what the form says, a line each, as far as it was recognised. */
export function recognisedLines({ form, checks }: RecognisedForm): readonly string[] {
  const said: readonly (readonly [string, string | number | null])[] = [
    ['支部', form.branchName],
    ['书记', form.secretary.name],
    ['党员人数', form.memberCount],
    ['联系电话', form.phone],
    ['电子邮箱', form.email],
    ...form.honours.map(({ quote }) => ['荣誉', quote] as const),
    ['述职评议', form.reviewText],
    ['创建思路', form.idea],
    ...form.measures.map(({ quote }) => ['创建举措', quote] as const),
    ['预期成效', form.outcomes],
  ]
  return [
    ...said.flatMap(([label, value]) =>
      value === null || value === '' ? [] : [`${label}：${clean(String(value), 200)}`],
    ),
    ...checks.map(({ id, note }) => `${id}：${note}`),
  ]
}
