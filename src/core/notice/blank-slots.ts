import type { Block, Cell, DocumentContent, Paragraph } from '../document/document.ts'
import { listKind } from '../form/outline/columns.ts'
import { cellText, type Grid, gridOf } from '../form/outline/grid.ts'
import { readOutline, type Section } from '../form/outline/outline.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { isLabelText, isToFill, isYear, labelsInLine, unspaced } from './blank-texts.ts'

/**
 * A place of a blank form that waits for an answer. `place` is the cell's blocks, or the paragraph behind whose label or under which the
 * answer goes; `prompt` is what is printed there.
 */
export type Slot = {
  readonly label: string
  /** The label that spans its rows; '' where none does. */
  readonly group: string
  readonly kind: 'cell' | 'line' | 'list' | 'section'
  readonly list: 'honours' | 'measures' | null
  readonly prompt: string
  readonly place: object
  /** A list's first row: the blocks of its cells, under their labels. */
  readonly row: readonly { readonly label: string; readonly place: object }[]
}

/** The places of a blank form in reading order. */
export function slotsOf(content: DocumentContent): Slot[] {
  return withoutInstructions(readOutline(content).sections).flatMap(sectionSlots)
}

const INSTRUCTIONS = pattern`^(?:填[表报写]|编写|申报)?${listed('说明 须知 要求 注意事项')}$`

/** What stands under 填表说明 explains: its numbered lines speak of labels, and no answer stands behind them. */
function withoutInstructions(sections: readonly Section[]): Section[] {
  let rank: number | null = null
  return sections.filter(({ heading, blocks }) => {
    if (heading === null) return true
    if (INSTRUCTIONS.test(heading.text.replace(/[\s:：]/g, ''))) {
      const holdsForm = blocks.some(({ kind }) => kind === 'table')
      rank = holdsForm ? null : -1
      return holdsForm
    }
    if (rank === -1) rank = heading.ordinal === null ? null : heading.rank
    const isOver = rank === null || heading.rank < rank || heading.isBold || blocks.some(({ kind }) => kind === 'table')
    if (isOver) rank = null
    return isOver
  })
}

function sectionSlots({ heading, line, blocks }: Section): Slot[] {
  const inside = blocks.flatMap(block => (block.kind === 'table' ? tableSlots(gridOf(block), '') : lineSlots(block)))
  if (heading === null) return inside
  const [list] = inside.filter(({ kind, label }) => kind === 'list' && label === '')
  if (list !== undefined) return [{ ...list, label: heading.text }, ...inside.filter(one => one !== list)]
  if (inside.length > 0 || blocks.some(block => block.kind === 'table' && !isBlankTable(block))) return inside
  const texts = blocks.flatMap(paragraphsOf)
  const place = texts.find(({ text }) => text.trim() === '') ?? texts.at(-1) ?? line
  const prompt = texts.map(({ text }) => text).join('')
  return place === null ? [] : [slot({ label: heading.text, kind: 'section', prompt, place })]
}

const slot = (some: Pick<Slot, 'label' | 'kind' | 'place'> & Partial<Slot>): Slot => ({
  ...{ group: '', list: null, prompt: '', row: [] },
  ...some,
})

const isBlankTable = (block: Block): boolean =>
  block.kind === 'table' && block.cells.every(cell => cellText(cell) === '')

const paragraphsOf = (block: Block): Paragraph[] =>
  block.kind === 'paragraph' ? [block] : block.cells.flatMap(cell => cell.blocks.flatMap(paragraphsOf))

const lineSlots = (block: Paragraph): Slot[] =>
  labelsInLine(block.text).map(label =>
    slot({ label, kind: 'line', prompt: isDated(block.text) ? DAY : boxesBehind(block.text, label), place: block }),
  )

const DAY = '年月'

/** «□重点项目 □一般项目», where such stand behind a label. */
function boxesBehind(text: string, label: string): string {
  const line = unspaced(text)
    .split('\n')
    .find(one => one.includes(label))
  const behind = line?.slice(line.indexOf(label) + label.length) ?? ''
  return /[□☐]/.test(behind) ? behind.replace(/^\s*[:：]\s*/, '') : ''
}

