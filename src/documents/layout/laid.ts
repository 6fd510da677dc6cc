import type { Line } from './lines.ts'
import type { OpenEnds, RuledCell } from './ruled-tables.ts'

/** A cell with what stands in it, a line each, and tables of its own. */
export type LaidCell = Omit<RuledCell, 'box'> & { readonly content: readonly Laid[] }

/** `columns`: where the columns' edges lie, by which a table on the next page is known to be the same. */
export type LaidTable = {
  readonly kind: 'table'
  readonly columns: readonly number[]
  readonly cells: readonly LaidCell[]
  /** Of what lines make. */
  readonly open?: OpenEnds
  /** So many rows at the top stand at the head of its next page again. */
  readonly headRows?: number
}

export type Laid = Line | LaidTable
