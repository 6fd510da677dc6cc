import { type Block, EMBEDDED, type Paragraph } from '../../core/document/document.ts'
import { alternativeOf } from './alternatives.ts'
import { checkBoxOf, showsPlaceholder } from './controls.ts'
import { readParagraph } from './paragraph.ts'
import type { Reading } from './reading.ts'
import { type CellElement, rowsOf, tableOf } from './table.ts'
import { childOf, type Element, isElement, type Node } from './xml.ts'

/** Reads what stands in a body, a cell or a text box, in its order. */
function readBlocks(reading: Reading, nodes: readonly Node[]): Block[] {
  const blocks = nodes.filter(isElement).flatMap(element => READERS.get(element.name)?.(reading, element) ?? [])
  return blocks
}

type Read = (reading: Reading, element: Element) => Block[]

const readChildren: Read = (reading, element) => readBlocks(reading, element.children)

const mark = (text: string): Paragraph => ({ kind: 'paragraph', text })

/** A paragraph, and behind it what hangs on it. */
const readWithBehind: Read = (reading, element) => {
  const paragraph = readParagraph(reading, element)
  const behind = reading.behind.splice(0)
  const more = behind.flatMap(one => (typeof one === 'string' ? [mark(one)] : readBlocks(reading, one.children)))
  return paragraph === null ? more : [paragraph, ...more]
}

const readTable: Read = (reading, element) => {
  const rows = rowsOf(element, cell => readCell(reading, cell))
  return rows.length === 0 ? [] : [tableOf(rows, element)]
}

const readCell = (reading: Reading, { control, cell }: CellElement): Block[] => {
  if (control === undefined) return closed(reading, cell.children)
  return withinControl(reading, control, () => closed(reading, cell.children))
}

/** What a deletion left at the end of a cell stays in it. */
function closed(reading: Reading, nodes: readonly Node[]): Block[] {
  const blocks = readBlocks(reading, nodes)
  if (reading.deleted.length === 0) return blocks
  return [...blocks, ...readWithBehind(reading, { name: 'w:p', attributes: {}, children: [] })]
}

export const readBody = (reading: Reading, body: Element): Block[] => closed(reading, body.children)

function withinControl(reading: Reading, control: Element, read: () => Block[]): Block[] {
  const before = reading.isPlaceholder
  reading.isPlaceholder ||= showsPlaceholder(control)
  reading.box ||= checkBoxOf(control)
  const blocks = read()
  reading.isPlaceholder = before
  return blocks
}

const readControl: Read = (reading, control) =>
  withinControl(reading, control, () => readBlocks(reading, childOf(control, 'w:sdtContent')?.children ?? []))

/** By element; what isn't listed shows nothing, or stands within paragraphs. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['w:p', readWithBehind],
  ['w:tbl', readTable],
  ['w:sdt', readControl],
  ['w:altChunk', () => [mark(EMBEDDED)]],
  ['mc:AlternateContent', (reading, element) => readBlocks(reading, alternativeOf(element))],
  ...['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'].map(name => [name, readChildren] as const),
])
