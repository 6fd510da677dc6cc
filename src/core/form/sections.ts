import {
  type Block,
  type Cell,
  type DocumentContent,
  type Paragraph,
  plainText,
  type Table,
} from '../document/document.ts'
import type { SectionId } from './description.ts'
import type { FormLabels } from './form-labels.ts'
import { cellText, type Grid, gridOf } from './grid.ts'
import { type Heading, readHeading } from './heading.ts'
import { tableHead } from './table-head.ts'

/** A form cut at its headings. `cover`: what stands before the first one. */
export type Sections = {
  readonly cover: readonly Block[]
  /** Sections that were found, each with what stands under its heading; an empty list where nothing does. */
  readonly found: ReadonlyMap<SectionId, readonly Block[]>
}

/** Cuts a form at its headings: paragraphs, rows that hold a heading alone, and cells that label those right of them. */
export function readSections({ blocks }: DocumentContent, labels: FormLabels): Sections {
  const reader = new SectionReader(labels)
  reader.readAll(blocks)
  return { cover: reader.cover, found: reader.found }
}

/** Headings within instructions are spoken of, not begun, unless they bear a number of the highest rank. */
const LOWEST = 9

class SectionReader {
  readonly cover: Block[] = []
  readonly found = new Map<SectionId, Block[]>()
  readonly #labels: FormLabels
  #current: SectionId | null = null
  #rank = LOWEST
  #rows: { readonly grid: Grid | null; readonly table: Table | null } = { grid: null, table: null }

  constructor(labels: FormLabels) {
    this.#labels = labels
  }

  readAll(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') this.#readParagraph(block)
      else this.#readTable(block)
    }
  }

  #readParagraph(paragraph: Paragraph): void {
    const heading = readHeading(paragraph.text, this.#labels.sections)
    if (heading === null || !this.#begins(heading)) this.#add([paragraph])
    else {
      this.#open(heading.section, heading.rank)
      if (heading.tail !== '') this.#add([{ kind: 'paragraph', text: heading.tail }])
    }
  }

  #begins({ section, rank, tail }: Heading): boolean {
    if (rank > this.#rank) return false
    // 述职评议考核结果：好 is a line among the single values.
    if (tail !== '' && section === 'reviewGrades' && this.#isAmongValues()) return false
    if (tail !== '' && this.#current === 'instructions') return false
    return section === this.#current || this.#isEmpty(section)
  }

  /** Not begun yet, or only named so far: in a table of contents, or by a row that nobody filled. */
  #isEmpty(section: SectionId): boolean {
    return plainText(this.found.get(section) ?? []).trim() === ''
  }

  #isAmongValues(): boolean {
    return this.#current === null || this.#current === 'basics'
  }

  #readTable(table: Table): void {
    if (this.#current === 'instructions') this.#close()
    const grid = gridOf(table)
    for (let row = 0; row < grid.rows; ) row += this.#readRow(grid, row)
  }

  /** Reads a row, or as many as its label spans; answers how many. */
  #readRow(grid: Grid, row: number): number {
    const cells = grid.startingIn(row)
    const [first, second] = cells
    if (first === undefined) return 1
    const head = tableHead(cells, this.#labels)
    if (head !== null && this.#isAmongValues()) this.#open(head, LOWEST)
    const section = head === null ? this.#labels.sections.find(cellText(first)) : null
    if (section !== null && second !== undefined) return this.#readLabelled(grid, first, section)
    if (section !== null) this.#open(section, 0)
    else if (grid.covering(row).length === 1) this.readAll(first.blocks)
    else this.#addRow(cells, grid)
    return 1
  }

  /** A cell with a heading, left of what belongs to it. */
  #readLabelled(grid: Grid, label: Cell, section: SectionId): number {
    const span = Math.max(1, Math.min(label.rowSpan, grid.rows - label.row))
    const rows = Array.from({ length: span }, (_, index) => grid.startingIn(label.row + index))
    const cells = rows.flat().filter(cell => cell !== label)
    const [only] = cells
    this.#put(section, cells.length === 1 && only !== undefined ? only.blocks : [{ kind: 'table', cells }])
    return span
  }

  #open(section: SectionId, rank: number): void {
    this.#current = section
    this.#rank = rank
    if (!this.found.has(section)) this.found.set(section, [])
  }

  #close(): void {
    this.#current = null
    this.#rank = LOWEST
  }

  #put(section: SectionId, blocks: readonly Block[]): void {
    const before = this.found.get(section)
    if (before === undefined) this.found.set(section, [...blocks])
    else before.push(...blocks)
  }

  #add(blocks: readonly Block[]): void {
    if (this.#current === null) this.cover.push(...blocks)
    else this.#put(this.#current, blocks)
  }

  /** Rows of one table that follow one another stay one table. */
  #addRow(cells: readonly Cell[], grid: Grid): void {
    const blocks = this.#current === null ? this.cover : (this.found.get(this.#current) ?? [])
    const last = blocks.at(-1)
    if (last?.kind === 'table' && last === this.#rows.table && grid === this.#rows.grid) blocks.pop()
    const before = last?.kind === 'table' && blocks.at(-1) !== last ? last.cells : []
    const table: Table = { kind: 'table', cells: [...before, ...cells] }
    this.#rows = { grid, table }
    this.#add([table])
  }
}
