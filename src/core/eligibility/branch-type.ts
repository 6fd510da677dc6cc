import type { Branch, BranchType } from '../call/call.ts'
import type { Form } from '../form/form.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'

/** What a name tells; the first that matches counts, for a 研究生导师师生 branch is a mixed one. */
const NAMES: readonly (readonly [RegExp, BranchType])[] = [
  [/退休/, 'retired'],
  [/师生|导师/, 'mixed'],
  [pattern`${listed('教工 教师 机关 行政 研究所')}`, 'teacher'],
  [pattern`${listed('本科 硕士 博士 硕博 研究生 学生')}|\d{2,4}级`, 'student'],
]

/** The type of a branch: the roster's, else the form's, else what its name tells. */
export function branchTypeOf(branch: Branch | null, form: Form): BranchType | 'unknown' {
  if (branch !== null && branch.type !== null) return branch.type
  if (form.branchType !== 'unknown') return form.branchType
  const name = branch?.name ?? form.branchName ?? ''
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown'
}
