import type { Block, Table } from '../../document/document.ts'
import type { Measure } from '../form.ts'
import { isLimit, upright } from '../outline/columns.ts'
import { cellLine, cellText, gridOf } from '../outline/grid.ts'
import { asTables } from '../outline/line-tables.ts'
import { hasMeasureHead, type MeasureContext, type MeasureHead, readMeasureTable, tellsLimit } from './measure-table.ts'
import { namesIn, readMeasureRow, readMeasureText } from './measure-text.ts'

/** The measures of a section: rows of a table with a column for the limit, else numbered items or paragraphs. */
export function readMeasures(written: readonly Block[], context: MeasureContext): Measure[] {
  const blocks = upright(written)
  const measures: Measure[] = []
  let head: MeasureHead | null = null
  let isTold = context.isTold
  let lines: string[] = []
  const endText = () => {
    const names = namesIn(lines)
    const told = lines.filter(line => names.has(line) || !context.isLabel(line))
    measures.push(...readMeasureText(told, context))
    lines = []
  }
  const add = (text: string) =>
    lines.push(
      ...text.split('\n').filter(line => line.trim() !== '' && (!context.isBlank(line) || context.isLabel(line))),
    )
  for (const block of asTables(blocks)) {
    if (block.kind === 'paragraph') {
      isTold ||= tellsLimit(block.text, context)
      if (!isCaption(block.text)) add(block.text)
    } else if (head === null && !hasMeasureHead(block)) {
      for (const [index, row] of rowsOf(block).entries())
        if (isOneItem(row)) {
          if (
            row.some(context.isLabel) ||
            (index === 0 && row.every(text => text.length <= LONGEST_HEAD && !isLimit(text)))
          )
            continue

          endText()
          measures.push(...readMeasureRow(row, context))
        } else for (const cell of row) add(cell)
    } else {
      endText()
      const rows = readMeasureTable(block, { head, areLines: !blocks.includes(block) }, { ...context, isTold })
      head = rows.head
      measures.push(...rows.measures)
    }
  }
  endText()
  return measures
}

/** «表1 创建举措及时间安排». */
const isCaption = (text: string): boolean =>
  /^\s*[附续]?[表图]\s?\d{0,2}(?:[-.]\d{1,2})?\s?[:：、.\s]?\s?\S{2,30}$/.test(text) && !/[。；，]/.test(text)

/** What may be a column's label. */
const LONGEST_HEAD = 12

/** «第一阶段⏎（2024.5-2024.12）» is one name, however a narrow cell breaks it. */
const LONGEST_STAGE = 30

const rowsOf = (table: Table): string[][] =>
  gridOf(table).lines.map(cells =>
    cells
      .map(cell => (cellText(cell).length <= LONGEST_STAGE ? cellLine(cell) : cellText(cell)))
      .filter(text => text !== ''),
  )

/** The cells of a row under labels that nobody understands stay together, unless one of them is a text of several lines. */
const isOneItem = (cells: readonly string[]): boolean => cells.length > 1 && cells.every(text => !text.includes('\n'))
