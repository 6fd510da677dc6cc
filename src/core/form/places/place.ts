import type { Block, Cell, Table } from '../../document/document.ts'
import { textWithin } from '../outline/grid.ts'

/** Where an answer may stand, with the label that it stands beside. */
export type Place = {
  /** As written; '' where nothing labels it. */
  readonly label: string
  /** Labels of the rows and the section around it, the nearest first. */
  readonly groups: readonly string[]
  readonly blocks: readonly Block[]
  /** `row`: right of its label; `column`: under it; `list`: rows under column labels; `line`: behind or under its colon. */
  readonly from: 'row' | 'column' | 'list' | 'line' | 'near' | 'loose'
  /** Cells or paragraphs that it takes, its label's too: whoever owns it owns them. */
  readonly takes: readonly object[]
  /** The table that it stands in, the outermost; lines have none. */
  readonly table?: Block
}

export const textAt = ({ blocks }: Pick<Place, 'blocks'>): string => textWithin(blocks)

/** Cells as a table of their own, counted from its first row and column; who owns a cell's blocks owns them under any count. */
export function tableOf(cells: readonly Cell[]): Table {
  const row = Math.min(...cells.map(cell => cell.row))
  const column = Math.min(...cells.map(cell => cell.column))
  return { kind: 'table', cells: cells.map(cell => ({ ...cell, row: cell.row - row, column: cell.column - column })) }
}
