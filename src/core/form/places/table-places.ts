import type { Cell, Table } from '../../document/document.ts'
import type { Labels } from '../evidence/labels.ts'
import { cellText, type Grid, gridOf } from '../outline/grid.ts'
import { type List, listAt } from '../outline/lists.ts'
import { type Pair, readRow, withoutOrdinal } from '../outline/row-roles.ts'
import { linePlaces } from './line-places.ts'
import { type Place, tableOf } from './place.ts'

/**
 * The places of a table, each with the label that geometry gives it: right of it, under it where labels stand beside one another, all
 * rows beside it where it spans them. A label that spans rows with labels of their own is a group, and a place as well.
 */
export function tablePlaces(table: Table, labels: Labels, groups: readonly string[]): Place[] {
  const grid = gridOf(table)
  const places: Place[] = []
  for (let row = 0; row < grid.rows; ) {
    const group = groupAt(grid, row, labels)
    const list = group === null ? listAt(grid, row, labels) : null
    if (group !== null) places.push(...groupPlaces(group, labels, groups))
    else if (list !== null) places.push(...listPlaces(list, labels, groups))
    else places.push(...rowPlaces(grid, row, { labels, groups }))
    row += group?.rows ?? list?.rows ?? 1
  }
  return [...places, ...nested(grid, labels, groups)]
}

type Group = { readonly label: Cell; readonly inside: readonly Cell[]; readonly rows: number }

/** A cell at the left that spans rows, with what stands right of it. */
function groupAt(grid: Grid, row: number, labels: Labels): Group | null {
  const [label, ...others] = withoutOrdinal(grid.startingIn(row))
  if (label === undefined || label.rowSpan < 2 || others.length === 0) return null
  const role = labels.role(cellText(label))
  if (role === 'answer' || withoutOrdinal(grid.covering(row))[0] !== label) return null
  const rows = Math.min(label.rowSpan, grid.rows - row)
  const inside = Array.from({ length: rows }, (_, index) => grid.startingIn(row + index))
    .flat()
    .filter(({ column }) => column > label.column)
  // A head of two rows spans them with several cells: no group.
  if (others.some(cell => cell.rowSpan >= rows && labels.role(cellText(cell)) !== 'answer' && others.length > 1))
    return null
  return { label, inside, rows }
}

function groupPlaces({ label, inside }: Group, labels: Labels, groups: readonly string[]): Place[] {
  const text = cellText(label)
  const [only, ...others] = inside
  const whole: Place = {
    ...{ label: text, groups, from: 'row', takes: [label, ...inside].map(contentOf) },
    blocks: only !== undefined && others.length === 0 ? only.blocks : [tableOf(inside)],
  }
  if (only === undefined || others.length === 0) return [whole]
  const isOwn = isAnswerOf(label, inside, labels)
  const own: Place[] = isOwn ? [{ ...whole, blocks: only.blocks, takes: [label, only].map(contentOf) }] : []
  return [whole, ...own, ...tablePlaces(tableOf(isOwn ? others : inside), labels, [text, ...groups])]
}

/** «书记 | 张建华 | 职务 | …» over «| | 手机 | …»: an answer that spans the rows of its label, or stands before the labels of its row. */
function isAnswerOf(label: Cell, [beside, next]: readonly Cell[], labels: Labels): boolean {
  const roleOf = (cell: Cell | undefined) => (cell?.row === label.row ? labels.role(cellText(cell)) : null)
  if (beside === undefined || roleOf(beside) === null || roleOf(beside) === 'label') return false
  return beside.rowSpan >= label.rowSpan || (roleOf(beside) === 'answer' && roleOf(next) === 'label')
}

function listPlaces(list: List, labels: Labels, groups: readonly string[]): Place[] {
  const whole: Place = {
    ...{ label: '', groups, from: 'list', takes: [...list.head, ...list.body.flat()].map(contentOf) },
    blocks: [tableOf([...list.head, ...list.body.flat()])],
  }
  const rows = list.body.filter(cells => cells.some(cell => cellText(cell) !== ''))
  const [first = list.body[0] ?? []] = rows
  const secretary = rows.length > 1 ? rows.find(cells => cells.some(isSecretary)) : undefined
  if (rows.length > 1 && secretary === undefined) return [whole]
  const around = secretary === undefined ? groups : ['党支部书记', ...groups]
  return [
    whole,
    ...columnPlaces(list, secretary?.filter(cell => !isSecretary(cell)) ?? first, around),
    ...inline(first, labels, groups),
  ]
}

/** What says of a row in a list of people whose it is: it is no answer itself. */
const isSecretary = (cell: Cell): boolean => /^(?:党?支部)?书记$/.test(cellText(cell).replace(/\s/g, ''))

const columnPlaces = (list: List, cells: readonly Cell[], groups: readonly string[]): Place[] =>
  cells.flatMap(cell => {
    const label = list.labelOver(cell)
    return label === '' ? [] : [{ label, groups, blocks: cell.blocks, from: 'column' as const, takes: [cell.blocks] }]
  })

type Around = { readonly labels: Labels; readonly groups: readonly string[] }

