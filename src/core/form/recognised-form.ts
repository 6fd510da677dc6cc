import type { Call } from '../call/call.ts'
import type { DocumentContent } from '../document/document.ts'
import { runChecks } from '../eligibility/all-checks.ts'
import type { Check } from '../eligibility/check.ts'
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
