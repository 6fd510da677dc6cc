import type { Branch, Call } from '../call.ts'
import type { Form } from '../form/form.ts'
import { branchTypeOf } from './branch-type.ts'
import type { Check, CheckFunction, CheckId } from './check.ts'
import { checkConduct } from './conduct.ts'
import { checkDuties } from './duties.ts'
import { checkFormComplete } from './form-complete.ts'
import { checkHonourBranch } from './honour-branch.ts'
import { checkHonourMember } from './honour-member.ts'
import { checkPlanDeadlines } from './plan-deadlines.ts'
import { checkPlanOutcomes } from './plan-outcomes.ts'
import { checkRole } from './role.ts'
import { checkScopeStable } from './scope-stable.ts'
import { checkStandard } from './standard.ts'
import { checkYirongshuanggao } from './yirongshuanggao.ts'

const CHECKS: Readonly<Record<CheckId, CheckFunction>> = {
  'scope.stable': checkScopeStable,
  duties: checkDuties,
  standard: checkStandard,
  yirongshuanggao: checkYirongshuanggao,
  'honour.branch': checkHonourBranch,
  'honour.member': checkHonourMember,
  role: checkRole,
  conduct: checkConduct,
  'plan.deadlines': checkPlanDeadlines,
  'plan.outcomes': checkPlanOutcomes,
  'form.complete': checkFormComplete,
}

/** The call's conditions over a form, in the call's order. `branch` is the roster's row; null where the branch is unknown. */
export function runChecks(form: Form, call: Call, branch: Branch | null): readonly Check[] {
  const applicant = { name: branch?.name ?? form.branchName ?? '', type: branchTypeOf(branch, form) }
  return call.checks.map(description => ({
    id: description.id,
    ...CHECKS[description.id]({ form, call, branch: applicant, description }),
  }))
}
