import type { Branch, Call } from '../call/call.ts'
import type { Nouns } from '../call/nouns.ts'
import type { FieldId } from '../form/description.ts'
import type { Form } from '../form/form.ts'
import { chosenWords } from '../form/values/ticks.ts'
import { branchTypeOf } from './branch-type.ts'
import type { Check, CheckDescription, CheckInput, CheckType, Condition, Finding } from './check.ts'
import { age, dateWithin } from './date-conditions.ts'
import { duties } from './duties.ts'
import { pass } from './finding.ts'
import { formComplete } from './form-complete.ts'
import { honourBranch } from './honour-branch.ts'
import { complete, grade, graduation, honour } from './honour-conditions.ts'
import { honourMember } from './honour-member.ts'
import { count, number, ratio } from './number-conditions.ts'
import { planDeadlines } from './plan-deadlines.ts'
import { planOutcomes } from './plan-outcomes.ts'
import { role } from './role.ts'
import { scopeStable } from './scope-stable.ts'
import { standard } from './standard.ts'
import { ask, conduct, mentions } from './text-conditions.ts'
import { yirongshuanggao } from './yirongshuanggao.ts'

export const CONDITIONS: Readonly<Record<CheckType, Condition>> = {
  'scope.stable': scopeStable,
  duties,
  standard,
  yirongshuanggao,
  'honour.branch': honourBranch,
  'honour.member': honourMember,
  role,
  conduct,
  'plan.deadlines': planDeadlines,
  'plan.outcomes': planOutcomes,
  'form.complete': formComplete,
  ...{ complete, mentions, ask, number, ratio, age, dateWithin, count, honour, grade, graduation },
}

/** Whether no form can settle the condition: what people say of it holds for the applicant, not for a version. */
export function onlyPeopleKnow({ type }: Pick<CheckDescription, 'type'>): boolean {
  const { pass, fail } = CONDITIONS[type].explanation
  return pass === null && fail === null
}

/** The call's conditions over a form, in the call's order. `branch` is the roster's row; null where the branch is unknown. */
export function runChecks(form: Form, call: Call, branch: Branch | null): readonly Check[] {
  const applicant = { name: branch?.name ?? form.branchName ?? '', type: branchTypeOf(branch, form) }
  return call.checks.map(description => ({
    id: description.id,
    ...checked({ form, call, branch: applicant, description }),
  }))
}

/** A condition that is for others is none of this applicant's; for whom it is may itself be uncertain. */
function checked(input: CheckInput): Finding {
  const { form, description } = input
  const found = () =>
    onSureGround(description, CONDITIONS[description.type].check(input), { form, nouns: input.call.nouns })
  const unmet = Object.entries(description.params.when ?? {}).map(([field, expected]) => {
    const said = form.values[field]?.trim() ?? ''
    if (said === '' || form.confidence[field] !== 'sure') return 'unknown'
    const words = chosenWords(said)
    if (words.some(word => word.includes(expected) || word === expected.replace(/[性生]$/u, ''))) return 'met'
    // Who writes 学生 may be a 学生干部.
    return words.some(word => word !== '' && expected.startsWith(word)) ? 'unknown' : 'unmet'
  })
  if (unmet.includes('unmet')) return pass([], '不适用。')
  const finding = found()
  if (!unmet.includes('unknown') || finding.verdict !== 'fail') return finding
  return { ...finding, verdict: 'review', note: `${finding.note}是否适用请人工核对。` }
}

/** What a check rests on: where the reading of it isn't sure, nothing fails. */
const FOOTING: Readonly<Partial<Record<CheckType, readonly FieldId[]>>> = {
  'honour.branch': ['honours', 'reviewGrades'],
  'honour.member': ['honours'],
  'plan.deadlines': ['measures'],
  honour: ['honours'],
  grade: ['reviewGrades'],
}

type On = { readonly form: Form; readonly nouns: Nouns }

function onSureGround(
  { type, params }: CheckDescription,
  finding: Finding,
  { form: { confidence }, nouns }: On,
): Finding {
  const footing = [...(FOOTING[type] ?? []), params.field, params.of].filter(field => field !== undefined)
  const isDoubtful = footing.some(field => confidence[field] === 'doubtful')
  if (finding.verdict !== 'fail' || !isDoubtful) return finding
  return { ...finding, verdict: 'review', note: `${finding.note}所在部分系按内容识别，由${nouns.committee}核对。` }
}
