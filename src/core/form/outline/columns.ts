import { readIntervals } from '../../dates/dates.ts'
import type { Block, Cell, Table } from '../../document/document.ts'
import { type ColumnKind, columnKinds } from '../../words/label-kinds.ts'
import { listed } from '../../words/listed.ts'
import { onceFor, onceForText } from '../../words/once-for.ts'
import { pattern } from '../../words/pattern.ts'
import { PERIODS } from '../../words/periods.ts'
import { labelKey } from '../evidence/label.ts'
import { isAnswerShaped } from '../evidence/shapes.ts'
import { cellText, type Grid, gridOf, turned } from './grid.ts'

/** What a table's columns hold, by the words over them. */
export type Columns = {
  /** The first row behind the labels. */
  readonly body: number
  /** Each column of the grid with what it may hold, and how much its label tells so. */
  readonly kinds: ReadonlyMap<number, ReadonlyMap<ColumnKind, number>>
  readonly width: number
}

const KNOWN = 0.75

/** «2024年»: what is done in it stands under it. */
const PERIOD = /^20\d\d年(?:度|[上下]半年)?$/

/** The column labels of a row; null where the row is none of labels. Labels of two rows (完成时限 over 起 and 止) are one. */
export function columnsAt(grid: Grid, row: number): Columns | null {
  const made = columnsIn(grid)
  const known = made.get(row)
  if (known !== undefined) return known
  const columns = readColumns(grid, row)
  made.set(row, columns)
  return columns
}

/** Each row is asked for by whoever looks for a list's head. */
const columnsIn = onceFor((_: Grid) => new Map<number, Columns | null>())

function readColumns(grid: Grid, row: number): Columns | null {
  const cells = grid.covering(row)
  const labels = cells.map(labelOf)
  if (!areLabels(labels)) return null
  const isSplit =
    cells.some(({ rowSpan, row: top }) => rowSpan > 1 && top === row) && cells.some(({ rowSpan }) => rowSpan === 1)
  const lower = isSplit ? grid.startingIn(row + 1) : []
  const isTwo = lower.length > 0 && !lower.some(cell => isAnswerShaped(cellText(cell)))
  const kinds = new Map<number, ReadonlyMap<ColumnKind, number>>()
  for (const [at, cell] of cells.entries())
    for (let column = cell.column; column < cell.column + cell.columnSpan && column < 100; column++)
      kinds.set(column, labels[at]?.kinds ?? new Map())
  return { body: row + (isTwo ? 2 : 1), kinds, width: widthOf(cells) }
}

type Label = { readonly text: string; readonly kinds: ReadonlyMap<ColumnKind, number>; readonly isKnown: boolean }

function labelOf(cell: Cell): Label {
  const text = cellText(cell)
  const kinds = twoKinds(text) ?? columnKinds(labelKey(text))
  return { text, kinds, isKnown: Math.max(0, ...kinds.values()) >= KNOWN }
}

/** «荣誉名称及授予时间», «颁发单位/级别»: a head over two things tells of both. */
function twoKinds(text: string): ReadonlyMap<ColumnKind, number> | null {
  const parts = text.split(/[/／、及和与]/).map(part => columnKinds(labelKey(part)))
  const best = parts.map(part => [...part].sort(([, one], [, other]) => other - one)[0])
  const isTwo = new Set(best.map(one => one?.[0])).size > 1
  return isTwo && best.every(one => one !== undefined && one[1] >= KNOWN)
    ? new Map(best.filter(one => one !== undefined))
    : null
}

/** Most are known, and none of the others looks like an answer. */
function areLabels(labels: readonly Label[]): boolean {
  const known = labels.filter(({ isKnown }) => isKnown).length
  if (known === 0 || labels.filter(({ text }) => text !== '').length < 2) return false
  if ((known === 1 && labels.length === 2) || known * 2 < labels.length - (labels.length > 4 ? 1 : 0)) return false
  return !labels.some(isStrange)
}

