import type { Lot } from './lot.ts'
import type { BodyTable, Head } from './sheet.ts'

/** A column of a table; one whose head is split has a cell for each of `head.under` in every row. */
export type Column = { readonly head: Head; readonly values: readonly (string | readonly string[])[] }

export const splitColumn = (head: Head, under: readonly string[], values: readonly (readonly string[])[]): Column => ({
  head: { ...head, under: under.map(text => ({ key: null, text })) },
  values,
})

/** A column that nobody asked for. */
export function foreignColumn(
  lot: Lot,
  columns: readonly (readonly [string, readonly string[]])[],
  rows: number,
): Column {
  const [text, values] = lot.pick(columns)
  return { head: { key: null, text }, values: Array.from({ length: rows }, () => lot.pick(values)) }
}

const CAPTIONS: readonly string[] = ['表1', '表一', '附表']

/** The columns as a table: numbered rows, a caption, heads said again, a second table as after a page's end; all by lot. */
export function tableBody(lot: Lot, columns: readonly Column[]): BodyTable {
  const [{ values: first = [] } = {}] = columns
  const isNumbered = lot.chance(0.5)
  const rows = first.map((_, row) => [
    ...(isNumbered ? [String(row + 1)] : []),
    ...columns.flatMap(({ values }) => values[row] ?? ''),
  ])
  const heads = [...(isNumbered ? [{ key: null, text: '序号' }] : []), ...columns.map(({ head }) => head)]
  return {
    kind: 'table',
    caption: lot.chance(0.12) ? lot.pick(CAPTIONS) : null,
    heads,
    rows,
    again: rows.length > 3 && lot.chance(0.12) ? 2 : null,
    parts: rows.length > 3 && lot.chance(0.08) ? [2] : [],
  }
}
