import { filesOf } from '../application/conclusion.ts'
import { type Confirmation, confirmationOn } from '../application/confirmation.ts'
import { personVerdict } from '../application/confirmation-text.ts'
import type { Call } from '../call/call.ts'
import { unplacedHeadings } from '../form/unplaced-headings.ts'
import type { Decision } from '../judge/decision.ts'
import { OUTCOME_NAMES, VERDICT_NAMES } from '../judge/outcome-names.ts'
import { beijing } from '../text/time.ts'
import { typeset } from '../text/typography.ts'
import type { Sheet } from './sheet.ts'

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

const FIXED: readonly (readonly [string, number])[] = [
  ['支部', 36],
  ['结果', 10],
  ['有效版本', 10],
  ['版本', 8],
  ['编号', 26],
  ['邮件编号', 10],
  ['收到时间', 22],
  ['来信', 28],
  ['书记', 12],
  ['职务', 16],
  ['职称', 14],
  ['联系电话', 16],
  ['电子邮箱', 26],
  ['党员人数', 10],
  ['问题', 40],
  ['未能归类', 40],
]

/** 申报明细: a row for each submission, with what its form says and how each condition was judged. */
export const summarySheet = (submitted: readonly Submitted[], call: Call, timezone: string): Sheet => ({
  name: '申报明细',
  columns: [
    ...FIXED.map(([title, width]) => ({ title, width })),
    ...call.checks.map(({ title }) => ({ title: typeset(title), width: 14 })),
  ],
  rows: submitted.map(one => [...fixedCells(one, timezone), ...call.checks.map(({ id }) => verdictOf(one, id))]),
})

function fixedCells({ id, number, version, standing, from, decision }: Submitted, timezone: string) {
  const { form, receivedAt, problems } = decision
  return [
    decision.branch?.name ?? '支部不明',
    OUTCOME_NAMES[decision.outcome],
    standing ? '是' : null,
    version,
    number,
    id,
    receivedAt === null ? '待核实' : beijing(new Date(receivedAt), timezone, 'second'),
    from,
    form?.secretary.name ?? null,
    form?.secretary.post ?? null,
    form?.secretary.title ?? null,
    form?.phone ?? null,
    form?.email ?? null,
    form?.memberCount ?? null,
    problems.map(({ remedy }) => remedy).join('\n') || null,
    unplacedHeadings(form).join('\n') || null,
  ]
}

/** The machine's, and a person's beside it. */
function verdictOf({ decision, confirmations }: Submitted, id: string): string | null {
  const verdict = decision.checks?.find(check => check.id === id)?.verdict
  const looked = { applicant: decision.branch?.name ?? null, files: filesOf(decision) }
  const person = confirmationOn(id, looked, confirmations)
  if (person === null) return verdict === undefined ? null : VERDICT_NAMES[verdict]
  return `${verdict === undefined ? '' : `系统${VERDICT_NAMES[verdict]}；`}人工${personVerdict(person)}`
}
