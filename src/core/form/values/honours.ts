import type { Block } from '../../document/document.ts'
import { arePeople } from '../../honours/recipient.ts'
import type { Honour, RecipientKind } from '../form.ts'
import { upright } from '../outline/columns.ts'
import { cellText, gridOf } from '../outline/grid.ts'
import { asTables } from '../outline/line-tables.ts'
import { type HonourContext, recipientKindOf } from './honour-context.ts'
import { readHonourMatrix } from './honour-matrix.ts'
import { whoseRow } from './honour-rows.ts'
import { readHonourSentence } from './honour-sentence.ts'
import { type HonourHead, honourHead, readHonourTable } from './honour-table.ts'

const SENTENCE = /[^。；;！!\n]+[。；;！!]?/g
const LABELLED = /^(?:【([^【】\n]{2,16})】|([^:：\n]{2,20})[:：])\s*([\s\S]*)$/

/** The honours of a section: rows of a table, rows or paragraphs labelled 党支部 / 书记 / 成员, and sentences. */
export function readHonours(
  written: readonly Block[],
  context: HonourContext,
  whose: RecipientKind | null = null,
): Honour[] {
  const blocks = upright(written)
  const honours: Honour[] = []
  let head: HonourHead | null = null
  let labelled = whose
  const readText = (text: string) => {
    for (const line of text.split('\n')) {
      const [, person = null] = PERSON_IN_FRONT.exec(line) ?? []
      for (const [sentence] of line.matchAll(SENTENCE)) {
        const { label, rest } = labelOf(sentence)
        labelled = label ?? labelled
        honours.push(...readOf(person, readHonourSentence(rest, labelled, context), { labelled, context }))
      }
    }
  }
  for (const block of asTables(blocks)) {
    const matrix = block.kind === 'table' && head === null ? readHonourMatrix(block, context) : null
    if (block.kind === 'paragraph') readText(block.text)
    else if (matrix !== null) honours.push(...matrix)
    else if (head !== null || hasHead(block)) {
      const rows = readHonourTable(block, { head, labelled }, context)
      head = rows.head
      honours.push(...rows.honours)
    } else honours.push(...readLabelledRows(block, { areLines: !blocks.includes(block), context }))
  }
  return honours
}

/** «鄢思敏：师德标兵（校级，2022年）；优秀教师（校级，2023年）»: whose name heads a line got all that nobody else did. */
const PERSON_IN_FRONT = /^\s*(\p{Script=Han}{2,4})[:：]/u
function readOf(
  person: string | null,
  honours: readonly Honour[],
  { labelled, context }: { readonly labelled: RecipientKind | null; readonly context: HonourContext },
): readonly Honour[] {
  if (person === null || whoseRow(person) !== null || !arePeople(person) || labelled === 'branch') return honours
  return honours.map(honour => {
    if (honour.recipient !== null || honour.recipientKind !== 'unknown') return honour
    const recipientKind = recipientKindOf(person, labelled, { name: honour.name, context })
    return { ...honour, recipient: person, recipientKind }
  })
}

const hasHead = (table: Extract<Block, { kind: 'table' }>): boolean => {
  const grid = gridOf(table)
  return grid.lines.some((_, row) => honourHead(grid, row) !== null)
}

/**
 * 党支部 | 2022年6月获…: the cells right of a label, as sentences or as a table of their own. A line with wide gaps but without a
 * label stays one line: its date stands beside its honour.
 */
function readLabelledRows(
  table: Extract<Block, { kind: 'table' }>,
  { areLines, context }: { readonly areLines: boolean; readonly context: HonourContext },
): Honour[] {
  return gridOf(table).lines.flatMap(cells => {
    const [first, ...others] = cells
    const label = first === undefined ? null : whoseRow(cellText(first))
    if (areLines && label === null)
      return readHonours([{ kind: 'paragraph', text: cells.map(cellText).join(' ') }], context)
    const told = label === null ? cells : others
    return told.flatMap(cell => readHonours(cell.blocks, context).map(honour => under(label, honour)))
  })
}

/** A row's label tells whose honours stand in it, unless a sentence names somebody itself. */
const under = (label: RecipientKind | null, honour: Honour): Honour =>
  label !== null && honour.recipient === null ? { ...honour, recipientKind: label } : honour

/** «(一)党支部获奖情况», «党支部书记：2022年……». */
function labelOf(line: string): { readonly label: RecipientKind | null; readonly rest: string } {
  const whole = whoseRow(line)
  if (whole !== null) return { label: whole, rest: '' }
  const [, bracketed, named, rest] = LABELLED.exec(line.trim()) ?? []
  const label = bracketed ?? named
  const kind = label === undefined ? null : whoseRow(label)
  return kind === null ? { label: null, rest: line } : { label: kind, rest: rest ?? '' }
}
