import { rulesWithin } from './nested-rules.ts'
import type { Box, Rule, Rules } from './page.ts'
import { wholeRules } from './whole-rules.ts'

/** A cell between lines; several places of the grid that no line parts are one. */
export type RuledCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly box: Box
}

/** Where no line ends a table: the lines down go on without it. */
export type OpenEnds = { readonly top: boolean; readonly bottom: boolean }

export type RuledTable = {
  readonly box: Box
  readonly open: OpenEnds
  readonly columns: readonly number[]
  readonly cells: readonly RuledCell[]
}

/** Lines that lie closer (in points) are one: double borders. */
const NEAR = 3
/** Corners don't always quite meet. */
const TOUCH = 1.5
/** Narrower or lower than this (in points) is a box to tick, or a drawing. */
const [NARROWEST, LOWEST] = [24, 10]
const MOST_COLUMNS = 64
const MOST_ROWS = 400

/** The tables that lines make: lines that touch one another belong to one. */
export const ruledTables = (rules: Rules): RuledTable[] => connected(wholeRules(rules)).flatMap(tableOf)

/** Groups of lines that touch, each as lines across and lines down: each line down points to another one of its group. */
function connected({ horizontal, vertical }: Rules): Rules[] {
  const other = vertical.map((_, index) => index)
  const groupOf = (index: number): number => {
    let group = index
    while (other[group] !== group) group = other[group] ?? group
    return group
  }
  const groupsAcross = horizontal.map(across => {
    const [first, ...rest] = vertical.flatMap((down, index) => (touches(across, down) ? [groupOf(index)] : []))
    for (const group of first === undefined ? [] : rest) other[groupOf(group)] = groupOf(first ?? group)
    return first
  })
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>()
  for (const [index, rule] of vertical.entries()) {
    const group = groups.get(groupOf(index)) ?? { horizontal: [], vertical: [] }
    group.vertical.push(rule)
    groups.set(groupOf(index), group)
  }
  for (const [index, rule] of horizontal.entries()) {
    const group = groupsAcross[index]
    if (group !== undefined) groups.get(groupOf(group))?.horizontal.push(rule)
  }
  return [...groups.values()]
}

const touches = (across: Rule, down: Rule): boolean => covers(across, down.at) && covers(down, across.at)

const covers = (rule: Rule, at: number): boolean => rule.from - TOUCH <= at && at <= rule.to + TOUCH

function tableOf({ horizontal, vertical }: Rules): RuledTable[] {
  const columns = edgesOf(vertical)
  const across = edgesOf(horizontal)
  const rows = withOpenEnds(across, vertical, columns)
  const [top, bottom, left, right] = [rows[0], rows.at(-1), columns[0], columns.at(-1)]
  if (rows.length < 2 || rows.length > MOST_ROWS || columns.length < 2 || columns.length > MOST_COLUMNS) return []
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return []
  if (right - left < NARROWEST || bottom - top < LOWEST) return []
  const cells = cellsOf({ horizontal, vertical }, { rows, columns })
  return [
    {
      box: { left, top, right, bottom },
      open: { top: top !== across[0], bottom: bottom !== across.at(-1) },
      columns,
      cells,
    },
    ...cells.flatMap(cell => nestedIn(cell, { horizontal, vertical })),
  ]
}

/** A table within a cell, whose lines touch those around it. */
const nestedIn = ({ rowSpan, columnSpan, box }: RuledCell, rules: Rules): RuledTable[] =>
  rowSpan > 1 && columnSpan > 1 ? ruledTables(rulesWithin(rules, box)).filter(({ cells }) => cells.length > 1) : []

/** Where lines lie, from the first to the last; those near one another count once. */
function edgesOf(rules: readonly Rule[]): number[] {
  const edges: number[] = []
  for (const at of rules.map(rule => rule.at).sort((one, other) => one - other))
    if (at - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) edges.push(at)
  return edges
}

/**
 * A row that the page's end cuts often has no line there: the lines down go on, the outermost among them, and where they end the row does.
 */
function withOpenEnds(rows: readonly number[], vertical: readonly Rule[], columns: readonly number[]): number[] {
  const outer = [columns[0], columns.at(-1)].map(edge =>
    vertical.filter(({ at }) => Math.abs(at - (edge ?? 0)) <= NEAR),
  )
  const [begins, ends] = [
    outer.map(rules => Math.min(...rules.map(({ from }) => from))),
    outer.map(rules => Math.max(...rules.map(({ to }) => to))),
  ]
  const open = (at: number, edge: number | undefined, others: readonly number[]): number[] =>
    edge !== undefined && Math.abs(at - edge) > LOWEST && others.every(other => Math.abs(other - at) <= NEAR)
      ? [at]
      : []
  const [top, bottom] = [Math.min(...begins), Math.max(...ends)]
  return [
    ...(top < (rows[0] ?? top) ? open(top, rows[0], begins) : []),
    ...rows,
    ...(bottom > (rows.at(-1) ?? bottom) ? open(bottom, rows.at(-1), ends) : []),
  ]
}

type Edges = { readonly rows: readonly number[]; readonly columns: readonly number[] }

/** From each place that is not yet in a cell to the right and down as far as no line stands in the way. */
function cellsOf(rules: Rules, { rows, columns }: Edges): RuledCell[] {
  const walls = wallsOf(rules, { rows, columns })
  const taken = new Set<number>()
  const cells: RuledCell[] = []
  for (let row = 0; row < rows.length - 1; row++)
    for (let column = 0; column < columns.length - 1; column++) {
      if (taken.has(row * MOST_COLUMNS + column)) continue
      let [lastRow, lastColumn] = [row, column]
      while (!walls.endsRight(row, lastColumn)) lastColumn++
      while (!walls.endsBelow(lastRow, column)) lastRow++
      for (let y = row; y <= lastRow; y++) for (let x = column; x <= lastColumn; x++) taken.add(y * MOST_COLUMNS + x)
      const [left = 0, right = 0] = [columns[column], columns[lastColumn + 1]]
      const [top = 0, bottom = 0] = [rows[row], rows[lastRow + 1]]
      const span = { rowSpan: lastRow - row + 1, columnSpan: lastColumn - column + 1 }
      cells.push({ row, column, ...span, box: { left, top, right, bottom } })
    }
  return cells
}

/** Whether a line parts a place of the grid from the next one. */
function wallsOf({ horizontal, vertical }: Rules, { rows, columns }: Edges) {
  const near = (rules: readonly Rule[], edges: readonly number[]) =>
    edges.map(edge => rules.filter(({ at }) => Math.abs(at - edge) <= NEAR))
  const [across, down] = [near(horizontal, rows), near(vertical, columns)]
  const middle = (edges: readonly number[], index: number) => ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2
  const isWall = (rules: readonly Rule[] | undefined, at: number) =>
    rules?.some(({ from, to }) => from <= at && at <= to) ?? true
  return {
    endsRight: (row: number, column: number): boolean =>
      column + 2 >= columns.length || isWall(down[column + 1], middle(rows, row)),
    endsBelow: (row: number, column: number): boolean =>
      row + 2 >= rows.length || isWall(across[row + 1], middle(columns, column)),
  }
}
