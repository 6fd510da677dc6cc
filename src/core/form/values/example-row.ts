import type { Cell } from '../../document/document.ts'
import { cellLine } from '../outline/grid.ts'

/** A row that the template prints to show how it is filled in. */
export const isExample = (cells: readonly Cell[]): boolean =>
  cells.some(cell => /^[(（【]?(?:示例|样例|例)[)）】]?[:：]?$/.test(cellLine(cell)))
