import type { Branch } from '../../src/core/call/call.ts'
import { runChecks } from '../../src/core/eligibility/all-checks.ts'
import type { Check, CheckId } from '../../src/core/eligibility/check.ts'
import type { Form } from '../../src/core/form/form.ts'
import { shippedCall } from './shipped-call.ts'

export const aBranch = (overrides: Partial<Branch> = {}): Branch => ({
  name: '教工第一党支部',
  type: 'teacher',
  aliases: [],
  emails: [],
  excluded: null,
  ...overrides,
})

/** The result of one of the shipped call's conditions. */
export function oneCheck(id: CheckId, form: Form, branch: Branch | null = aBranch()): Check {
  const check = runChecks(form, shippedCall, branch).find(one => one.id === id)
  if (check === undefined) throw new Error(`the shipped call has no ${id}`)
  return check
}
