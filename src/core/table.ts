import { displayWidth, fitTo, padTo } from './text-width.ts'

/** A table for a terminal, aligned where Chinese characters take two columns; `widest` bounds each column. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], widest: number): string {
  const all = [head, ...rows].map(row => row.map(cell => fitTo(cell.replace(/\s+/g, ' '), widest)))
  const widths = head.map((_, column) => Math.max(...all.map(row => displayWidth(row[column] ?? ''))))
  return all
    .map(
      row =>
        `${row
          .map((cell, column) => padTo(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
