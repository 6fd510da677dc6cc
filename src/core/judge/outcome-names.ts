import type { Verdict } from '../eligibility/check.ts'
import type { Outcome, Relation } from './decision.ts'

/** What people call the outcomes. */
export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  accepted: '受理',
  returned: '退回修改',
  rejected: '不予受理',
  held: '待核验',
  noted: '已登记',
  ignored: '–',
}

export const RELATION_NAMES: Readonly<Record<Relation, string>> = {
  application: '申报',
  withdrawal: '撤回申请',
  evidence: '佐证材料',
  declined: '不申报',
  command: '工作人员指令',
  unrelated: '无关',
  automatic: '自动邮件',
  inquiry: '咨询',
}

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = { pass: '符合', fail: '不符合', review: '待核实' }
