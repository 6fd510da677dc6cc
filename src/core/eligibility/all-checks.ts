import type { Branch, Call } from '../call/call.ts'
import type { FieldId } from '../form/description.ts'
import type { Form } from '../form/form.ts'
import { branchTypeOf } from './branch-type.ts'
import type { Check, CheckDescription, CheckId, Condition, Finding } from './check.ts'
import { conduct } from './conduct.ts'
import { duties } from './duties.ts'
import { formComplete } from './form-complete.ts'
import { honourBranch } from './honour-branch.ts'
import { honourMember } from './honour-member.ts'
import { planDeadlines } from './plan-deadlines.ts'
import { planOutcomes } from './plan-outcomes.ts'
import { role } from './role.ts'
import { scopeStable } from './scope-stable.ts'
import { standard } from './standard.ts'
import { yirongshuanggao } from './yirongshuanggao.ts'

export const CONDITIONS: Readonly<Record<CheckId, Condition>> = {
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
}

/** Whether no form can settle the condition: what people say of it holds for the applicant, not for a version. */
export function onlyPeopleKnow({ id }: Pick<CheckDescription, 'id'>): boolean {
  const { pass, fail } = CONDITIONS[id].explanation
  return pass === null && fail === null
}

/** The call's conditions over a form, in the call's order. `branch` is the roster's row; null where the branch is unknown. */
export function runChecks(form: Form, call: Call, branch: Branch | null): readonly Check[] {
  const applicant = { name: branch?.name ?? form.branchName ?? '', type: branchTypeOf(branch, form) }
  return call.checks.map(description => ({
    id: description.id,
    ...onSureGround(
      description.id,
      CONDITIONS[description.id].check({ form, call, branch: applicant, description }),
      form,
    ),
  }))
}

/** What a check rests on: where the reading of it isn't sure, nothing fails. */
const FOOTING: Readonly<Partial<Record<CheckId, readonly FieldId[]>>> = {
  'honour.branch': ['honours', 'reviewGrades'],
  'honour.member': ['honours'],
  'plan.deadlines': ['measures'],
}

function onSureGround(id: CheckId, finding: Finding, { confidence }: Form): Finding {
  const isDoubtful = (FOOTING[id] ?? []).some(field => confidence[field] === 'doubtful')
  if (finding.verdict !== 'fail' || !isDoubtful) return finding
  return { ...finding, verdict: 'review', note: `${finding.note}所在部分系按内容识别，由学院党委核对。` }
}
