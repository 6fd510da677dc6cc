import type { Cell } from '../../document/document.ts'
import type { Labels } from '../evidence/labels.ts'
import { isAnswerShaped } from '../evidence/shapes.ts'
import { isLimit } from './columns.ts'
import { cellText, type Grid, textIn } from './grid.ts'
import { asAnswer, asLabel, pairReading, withoutOrdinal } from './row-roles.ts'

/** Column labels with the rows under them. */
export type List = {
  readonly head: readonly Cell[]
  readonly body: readonly (readonly Cell[])[]
  /** How many rows of the grid it takes. */
  readonly rows: number
  /** The label of a cell's column: of two rows of labels, the upper before the lower. */
  readonly labelOver: (cell: Cell) => string
}

/**
 * The list that begins in a row: where its cells are more like labels over what stands under them than like labels beside answers.
 */
export function listAt(grid: Grid, row: number, labels: Labels): List | null {
  const head = grid.startingIn(row)
  const height = headHeight(grid, row, head)
  const heads = Array.from({ length: height }, (_, index) => grid.startingIn(row + index)).flat()
  const first = grid.startingIn(row + height)
  const lowest =
    height === 1 ? heads : heads.filter(cell => !heads.some(other => other.row > cell.row && covers(cell, other)))
  if (head.length < 2 || first.length < 2 || !isAligned(grid, row + height, lowest)) return null
  if (isLabelled(first, heads) && isLabel(first[0], labels)) return null
  if (!isHead(heads, first, { grid, row, labels })) return null
  const body = bodyOf(grid, row + height, { heads, lowest, labels })
  if (isOfLabels(body, labels)) return null
  return { head: heads, body, rows: height + body.length, labelOver: cell => labelOver(cell, heads) }
}

/** «序号 | 项目 | 内容» over numbered rows that begin with labels of their own, or rows of labels, each beside its answer: no list. */
const isOfLabels = (body: readonly (readonly Cell[])[], labels: Labels): boolean => {
  const isKnown = (cell: Cell) => labels.role(cellText(cell)) === 'label'
  const pairs = body.filter(cells => cells.length > 3 && cells.every((cell, at) => isKnown(cell) === (at % 2 === 0)))
  if (pairs.length > 1 && pairs.length * 2 >= body.length) return true
  const firsts = body.map(withoutOrdinal).filter((cells, index) => cells !== body[index])
  const known = firsts.filter(([first]) => first !== undefined && isKnown(first))
  return known.length > 1 && known.length * 2 >= body.length
}

/** Two where some labels of the first row stand over labels of their own and the others span both. */
function headHeight(grid: Grid, row: number, head: readonly Cell[]): number {
  const under = grid.startingIn(row + 1)
  const isSplit =
    head.some(({ rowSpan }) => rowSpan === 2) && head.some(({ rowSpan, columnSpan }) => rowSpan === 1 && columnSpan > 1)
  return isSplit && under.length > 0 ? 2 : 1
}

type At = { readonly grid: Grid; readonly row: number; readonly labels: Labels }

function isHead(head: readonly Cell[], first: readonly Cell[], { grid, row, labels }: At): boolean {
  const [corner] = head
  const texts = head.filter(cell => !(cell === corner && cellText(cell) === ''))
  const score = (cells: readonly Cell[], worth: (cell: Cell, labels: Labels) => number) =>
    cells.reduce((sum, cell) => sum + worth(cell, labels), 0)
  const mayHead = (text: string) =>
    text.length <= LONGEST_LABEL && !/\d/.test(text) && !isLimit(text) && !isAnswerShaped(text)
  if (isDated(grid, first) && texts.every(cell => mayHead(cellText(cell)))) return true
  if (texts.some(cell => asLabel(cell, labels) < 0)) return false
  const over = score(texts, asLabel) + score(first, asAnswer)
  const beside = pairReading(grid.startingIn(row), labels).score + pairReading(first, labels).score
  if (over <= beside) return false
  return texts.some(cell => labels.role(cellText(cell)) === 'label')
}

/** A time in the same place of two rows, under a label that is none: what stands in the rows is a list, whatever its labels say. */
const isDated = (grid: Grid, first: readonly Cell[]): boolean =>
  first.some(
    ({ row, column, rowSpan }) => isLimit(textIn(grid, row, column)) && isLimit(textIn(grid, row + rowSpan, column)),
  )
const LONGEST_LABEL = 14

type Heads = { readonly heads: readonly Cell[]; readonly lowest: readonly Cell[]; readonly labels: Labels }

function bodyOf(grid: Grid, start: number, { heads, lowest, labels }: Heads): Cell[][] {
  const body: Cell[][] = []
  for (let row = start; row < grid.rows && isAligned(grid, row, lowest); row++) {
    const cells = grid.startingIn(row)
    if (
      row > start &&
      (isLabelled(cells, heads) || isNewHead(grid, row, { heads, labels, isSecond: row === start + 1 }))
    )
      break
    body.push([...cells])
  }
  return body
}

/** A row of other labels over answers: another list, or values under their labels; the same labels said again go on. */
type Over = { readonly heads: readonly Cell[]; readonly labels: Labels; readonly isSecond: boolean }

function isNewHead(grid: Grid, row: number, { heads, labels, isSecond }: Over): boolean {
  const cells = grid.startingIn(row)
  const said = new Set(heads.map(cellText))
  const roles = cells.map(cell => labels.role(cellText(cell)))
  const known = roles.filter(role => role === 'label').length
  // Where labels and answers take turns, the second row of labels comes behind a single row of answers.
  const next = grid.startingIn(row + 1).map(cell => labels.role(cellText(cell)))
  const isTurn = isSecond && known > 0 && next.length === cells.length && next.every(role => role !== 'label')
  if ((!isTurn && known < Math.max(2, cells.length / 2)) || roles.some(role => role !== 'label' && role !== 'perhaps'))
    return false
  if (cells.every(cell => said.has(cellText(cell)))) return false
  return next.includes('answer')
}

/** A label, and one text under all other columns. */
const isLabelled = ([, text, ...others]: readonly Cell[], heads: readonly Cell[]): boolean =>
  text !== undefined && others.length === 0 && heads.filter(head => covers(text, head)).length > 1

/** Whether a cell may be a label, known or not. */
const isLabel = (cell: Cell | undefined, labels: Labels): boolean =>
  cell !== undefined && ['label', 'perhaps'].includes(labels.role(cellText(cell)))

/** Whether each cell of a row stands under labels, none of which it crosses; cells from above may cover some of it. */
function isAligned(grid: Grid, row: number, lowest: readonly Cell[]): boolean {
  const cells = grid.startingIn(row)
  if (cells.length === 0) return row < grid.rows && grid.covering(row).length > 0
  return cells.length > 1 && cells.every(cell => isUnder(cell, lowest))
}

function isUnder(cell: Cell, heads: readonly Cell[]): boolean {
  let isOver = false
  for (const head of heads) {
    if (!overlaps(head, cell)) continue
    if (!covers(head, cell) && !covers(cell, head)) return false
    isOver = true
  }
  return isOver
}

const overlaps = (one: Cell, other: Cell): boolean =>
  one.column < other.column + other.columnSpan && other.column < one.column + one.columnSpan

const covers = (outer: Cell, inner: Cell): boolean =>
  inner.column >= outer.column && inner.column + inner.columnSpan <= outer.column + outer.columnSpan

const labelOver = (cell: Cell, heads: readonly Cell[]): string =>
  heads
    .filter(head => covers(head, cell) || covers(cell, head))
    .map(cellText)
    .filter(text => text !== '')
    .join(' ')
