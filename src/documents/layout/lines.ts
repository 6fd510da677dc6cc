import type { Box, Word } from './page.ts'

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

/** Gaps in a line, in heights of its font: wider ones are a space, still wider ones part columns. */
const SPACE = 0.25
const COLUMN = 1.6
/** How much of a line may be free at its end when the next word did not fit. */
const REST = 2.1

/** Pieces of text within an area, put together to lines from top to bottom. */
export const linesIn = (pieces: readonly Word[], area: Area): Line[] => rowsOf(pieces).map(row => lineOf(row, area))

/** Pieces on one baseline, but for what is set a little higher or lower. */
function rowsOf(pieces: readonly Word[]): Word[][] {
  const rows: Word[][] = []
  for (const piece of [...pieces].sort((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1)
    const [first] = row ?? []
    const reach = Math.max(first?.size ?? 0, piece.size) / 2
    if (row === undefined || first === undefined || piece.baseline - first.baseline > reach) rows.push([piece])
    else row.push(piece)
  }
  return rows.map(row => row.sort((one, other) => one.left - other.left))
}

function lineOf(row: readonly Word[], area: Area): Line {
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
  const left = first?.left ?? 0
  return {
    ...{ kind: 'line', text, left, baseline: first?.baseline ?? 0, size },
    isFull: !text.includes('\t') && right >= edge - REST * size,
    isBold: row.every(({ isBold }) => isBold === true),
    isCentred: isCentred({ left: left - area.left, right: edge - right }, size),
  }
}

/** Room left on both sides, and as much on one as on the other. */
const isCentred = ({ left, right }: { readonly left: number; readonly right: number }, size: number): boolean =>
  Math.min(left, right) > size && Math.abs(left - right) < size

/** Within a cell a wide gap is only a space: cells have no columns. */
const gapText = (gap: number, isCell: boolean): string => {
  if (gap < SPACE) return ''
  return gap > COLUMN && !isCell ? '\t' : ' '
}