function tableSlots(grid: Grid, group: string): Slot[] {
  const slots: Slot[] = []
  for (let row = 0; row < grid.rows; row++) {
    const list = listAt(grid, row, group)
    if (list !== null) {
      slots.push(list.slot)
      row += list.rows
    } else slots.push(...rowSlots(grid, row))
  }
  return slots
}

/** Labels over blank cells: a list, under the label that spans its rows, where one does. */
function listAt(grid: Grid, row: number, around: string): { slot: Slot; rows: number } | null {
  const spanning =
    grid.covering(row).find(cell => cell.rowSpan > 1 && isLabelText(cellText(cell))) ??
    titleBeside(grid.startingIn(row))
  const head = grid.startingIn(row).filter(cell => cell !== spanning)
  if (head.length < 3 || !head.every(cell => cell.rowSpan === 1 && isLabelText(cellText(cell)))) return null
  const under = grid.startingIn(row + 1).filter(cell => spanning === undefined || cell.column > spanning.column)
  const isBlank = under.length === head.length && under.every(cell => isToFill(cellText(cell)) || isOrdinal(cell))
  if (!isBlank) return null
  let rows = 1
  while (row + rows + 1 < grid.rows && grid.startingIn(row + rows + 1).every(isBlankCell)) rows += 1
  const cells = [...head, ...under].map(cell => ({ ...cell, row: cell.row - row }))
  const label = spanning === undefined ? around : cellText(spanning)
  const entries = head.map((cell, at) => ({ label: cellText(cell), place: under[at]?.blocks ?? cell.blocks }))
  const list = listKind({ kind: 'table', cells })
  return { slot: slot({ label, kind: 'list', list, place: under[0]?.blocks ?? [], row: entries }), rows }
}

const OVER_LIST = pattern`${listed('情况 经历 履历 成员 成果 活动 参与者 参加者 人员 论文 清单 明细')}$`
/** «获奖情况 | 奖项名称 | 授予单位 | 时间»: the label over the rows below, where a file lost that it spans them. */
const titleBeside = ([first, ...others]: readonly Cell[]): Cell | undefined =>
  first !== undefined && others.length >= 3 && OVER_LIST.test(cellText(first)) ? first : undefined

const isOrdinal = (cell: Cell): boolean => /^[\d一二三四五六七八九十]{1,2}[.、]?$/.test(cellText(cell))
const isBlankCell = (cell: Cell): boolean => cellText(cell) === '' || isOrdinal(cell)

/** Labels with what waits right of them; a label that spans rows groups those beside it. */
function rowSlots(grid: Grid, row: number): Slot[] {
  const covering = grid.covering(row)
  return covering.flatMap((cell, at): Slot[] => {
    if (cell.row !== row) return []
    const beside = covering[at + 1]
    // «考核结果 | 2021年 | ＿»: the answer stands behind the year.
    const next = beside !== undefined && isYear(cellText(beside)) ? (covering[at + 2] ?? beside) : beside
    const text = cellText(cell)
    const group = groupOf(grid, cell)
    const inline = next === undefined || !isLabelText(text) || isDated(text) ? cellLines(cell, group) : []
    if (inline.length > 0) return inline
    // «起止时间 | 起始：　年　月 | 完成：　年　月»: the label over two days.
    if ([next, covering[at + 2]].every(one => one !== undefined && isDated(cellText(one)))) return []
    if (next === undefined || next.row !== row || !isLabelText(text) || !isToFill(cellText(next))) return []
    const lines = cellLines(next, '')
    return lines.length > 1
      ? lines
      : [slot({ label: text, group, kind: 'cell', prompt: cellText(next), place: next.blocks })]
  })
}

const cellLines = (cell: Cell, group: string): Slot[] =>
  cell.blocks.flatMap(block => (block.kind === 'paragraph' ? lineSlots(block).map(one => ({ ...one, group })) : []))

/** «起始：　　年　月». */
const isDated = (text: string): boolean => /[:：][\s_]*年[\s_]*月[\s_]*日?$/.test(text)

function groupOf(grid: Grid, cell: Cell): string {
  const left = grid.covering(cell.row).filter(other => other.column < cell.column && other.rowSpan > cell.rowSpan)
  const label = left.map(cellText).findLast(isLabelText)
  return label ?? ''
}
