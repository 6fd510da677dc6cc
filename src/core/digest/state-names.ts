import type { RosterRow, RowState } from './facts.ts'

/** `excluded`: by the committee, whatever it sent; nobody waits for it. */
export type Standing = RowState | 'excluded'

/** 不予受理 where nothing but a refused submission came. */
export const STATE_NAMES: Readonly<Record<Standing, string>> = {
  withdrawn: '已撤回',
  accepted: '受理',
  withdrawing: '受理（撤回待确认）',
  held: '待核验',
  returned: '退回修改',
  rejected: '不予受理',
  declined: '不申报',
  declining: '不申报（待核实）',
  evidence: '未报（有材料）',
  none: '未报',
  excluded: '不在范围',
}

export const standingOf = ({ state, excluded }: Pick<RosterRow, 'state' | 'excluded'>): Standing =>
  excluded ? 'excluded' : state

/** Every row counts once: the counts add up to the rows. */
export const countOf = (rows: readonly RosterRow[], standing: Standing): number =>
  rows.filter(row => standingOf(row) === standing).length
