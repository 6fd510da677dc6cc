import type { Block, Cell, DocumentContent, Paragraph, Table } from '../../document/document.ts'
import { type Grid, gridOf } from './grid.ts'
import { type Heading, isBetween, readHeading, readRowHeading } from './heading.ts'
import { withoutLetterClose } from './letter-close.ts'
import { nest, type Strip } from './nesting.ts'

/** A heading with what stands directly under it, before the next heading of any kind. */
export type Section = {
  /** null for what stands before the first heading. */
  readonly heading: Heading | null
  /** The heading's own paragraph, as it stands within the text of the section over it. */
  readonly line: Paragraph | null
  /** The section that it stands in; null for the highest. */
  readonly parent: number | null
  /** Behind it and all that stands within it. */
  readonly end: number
  readonly blocks: readonly Block[]
  /** Whether it stands within a cell: an applicant's own heading, as a rule. */
  readonly isInCell: boolean
}

/**
 * A document cut at its headings, in reading order; every heading closes the one before it, known or not. The first section is what
 * stands before any heading. No word is looked up.
 */
export type Outline = { readonly sections: readonly Section[] }

export function readOutline({ blocks }: DocumentContent): Outline {
  const strips: Strip[] = []
  cut(withoutLetterClose(blocks), 0, strips)
  return { sections: sectionsOf(strips) }
}

function cut(blocks: readonly Block[], depth: number, strips: Strip[]): void {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') cutTable(block, depth, strips)
    else {
      const heading = readHeading(block, nextOf(blocks, index))
      strips.push(
        heading === null ? { kind: 'blocks', block, depth } : { kind: 'heading', heading, line: block, depth },
      )
    }
  }
}

/** What follows, but for blank lines and prompts. */
function nextOf(blocks: readonly Block[], index: number): Block | undefined {
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at]
    if (block?.kind === 'table' || !isBetween(block?.text ?? '')) return block
  }
  return undefined
}

/** Rows of a single cell are headings, or text within which headings may stand; the rows between them stay one table. */
function cutTable(table: Table, depth: number, strips: Strip[]): void {
  const grid = gridOf(table)
  let rows: number[] = []
  const endRows = () => {
    if (rows.length > 0)
      strips.push({ kind: 'blocks', block: rows.length === grid.rows ? table : rowsOf(grid, rows), depth })
    rows = []
  }
  for (let row = 0; row < grid.rows; row++) {
    const only = onlyCell(grid, row)
    if (only === null || only.row !== row) {
      if (only === null) rows.push(row)
      continue
    }
    endRows()
    cutCell(only, grid.rows > 1, { depth, strips })
  }
  endRows()
}

/** A row's only cell: a heading with what stands behind it in the cell, or text within which headings may stand. */
function cutCell({ blocks }: Cell, mayHead: boolean, { depth, strips }: { depth: number; strips: Strip[] }): void {
  const at = blocks.findIndex(block => block.kind === 'table' || block.text.trim() !== '')
  const line = blocks[at]
  const heading = line?.kind === 'paragraph' && !areItems(blocks) ? readRowHeading(line.text, mayHead) : null
  if (heading === null || line?.kind !== 'paragraph') cut(blocks, depth + 1, strips)
  else {
    strips.push({ kind: 'heading', heading, line, depth })
    cut(blocks.slice(at + 1), depth + 1, strips)
  }
}

/** «支部：……», «书记：……»: lines that each begin with a word of their own are a list. */
function areItems(blocks: readonly Block[]): boolean {
  const [first, ...others] = blocks.filter(block => block.kind === 'table' || block.text.trim() !== '')
  return isItem(first) && others.some(isItem)
}
const isItem = (block: Block | undefined): boolean => block?.kind === 'paragraph' && ITEM.test(block.text)
const ITEM = /^[^:：。；]{2,20}[:：]\s*\S/

/** The cell that is all of a row; null where the row has several. */
function onlyCell(grid: Grid, row: number): Cell | null {
  const [only, ...others] = grid.covering(row)
  return only !== undefined && others.length === 0 ? only : null
}

function rowsOf(grid: Grid, rows: readonly number[]): Table {
  const [first = 0] = rows
  const cells = rows.flatMap(row => grid.startingIn(row)).map(cell => ({ ...cell, row: cell.row - first }))
  return { kind: 'table', cells }
}

type Growing = Omit<Section, 'blocks' | 'end'> & { readonly blocks: Block[]; end: number }

function sectionsOf(strips: readonly Strip[]): Section[] {
  const sections: Growing[] = [{ heading: null, line: null, parent: null, blocks: [], isInCell: false, end: 1 }]
  const places = nest(strips)
  for (const [index, strip] of strips.entries()) {
    const place = places[index] ?? 0
    if (strip.kind === 'blocks') sections[place]?.blocks.push(strip.block)
    else {
      const { heading, line, depth } = strip
      const parent = place === 0 ? null : place
      const blocks: Block[] = heading.tail === '' ? [] : [{ kind: 'paragraph', text: heading.tail }]
      sections.push({ heading, line, parent, blocks, isInCell: depth > 0, end: sections.length + 1 })
    }
  }
  for (const { parent, end } of sections.toReversed()) {
    const over = sections[parent ?? -1]
    if (over !== undefined) over.end = Math.max(over.end, end)
  }
  return sections
}

/** The sections within a section, at any depth, in reading order: they stand behind it, one after another. */
export const within = ({ sections }: Outline, at: number): number[] =>
  Array.from({ length: (sections[at]?.end ?? 0) - at - 1 }, (_, index) => at + 1 + index)

/** All that stands in a section, the headings and texts of those within it too, but for those left out. */
export function allOf({ sections }: Outline, at: number, without: ReadonlySet<number> = new Set()): Block[] {
  const all = [...(sections[at]?.blocks ?? [])]
  const end = sections[at]?.end ?? 0
  for (let index = at + 1; index < end; ) {
    const section = sections[index]
    if (section === undefined) break
    if (!without.has(index)) all.push(...blocksWithHeading(section))
    index = without.has(index) ? section.end : index + 1
  }
  return all
}

const blocksWithHeading = ({ line, heading, blocks }: Section): readonly Block[] =>
  line === null ? blocks : [line, ...(heading?.tail === '' ? blocks : blocks.slice(1))]
