import type { Call } from '../../call/call.ts'
import type { Check } from '../../eligibility/check.ts'
import { labelOf, requiredOf } from '../../form/description.ts'
import type { Form } from '../../form/form.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'

/** Required fields that are empty, and failing conditions: an applicant can mend both. */
export const formFindings = (form: Form, checks: readonly Check[], call: Call): Finding[] => [
  ...missingFields(form, call).map(label =>
    finding('fixable', makeProblem('form.field-missing', { expected: label }, call.nouns)),
  ),
  ...checks.flatMap(check => eligibilityFinding(check, call)),
]

function eligibilityFinding({ id, verdict, evidence, note }: Check, call: Call): Finding[] {
  const described = call.checks.find(check => check.id === id)
  if (verdict !== 'fail' || described?.type === 'form.complete' || described?.type === 'complete') return []
  const expected = described?.title ?? null
  const seen = evidence.length === 0 ? null : evidence.map(quote => quote.replace(/[；;]+$/, '')).join('；')
  return [finding('fixable', makeProblem(`eligibility.${id}`, { seen, expected, detail: note }, call.nouns))]
}

/** Only what is empty beyond doubt is asked for. */
const missingFields = ({ presence }: Form, call: Call): string[] =>
  requiredOf(call.form)
    .filter(field => presence[field] === 'empty')
    .map(field => labelOf(call.form, field))