const isStrange = ({ text, isKnown }: Label): boolean =>
  !isKnown && text !== '' && (text.length > 14 || isAnswerShaped(text)) && !PERIOD.test(text)

/** The columns that hold a kind more than anything else; several where one label spans them or two bear it. */
export function columnsOf(columns: Columns, kind: ColumnKind, over: readonly ColumnKind[] = []): number[] {
  return [...columns.kinds].flatMap(([column, kinds]) => {
    const own = kinds.get(kind) ?? 0
    return own >= KNOWN && over.every(other => (kinds.get(other) ?? 0) < own) ? [column] : []
  })
}

export const widthOf = (cells: readonly Cell[]): number =>
  Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan))

/** The share of a column's cells, of those that hold something, for which it is so. */
export function shareOf(
  grid: Grid,
  column: number,
  { from, fits }: { from: number; fits: (text: string) => boolean },
): number {
  let [all, like] = [0, 0]
  let before: Cell | null = null
  for (let row = from; row < grid.rows; row++) {
    const cell = grid.at(row, column)
    const text = cell === null || cell === before ? '' : cellText(cell)
    before = cell
    if (text === '') continue
    all++
    if (fits(text)) like++
  }
  return all === 0 ? 0 : like / all
}

/** A number alone («2000», under 经费) is no date by its looks. */
export const isDate = (text: string): boolean =>
  text.length < 30 && !/^\d{4}$/.test(text) && readIntervals(text).length > 0

const OFTEN = pattern`^(?:每${PERIODS}|${listed('长期 常态 持续 定期 全年 年底 学期')})`

/** What looks like the end of something, or tells how often it comes. */
export const isLimit = onceForText(text => isDate(text) || OFTEN.test(text))

/** Whether nobody wrote anything under a table's labels, whatever these say: blanks and numbers of rows. */
function isBlankList(table: Table): boolean {
  const grid = gridOf(table)
  const head = grid.startingIn(0).map(cell => labelKey(cellText(cell)))
  if (grid.rows < 2 || head.length < 2 || head.some(text => text.length > LONGEST_LABEL || isAnswerShaped(text)))
    return false
  return grid.lines.slice(1).every(cells => cells.every(cell => /^\d{0,2}$/.test(cellText(cell))))
}
const LONGEST_LABEL = 12

export const withoutBlankLists = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter(block => block.kind === 'paragraph' || !isBlankList(block))

type ListKind = 'honours' | 'measures'

/** Which list a table is by its labels, over its columns or before its rows: of honours, or of measures with their limits. */
export const listKind = onceFor((table: Table): ListKind | null => kindByHead(table) ?? kindByHead(turned(table)))

/** The same by the labels over its columns alone. */
const kindByHead = onceFor((table: Table): ListKind | null => {
  const grid = gridOf(table)
  for (let row = 0; row < Math.min(grid.rows, 4); row++) {
    const columns = columnsAt(grid, row)
    if (columns === null) continue
    const has = (kind: ColumnKind) => columnsOf(columns, kind).length > 0
    // «姓名» may be a person's as well as a thing's: a list of people is none of honours.
    const isNamed = columnsOf(columns, 'name', ['recipient']).length > 0
    if (isNamed && !has('text') && (has('date') || has('level') || has('grantedBy') || has('recipient')))
      return 'honours'
    if (has('grantedBy') && (has('level') || has('recipient'))) return 'honours'
    if (has('level') && has('recipient') && has('date')) return 'honours'
    if (has('due') && (has('text') || has('owner'))) return 'measures'
  }
  return null
})

/** Lists whose labels stand at the left, an entry a column, are turned so that they stand on top; all else stays as it is. */
export const upright = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map(block =>
    block.kind === 'table' && kindByHead(block) === null && kindByHead(turned(block)) !== null ? turned(block) : block,
  )
