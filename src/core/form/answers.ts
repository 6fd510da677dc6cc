import type { Block, Cell, Table } from '../document/document.ts'
import type { FormLabels } from './form-labels.ts'
import { cellText, type Grid, gridOf } from './grid.ts'
import { holdsLabels, nestedTables } from './nested-tables.ts'
import { isLabelledSecretary } from './secretary-rows.ts'

/** A label with what stands in its place: right of it, under it, or behind its colon. */
export type Answer = {
  readonly label: string
  /** '' where the place is empty. */
  readonly value: string
  readonly place: 'table' | 'line'
  /** Counts the tables; lines bear that of the table before them. */
  readonly table: number
  /** Whether it stands in a row that is labelled as the secretary's. */
  readonly ofSecretary: boolean
  /** Whether it is the first row of a list, under its column's label. */
  readonly isListed: boolean
}

const INLINE = /^([^:：\n]{1,40})[:：][ \t\u3000]*([\s\S]*)$/
const GAP = /\t+|[ \u3000]{2,}/

/** All labels among blocks with what stands in their places, in reading order. */
export function readAnswers(blocks: readonly Block[], labels: FormLabels): Answer[] {
  const answers: Answer[] = []
  let table = 0
  for (const block of asTables(blocks)) {
    if (block.kind === 'paragraph')
      for (const line of block.text.split('\n')) answers.push(...lineAnswers(line, table, labels))
    else if (!blocks.includes(block)) answers.push(...lineTableAnswers(block, ++table, labels))
    else {
      answers.push(...tableAnswers(block, ++table, labels))
      for (const { inner, ofSecretary } of nestedTables(block, labels))
        answers.push(
          ...tableAnswers(inner, ++table, labels).map(answer => (ofSecretary ? { ...answer, ofSecretary } : answer)),
        )
    }
  }
  return answers
}

/** Lines lose their empty cells: what stands behind a label there may be the next label, never a value that reads like one. */
const lineTableAnswers = (table: Table, number: number, labels: FormLabels): Answer[] =>
  tableAnswers(table, number, labels).map(answer => (labels.isLabel(answer.value) ? { ...answer, value: '' } : answer))

/** Lines with tabs or wide gaps, as PDFs have them in place of tables, become rows. */
export function asTables(blocks: readonly Block[]): Block[] {
  const result: Block[] = []
  let rows: Cell[][] = []
  const endTable = () => {
    if (rows.length > 0) result.push({ kind: 'table', cells: rows.flat() })
    rows = []
  }
  for (const block of blocks) {
    const pieces = block.kind === 'paragraph' && !block.text.includes('\n') ? block.text.trim().split(GAP) : []
    if (pieces.length > 1) rows.push(pieces.map((text, column) => lineCell(text, rows.length, column)))
    else {
      endTable()
      result.push(block)
    }
  }
  endTable()
  return result
}

const lineCell = (text: string, row: number, column: number): Cell => ({
  ...{ row, column, rowSpan: 1, columnSpan: 1 },
  blocks: [{ kind: 'paragraph', text }],
})

/** Labels with a colon and what stands behind it, or else in the line under it. */
function lineAnswers(text: string, table: number, { isLabel }: FormLabels): Answer[] {
  const lines = text.split('\n').map(line => line.trim())
  return lines.flatMap((line, index) => {
    const [, label = '', value = ''] = INLINE.exec(line) ?? []
    if (!isLabel(label)) return []
    const next = lines[index + 1] ?? ''
    const under = isLabel(INLINE.exec(next)?.[1] ?? next) ? '' : next
    return [{ label, value: value.trim() || under, place: 'line', table, ofSecretary: false, isListed: false }]
  })
}

function tableAnswers(table: Table, number: number, labels: FormLabels): Answer[] {
  const grid = gridOf(table)
  const values = new Set<Cell>()
  const answers: Answer[] = []
  for (let row = 0; row < grid.rows; row++) {
    const isHead = isListHead(grid, row, labels)
    for (const cell of grid.startingIn(row)) {
      if (values.has(cell)) continue
      const ofSecretary = isLabelledSecretary(grid, cell, labels)
      const inside = lineAnswers(cellText(cell), number, labels).filter(({ value }) => value !== '')
      answers.push(...inside.map(answer => ({ ...answer, place: 'table' as const, ofSecretary })))
      if (inside.length > 0 || !labels.isLabel(cellText(cell))) continue
      const value = isHead ? underHead(grid, cell) : valueRightOf(grid, cell, labels)
      if (value === null || values.has(value) || holdsLabels(value, labels)) continue
      values.add(value)
      answers.push({
        label: cellText(cell),
        value: cellText(value),
        place: 'table',
        table: number,
        ofSecretary,
        isListed: isHead,
      })
    }
  }
  return answers
}

/** Right of a label; under it where nothing stands right of it. A label that another one follows labels a group. */
function valueRightOf(grid: Grid, label: Cell, { isLabel }: FormLabels): Cell | null {
  const right = rightOf(grid, label)
  if (right === null) {
    const under = below(grid, label)
    return under !== null && !isLabel(cellText(under)) ? under : null
  }
  if (!isLabel(cellText(right))) return right
  // 职务 | 党支部书记 | 职称: a word that is a label elsewhere, with no place of its own.
  const row = grid.covering(label.row)
  if (row.length > 2 && row.every(cell => isLabel(cellText(cell)))) return null
  const next = rightOf(grid, right)
  return next === null || isLabel(cellText(next)) ? right : null
}

/** A row of labels over a row that begins with none: the values stand under it. A label of the group may span both rows. */
function isListHead(grid: Grid, row: number, { isLabel }: FormLabels): boolean {
  const cells = grid.startingIn(row)
  const columns = cells.filter(cell => !reachesDown(cell))
  const under = grid.startingIn(row + 1)
  const [first] = under
  return (
    columns.length > 1 &&
    under.length === columns.length &&
    columns.every((cell, index) => cell.column === under[index]?.column) &&
    cells.every(cell => isLabel(cellText(cell))) &&
    first !== undefined &&
    !isLabel(cellText(first))
  )
}

const reachesDown = ({ rowSpan }: Cell): boolean => rowSpan > 1

const underHead = (grid: Grid, cell: Cell): Cell | null => (reachesDown(cell) ? null : below(grid, cell))

const rightOf = (grid: Grid, { row, column, columnSpan }: Cell): Cell | null => grid.at(row, column + columnSpan)

function below(grid: Grid, { row, column, rowSpan }: Cell): Cell | null {
  const cell = grid.at(row + rowSpan, column)
  return cell !== null && cell.column === column ? cell : null
}
