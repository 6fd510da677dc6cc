import type { Decision, Relation } from '../judge/decision.ts'
import { OUTCOME_NAMES } from '../judge/outcome-names.ts'

type Names = Partial<Readonly<Record<Relation, string>>>
/** What is no version bears no outcome that says much. */
const OPEN: Names = { declined: '不申报（待核实）', inquiry: '待答复' }
const SETTLED: Names = { withdrawal: '不撤回，原申报有效', declined: '不申报（已核实）', evidence: '已列入评审材料' }
const CLOSED: Names = { inquiry: '已答复' }

/** What staff read of how a case is. */
export function stateName({ relation, outcome, closed, ended, settled }: Decision): string {
  if (closed === true) return CLOSED[relation] ?? '已办结'
  if (ended === true) return '撤回已确认'
  return (settled === true ? SETTLED : OPEN)[relation] ?? OUTCOME_NAMES[outcome]
}