function rowPlaces(grid: Grid, row: number, { labels, groups }: Around): Place[] {
  const cells = grid.startingIn(row)
  const stacked = cells.flatMap(cell => stackedIn(cell, labels, groups))
  if (stacked.length > 1) return [...stacked, ...inline(cells, labels, groups)]
  const around = [...leftOf(cells[0], grid, row).filter(text => labels.role(text) === 'label'), ...groups]
  const { pairs, loose } = readRow(grid, row, labels)
  const labelled = pairs.map(
    ({ label, values, isBelow }, index): Place => ({
      label: cellText(label),
      groups: [...groupIn(pairs, index), ...around],
      from: isBelow ? 'column' : 'row',
      blocks: values.flatMap(({ blocks }) => blocks),
      takes: [label, ...values].map(contentOf),
    }),
  )
  const counted = pairs.flatMap((pair, index) => countedUnder(pair, pairs.slice(index + 1), around))
  const alone = loose
    .filter(cell => cellText(cell) !== '')
    .map(({ blocks }): Place => ({ label: '', groups: around, from: 'loose', blocks, takes: [blocks] }))
  const within = cells.flatMap(cell => {
    const beside = pairs.find(({ values }) => values.includes(cell)) ?? besideLabelled(pairs, cells, cell)
    return inline([cell], labels, beside === undefined ? around : [cellText(beside.label), ...around])
  })
  return [...labelled, ...counted, ...alone, ...within]
}

/** «联系电话⏎0411-84700001»: a small label over its answer in one cell. */
function stackedIn(cell: Cell, labels: Labels, groups: readonly string[]): Place[] {
  const text = cellText(cell)
  if (!text.includes('\n')) return []
  const [label = '', ...answer] = text.split('\n').filter(line => line.trim() !== '')
  const isStacked = labels.role(text) !== 'label' && labels.role(label) === 'label'
  if (!isStacked || answer[0] === undefined || ['label', 'labelled'].includes(labels.role(answer[0]))) return []
  const blocks = answer.map(text => ({ kind: 'paragraph' as const, text }))
  return [{ label, groups, blocks, from: 'column', takes: [cell.blocks] }]
}

/** «书记 | 姓名 | 张建华»: a label before another is over what follows in its row. */
function groupIn(pairs: readonly Pair[], index: number): string[] {
  const before = pairs[index - 1]
  const next = pairs[index]
  const isNext = before !== undefined && before.label.column + before.label.columnSpan === next?.label.column
  return isNext && before.values.length === 0 ? [cellText(before.label)] : []
}

/** «书记 | 姓名：张建华 | 职务：系主任»: the label that begins a row of cells with labels of their own is over these. */
const besideLabelled = ([first]: readonly Pair[], cells: readonly Cell[], cell: Cell): Pair | undefined =>
  first?.values.length === 0 && first.label === cells[0] && first.label !== cell ? first : undefined

/** «党员人数 | 正式党员 | 18 | 预备党员 | 1»: a label before others, each with a number, is over a count in its parts. */
function countedUnder({ label, values }: Pair, behind: readonly Pair[], groups: readonly string[]): Place[] {
  const end = behind.findIndex(part => !COUNT.test(part.values.map(cellText).join(' ')))
  const parts = behind.slice(0, end < 0 ? behind.length : end)
  if (values.length > 0 || parts.length === 0) return []
  const text = parts.map(part => [part.label, ...part.values].map(cellText).join('')).join('，')
  const takes = [label, ...parts.flatMap(part => [part.label, ...part.values])].map(contentOf)
  return [{ label: cellText(label), groups, blocks: [{ kind: 'paragraph', text }], from: 'row', takes }]
}
const COUNT = /^\d{1,4}\s?[名人]?$/

const contentOf = (cell: Cell): object => cell.blocks

/** Labels of cells that reach down beside a row. */
const leftOf = (first: Cell | undefined, grid: Grid, row: number): string[] =>
  grid
    .covering(row)
    .filter(cell => cell.row < row && cell.column < (first?.column ?? 0))
    .map(cellText)

/** «联系电话：…» within a cell, the answer behind the colon or in the line under it. */
const inline = (cells: readonly Cell[], labels: Labels, groups: readonly string[]): Place[] =>
  cells.flatMap(cell =>
    cellLines(cell, labels, groups).map(place => ({ ...place, from: 'line' as const, takes: [cell.blocks] })),
  )

/** What a label ends with, or stands before. */
const LABELLED = /[:：【(（]/

function cellLines(cell: Cell, labels: Labels, groups: readonly string[]): Place[] {
  if (!LABELLED.test(cellText(cell))) return []
  const isOwn = labels.role(cellText(cell)) === 'labelled'
  return linePlaces(cell.blocks, labels, { groups, isInCell: true }).filter(
    ({ label, blocks }) => labels.role(label) === 'label' && (isOwn || blocks.length > 0),
  )
}

function nested(grid: Grid, labels: Labels, groups: readonly string[]): Place[] {
  return grid.lines.flat().flatMap(cell =>
    cell.blocks.flatMap(block => {
      if (block.kind !== 'table') return []
      const left = grid
        .covering(cell.row)
        .filter(({ column }) => column < cell.column)
        .map(cellText)
      return tablePlaces(block, labels, [...left.filter(text => labels.role(text) === 'label'), ...groups])
    }),
  )
}
