import { filesOf } from '../application/conclusion.ts'
import { type Confirmation, confirmationOn } from '../application/confirmation.ts'
import { personVerdict } from '../application/confirmation-text.ts'
import { applicantField } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { unplacedHeadings } from '../form/assign/unplaced-headings.ts'
import type { FieldDescription } from '../form/description.ts'
import type { Form } from '../form/form.ts'
import { applicantOf, type Decision } from '../judge/decision.ts'
import { OUTCOME_NAMES, VERDICT_NAMES } from '../judge/outcome-names.ts'
import { formValue } from '../papers/form-value.ts'
import { paperLine } from '../papers/paper-text.ts'
import { timeIn } from '../text/time.ts'
import { typeset } from '../text/typography.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/** A submission as the summary shows it. */
export type Submitted = {
  readonly id: number
  readonly number: string | null
  readonly version: number | null
  readonly standing: boolean
  readonly from: string | null
  readonly decision: Decision
  /** What people settled of its call. */
  readonly confirmations: readonly Confirmation[]
}

const headOf = ({ nouns }: Call): readonly (readonly [string, number])[] => [
  [nouns.applicant, 36],
  ['结果', 10],
  ['有效版本', 10],
  ['版本', 8],
  ['编号', 26],
  ['邮件编号', 10],
  ['收到时间', 22],
  ['来信', 28],
]

const TAIL: readonly (readonly [string, number])[] = [
  ['问题', 40],
  ['未能归类', 40],
]

/** All but the name, which stands in front. */
function fieldsOf({ applicant, form }: Call): readonly (readonly [string, FieldDescription])[] {
  const name = applicantField(applicant, form.fields)
  return Object.entries(form.fields).filter(([id]) => id !== name)
}

/** 申报明细: a row for each submission, with what its form says and how each condition was judged. */
export const summarySheet = (submitted: readonly Submitted[], call: Call, timezone: string): Sheet => ({
  name: '申报明细',
  columns: [
    ...[...headOf(call), ...fieldsOf(call).map(([, { label }]) => [label, 16] as const), ...TAIL].map(
      ([title, width]) => ({ title, width }),
    ),
    ...call.checks.map(({ title }) => ({ title: typeset(title), width: 14 })),
  ],
  rows: submitted.map(one => [...cellsOf(one, call, timezone), ...call.checks.map(({ id }) => verdictOf(one, id))]),
})

function cellsOf({ id, number, version, standing, from, decision }: Submitted, call: Call, timezone: string) {
  const { form, receivedAt, problems } = decision
  return [
    applicantOf(decision)?.shown ?? `${call.nouns.applicant}不明`,
    OUTCOME_NAMES[decision.outcome],
    standing ? '是' : null,
    version,
    number,
    id,
    receivedAt === null ? '待核实' : timeIn(new Date(receivedAt), timezone, 'second'),
    from,
    ...fieldsOf(call).map(([field, { type }]) => cellOf(form, field, type)),
    problems.map(({ remedy }) => remedy).join('\n') || null,
    unplacedHeadings(form).join('\n') || null,
  ]
}

/** A plain number stays one, to be counted with. */
function cellOf(form: Form | null, field: string, type: FieldDescription['type']): SheetCell {
  const value = paperLine(formValue(form, field) ?? '', 200)
  if (value === '') return null
  return (type === 'number' || type === 'money') && /^\d{1,9}$/.test(value) ? Number(value) : value
}

/** The machine's, and a person's beside it. */
function verdictOf({ decision, confirmations }: Submitted, id: string): string | null {
  const verdict = decision.checks?.find(check => check.id === id)?.verdict
  const looked = { applicant: applicantOf(decision)?.key ?? null, files: filesOf(decision) }
  const person = confirmationOn(id, looked, confirmations)
  if (person === null) return verdict === undefined ? null : VERDICT_NAMES[verdict]
  return `${verdict === undefined ? '' : `系统${VERDICT_NAMES[verdict]}；`}人工${personVerdict(person)}`
}
