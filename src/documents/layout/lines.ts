import { COLUMN_GAP } from './chunks.ts'
import { besideLines, isDown, joinColumns } from './down.ts'
import type { Box, Word } from './page.ts'
import { rowsOf } from './rows.ts'

/** A line of text, with what tells whether the next one goes on with it. */
export type Line = {
  readonly kind: 'line'
  readonly text: string
  readonly left: number
  readonly baseline: number
  readonly size: number
  /** It reaches the right edge of its column, so that it was broken there and not ended. */
  readonly isFull: boolean
  /** All of it is bold. */
  readonly isBold: boolean
  /** It lies in the middle of its column, with room on both sides. */
  readonly isCentred: boolean
}

/** Where lines lie: in a cell, or on the page within its margins. */
export type Area = Box & { readonly isCell: boolean }

/** Wider gaps in a line (in heights of its font) are a space. */
const SPACE = 0.25
/** How much of a line may be free at its end when the next word did not fit. */
const REST = 2.1

/** Words within an area, put together to lines from top to bottom. */
export const linesIn = (words: readonly Word[], area: Area): Line[] =>
  rowsOf(uprightIn(words, area)).map(row => lineOf(row, area))

/** What goes down the page among the lines that it stands beside; in a cell it is a line of its own. */
export function uprightIn(words: readonly Word[], { isCell }: Area): Word[] {
  const down = words.filter(isDown)
  if (down.length === 0) return [...words]
  const across = words.filter(word => !isDown(word))
  return [...besideLines(joinColumns(down), isCell ? [] : across), ...across]
}

export function lineOf(row: readonly Word[], area: Area): Line {
  const { right: edge, isCell } = area
  const size = Math.max(...row.map(piece => piece.size))
  const right = Math.max(...row.map(piece => piece.right))
  const text = row.reduce((before, piece, index) => {
    const previous = row[index - 1]
    return previous === undefined
      ? piece.text
      : before + gapText((piece.left - previous.right) / size, isCell) + piece.text
  }, '')
  const [first] = row
  const begin = first?.left ?? 0
  // In the middle of a cell each line begins elsewhere: there a line goes on with the one over it from the cell's own edge.
  const isMiddle = isCell && Math.abs(begin - area.left - (edge - right)) < size
  const left = isMiddle ? area.left : begin
  return {
    kind: 'line',
    text,
    left,
    baseline: first?.baseline ?? 0,
    size,
    isFull: !text.includes('\t') && right >= edge - REST * size,
    isBold: row.every(({ isBold }) => isBold === true),
    isCentred: isCentred({ left: begin - area.left, right: edge - right }, size),
  }
}

/** Room left on both sides, and as much on one as on the other. */
const isCentred = ({ left, right }: { readonly left: number; readonly right: number }, size: number): boolean =>
  Math.min(left, right) > size && Math.abs(left - right) < size

/** Within a cell a wide gap is only a space: cells have no columns. */
const gapText = (gap: number, isCell: boolean): string => {
  if (gap < SPACE) return ''
  return gap > COLUMN_GAP && !isCell ? '\t' : ' '
}
