import { displayWidth, fitTo, padTo } from './text-width.ts'

/** A table for a terminal, aligned where Chinese characters take two columns; `widest` bounds each column. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], widest: number): string {
  const all = [head, ...rows].map(row => row.map(cell => fitTo(onOneLine(cell), widest)))
  const widths = head.map((_, column) => all.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), 0))
  const line = (row: readonly string[]) => row.map((cell, column) => padTo(cell, widths[column] ?? 0)).join('  ')
  return all.map(row => `${line(row).trimEnd()}\n`).join('')
}

const onOneLine = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, ' ')
