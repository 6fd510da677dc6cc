import type { Cell } from '../../document/document.ts'
import type { CellRole, Labels } from '../evidence/labels.ts'
import { isProse } from '../evidence/shapes.ts'
import { cellText, type Grid } from './grid.ts'

export type Pair = { readonly label: Cell; readonly values: readonly Cell[]; readonly isBelow: boolean }

/** What a cell is worth as a label, and as an answer. */
const AS_LABEL: Readonly<Record<CellRole, number>> = { label: 2, perhaps: 0.5, answer: -3, labelled: -3, blank: -3 }
const AS_ANSWER: Readonly<Record<CellRole, number>> = { label: -1.5, perhaps: 0.3, answer: 1, labelled: -2, blank: 0.5 }

export const asLabel = (cell: Cell, labels: Labels): number => AS_LABEL[labels.role(cellText(cell))]
export const asAnswer = (cell: Cell, labels: Labels): number => AS_ANSWER[labels.role(cellText(cell))]

type Reading = { readonly score: number; readonly roles: string }

const NOTHING: Reading = { score: 0, roles: '' }

/** The best reading of a row as labels (L) with their answers (V), an answer in several cells among them, by its cells alone. */
export function pairReading(cells: readonly Cell[], labels: Labels): Reading {
  let [two, one] = [NOTHING, NOTHING]
  let before: CellRole | null = null
  for (const cell of cells) {
    const role = labels.role(cellText(cell))
    let best: Reading = { score: one.score + Math.max(0, AS_ANSWER[role]) - 0.4, roles: `${one.roles}V` }
    const paired = before === null ? Number.NEGATIVE_INFINITY : two.score + AS_LABEL[before] + AS_ANSWER[role]
    if (paired > best.score) best = { score: paired, roles: `${two.roles}LV` }
    const alone = one.score + AS_LABEL[role] - 2.2
    if (alone > best.score) best = { score: alone, roles: `${one.roles}L` }
    two = one
    one = best
    before = role
  }
  return one
}

/** «1 | 党支部名称 | 教工第一党支部»: the row's number is nobody's label. */
export const withoutOrdinal = (cells: readonly Cell[]): readonly Cell[] =>
  cells.length > 2 && cells[0] !== undefined && /^\d{1,2}[.、]?$/.test(cellText(cells[0])) ? cells.slice(1) : cells

/** A row's labels, each with the cells right of it, or else the one under it; `loose`: answers that nothing labels. */
export function readRow(grid: Grid, row: number, labels: Labels): { pairs: readonly Pair[]; loose: readonly Cell[] } {
  const cells = withoutOrdinal(grid.startingIn(row))
  const { roles } = pairReading(cells, labels)
  const pairs: { label: Cell; values: Cell[]; isBelow: boolean }[] = []
  const loose: Cell[] = []
  for (const [index, cell] of cells.entries()) {
    const last = pairs.at(-1)
    // A text that begins with labels of its own («支部共建：……») is still what stands beside its label.
    if (labels.role(cellText(cell)) === 'labelled') {
      if (last !== undefined && last.values.length === 0 && isBeside(last, cell) && isProse(cellText(cell)))
        last.values.push(cell)
      continue
    }
    if (roles[index] === 'L') pairs.push({ label: cell, values: [], isBelow: false })
    else if (last !== undefined && isBeside(last, cell)) last.values.push(cell)
    else loose.push(cell)
  }
  for (const pair of pairs) {
    const under = pair.values.length === 0 ? grid.at(row + pair.label.rowSpan, pair.label.column) : null
    if (
      under === null ||
      under.column !== pair.label.column ||
      !['answer', 'blank'].includes(labels.role(cellText(under)))
    )
      continue
    pair.values.push(under)
    pair.isBelow = true
  }
  return { pairs, loose }
}

/** Next to the label, or to what stands next to it. */
function isBeside({ label, values }: { label: Cell; values: readonly Cell[] }, cell: Cell): boolean {
  const last = values.at(-1) ?? label
  return last.column + last.columnSpan === cell.column
}
