import type { Call } from '../../call/call.ts'
import type { Document } from '../../document/document.ts'
import type { Check } from '../../eligibility/check.ts'
import { requiredLabel } from '../../eligibility/form-complete.ts'
import type { Form, RequiredField } from '../../form/form.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'

/** Required fields that are empty, and failing conditions: an applicant can mend both. */
export const formFindings = (
  form: Form,
  checks: readonly Check[],
  at: { call: Call; document: Document },
): Finding[] => [
  ...missingFields(form, at).map(label => finding('fixable', makeProblem('form.field-missing', { expected: label }))),
  ...checks.flatMap(check => eligibilityFinding(check, at.call)),
]

function eligibilityFinding({ id, verdict, evidence, note }: Check, call: Call): Finding[] {
  if (verdict !== 'fail' || id === 'form.complete') return []
  const expected = call.checks.find(check => check.id === id)?.title ?? null
  const seen = evidence.length === 0 ? null : evidence.join('；')
  return [finding('fixable', makeProblem(`eligibility.${id}`, { seen, expected, detail: note }))]
}

function missingFields({ presence }: Form, { call, document }: { call: Call; document: Document }): string[] {
  const empty = call.form.required.filter(field => presence[field] === 'empty')
  return [...empty, ...demanded(presence, { call, document })].map(field => requiredLabel(field, call))
}

/** The notice demands measures and outcomes: a Word form in which every other section was found, lacks them. */
function demanded(presence: Form['presence'], { call, document }: { call: Call; document: Document }): RequiredField[] {
  const plan: readonly RequiredField[] = ['measures', 'outcomes']
  const others: readonly RequiredField[] = ['honours', 'basis', 'idea']
  if (document.kind !== 'docx' || others.some(field => presence[field] === 'absent')) return []
  return plan.filter(field => call.form.required.includes(field) && presence[field] === 'absent')
}
