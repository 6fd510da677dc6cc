import { applicantField } from '../../call/applicants.ts'
import type { Branch, Call } from '../../call/call.ts'
import { formOf } from '../../call/deliverable.ts'
import { ANY, type NameRule } from '../../call/name-rule.ts'
import { diagnoseNames } from '../../doctor/diagnose-names.ts'
import { type FieldId, hasNoForm } from '../../form/description.ts'
import { labelKey } from '../../form/evidence/label.ts'
import { labelsOf } from '../../form/evidence/labels.ts'
import type { Form } from '../../form/form.ts'
import { RULE_NAMES } from '../../naming/against-examples.ts'
import { bearsApplicant, namesApplicant } from '../../naming/expected.ts'
import { suggestBranches } from '../../naming/near.ts'
import { dayIn } from '../../text/day.ts'
import type { LabelKind } from '../../words/label-kinds.ts'
import type { Trial } from './trial-mails.ts'

/** What could go wrong with a call, a sentence each, for the operator. `others`: every open call, this one among them. */
export const cautionsOf = (call: Call, others: readonly Call[], now: Date): readonly string[] => [
  ...sharedRules(call, others, now),
  ...sharedForms(call, others),
  ...tokenless(call),
  ...nobodyNamed(call),
  ...nearNames(call),
  ...ambiguousLabels(call),
  ...(call.form.template.example && !hasNoForm(call.form)
    ? ['空白表是系统自带的示例或没有空白表：不会发给任何人，也不会据此认定某栏未填写']
    : []),
]

const sharedRules = (call: Call, others: readonly Call[], now: Date): string[] =>
  others
    .filter(({ id }) => id !== call.id)
    .filter(other => diagnoseNames([call, other], now).length > 0)
    .map(other => `与 ${other.id} 的邮件主题规则重叠：同期来信可能分不清属于哪一个通知，只能按日期判断`)

/** The same form in two open calls: only date and names tell whose a form is. */
const sharedForms = (call: Call, others: readonly Call[]): string[] =>
  others
    .filter(other => other.id !== call.id && formOf(call.deliverables) !== null && formOf(other.deliverables) !== null)
    .filter(other => labelKey(other.form.title) === labelKey(call.form.title) && overlap(call, other))
    .map(other => `与 ${other.id} 的申报表标题相同（${call.form.title}）：只凭申报表分不清属于哪一个通知`)

const overlap = (one: Call, other: Call): boolean => one.announced <= dayOf(other) && other.announced <= dayOf(one)

const dayOf = ({ deadline }: Call): string => dayIn(deadline, 'Asia/Shanghai')

/** Who of the roster applies stands neither in the form nor in a name. */
function nobodyNamed(call: Call): string[] {
  const { applicant, form, roster } = call
  const isNamed = namesApplicant(call)
  const isAsked = Object.hasOwn(form.fields, applicantField(applicant, form.fields))
  const known = roster.filter(({ emails }) => emails.length > 0).length
  if (!applicant.inRoster || isNamed || isAsked) return []
  return [
    `申报表和命名规则都不能说明是名册中的哪一行：只能凭发件邮箱认定（名册中 ${known}/${roster.length} 行有联系邮箱），其余转人工`,
  ]
}

function tokenless(call: Call): string[] {
  const { subject, file, archive } = call.naming
  const rules: readonly (readonly [keyof typeof RULE_NAMES, NameRule | null])[] = [
    ['subject', subject],
    ['file', file],
    ['archive', archive],
  ]
  const unnamed = rules
    .filter(([, rule]) => rule !== null && rule !== ANY && !bearsApplicant(rule, call))
    .map(([name]) => RULE_NAMES[name])
  const isNamed = namesApplicant(call)
  return [
    ...(unnamed.length === 0 ? [] : [`${unnamed.join('、')}的命名规则中没有申报人：不能从名称看出是谁申报`]),
    ...(isNamed ? [] : ['没有一条命名规则带申报人：由申报表或发件人确定申报人，都不能确定的转人工']),
  ]
}

const SHOWN = 8

/** Rows that a slip of the pen makes another one. */
function nearNames(call: Call): string[] {
  const pairs = call.roster.flatMap(({ name }, at) => {
    const others = call.roster.filter((_, index) => index > at)
    return suggestBranches(name, { ...call, roster: others }).map((near: Branch) => `${name}／${near.name}`)
  })
  return pairs.length === 0
    ? []
    : [
        `名册中有相近的名称，写错一两个字就会混淆：${pairs.slice(0, SHOWN).join('；')}${pairs.length > SHOWN ? '等' : ''}`,
      ]
}

/** Kinds of label that say nothing of what is meant. */
const UNTOLD: readonly (LabelKind | null)[] = [
  null,
  'unread',
  'others',
  'basics',
  'opinions',
  'instructions',
  'safeguards',
]

/** Labels that are one for whoever compares them, or that the product's vocabulary takes for the same thing. */
function ambiguousLabels({ form }: Call): string[] {
  const all = Object.entries({ ...form.fields, ...form.sections }).map(([id, { label }]) => ({ id, label }))
  const labels = labelsOf(form)
  const same = Map.groupBy(all, ({ label }) => labelKey(label))
  const kinds = Map.groupBy(
    all.filter(({ id }) => !UNTOLD.includes(labels.kindOf(id))),
    ({ id }) => labels.kindOf(id),
  )
  const twice = [...same.values(), ...kinds.values()].filter(group => group.length > 1)
  const told = twice.map(group => [...new Set(group.map(({ label }) => `“${label}”`))].join('、'))
  return [...new Set(told)].map(group => `表中的栏目容易混淆：${group}；请核对 forms 文件中的标签`)
}

/** Answers of the filled sample that did not come back as they were written, or that found no place in the blank form. */
export function notWhole(
  form: Form | null,
  { answers, sample }: Trial,
  labelOf: (field: FieldId) => string,
): readonly string[] {
  if (sample === null) return []
  if (Object.keys(answers).length === 0) return ['申报表没有一个栏目：请在 forms 文件中写明要填写的栏目']
  if (form === null) return ['填好的示例表没有被识别为本通知的申报表']
  const lost = Object.keys(answers).filter(
    id =>
      answers[id] !== '' &&
      !sample.placeless.includes(id) &&
      !(sample.rows.get(id) ?? [answers[id] ?? '']).every(answer => isBack(form.values[id] ?? null, answer)),
  )
  return [
    ...sample.placeless.filter(id => answers[id] !== '').map(id => `空白表中没有找到“${labelOf(id)}”的填写位置`),
    ...lost.map(id => `“${labelOf(id)}”填写后没有原样读回：读到「${(form.values[id] ?? '无').slice(0, 40)}」`),
  ]
}

/** A ticked choice and a list come back with what is printed around them. */
const isBack = (value: string | null, answer: string): boolean => {
  if (value === null) return false
  const [read, written] = [value, answer].map(text => text.normalize('NFKC').replace(/[\s|]/g, ''))
  return read?.includes(written ?? '') === true || written?.includes(read ?? '\u0000') === true
}
