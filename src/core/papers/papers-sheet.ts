import { isUnsettled } from '../application/confirmation.ts'
import { personVerdict } from '../application/confirmation-text.ts'
import { applicantField } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { worded } from '../call/nouns.ts'
import type { Sheet } from '../export/sheet.ts'
import { VERDICT_NAMES } from '../judge/outcome-names.ts'
import { timeIn } from '../text/time.ts'
import { typeset } from '../text/typography.ts'
import { formValue } from './form-value.ts'
import { paperLine } from './paper-text.ts'
import type { Papers, Standing } from './papers.ts'

/** By these columns the returned sheet is read again. */
export const NUMBER_COLUMN = '受理编号'
export const RESULT_COLUMN = '结果'
export const applicantColumn = ({ nouns }: Pick<Call, 'nouns'>): string => worded('{applying}', nouns)

const headOf = (call: Call): readonly (readonly [string, number])[] => [
  ['序号', 6],
  [NUMBER_COLUMN, 26],
  [applicantColumn(call), 36],
  [RESULT_COLUMN, 12],
  ['评审意见', 24],
  ['版本', 8],
  ['收到时间', 20],
  ['佐证材料（件）', 12],
  ['待核实（项）', 12],
]

/** 汇总表: a row for each applicant of whom a version stands, the column 结果 to be filled in. */
export const papersSheet = (papers: Papers): Sheet => ({
  name: '汇总表',
  columns: [
    ...headOf(papers.call).map(([title, width]) => ({ title, width })),
    ...fieldsOf(papers).map(([, { label }]) => ({ title: label, width: 16 })),
    ...papers.call.checks.map(({ title }) => ({ title: typeset(title), width: 16 })),
  ],
  rows: papers.standing.map((one, index) => rowOf(one, index + 1, papers)),
})

/** All but the name, which stands in front. */
function fieldsOf({ call: { applicant, form } }: Papers) {
  const name = applicantField(applicant, form.fields)
  return Object.entries(form.fields).filter(([id]) => id !== name)
}

function rowOf(one: Standing, place: number, papers: Papers) {
  const { number, applicant, version, receivedAt, evidence, checks, decision } = one
  return [
    place,
    number,
    applicant.shown,
    null,
    null,
    version,
    receivedAt === null ? '待核实' : timeIn(receivedAt, papers.timezone),
    evidence.length,
    checks.filter(isUnsettled).length,
    ...fieldsOf(papers).map(([id]) => paperLine(formValue(decision.form, id) ?? '', 200) || null),
    ...papers.call.checks.map(({ id }) => verdictText(one, id)),
  ]
}

/** A person's verdict counts where there is one. */
function verdictText({ checks }: Standing, id: string): string | null {
  const check = checks.find(one => one.id === id)
  if (check === undefined) return null
  return check.person === null ? VERDICT_NAMES[check.verdict] : `人工${personVerdict(check.person)}`
}
