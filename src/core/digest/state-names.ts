import type { RosterRow, RowState } from './facts.ts'

/** `excluded`: by the committee, whatever it sent; nobody waits for it. */
export type Standing = RowState | 'excluded'

/** 不予受理 where nothing but a refused submission came. */
export const STATE_NAMES: Readonly<Record<Standing, string>> = {
  accepted: '受理',
  held: '待核验',
  returned: '退回修改',
  rejected: '不予受理',
  none: '未报',
  excluded: '不在范围',
}

export const standingOf = ({ state, excluded }: Pick<RosterRow, 'state' | 'excluded'>): Standing =>
  excluded ? 'excluded' : state

/** Every row counts once: the counts add up to the rows. */
export const countOf = (rows: readonly RosterRow[], standing: Standing): number =>
  rows.filter(row => standingOf(row) === standing).length
