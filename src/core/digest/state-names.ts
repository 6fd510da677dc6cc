import type { RosterRow, RowState } from './facts.ts'

/** The roster's table says 受理, 待核验, 退回, 未报; 不予受理 where nothing but a refused submission came. */
export const STATE_NAMES: Readonly<Record<RowState, string>> = {
  accepted: '受理',
  held: '待核验',
  returned: '退回',
  rejected: '不予受理',
  none: '未报',
}

export const countOf = (rows: readonly RosterRow[], state: RowState): number =>
  rows.filter(row => row.state === state).length
