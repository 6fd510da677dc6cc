import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/documents/recognition/picture.ts'
import { tableLines } from '../../../src/documents/recognition/table-lines.ts'

const SIDE = 600

/** A table of three rows and two columns, its lines two pixels thick; what stands at the middle side of its second row is given. */
function table(middle: (y: number) => number): Picture {
  const grey = new Uint8Array(SIDE * SIDE).fill(250)
  const ink = (x: number, y: number, value = 20) => grey.fill(value, y * SIDE + x, y * SIDE + x + 2)
  for (const y of [100, 200, 300, 400]) for (let x = 100; x < 500; x++) for (const row of [y, y + 1]) ink(x, row)
  for (const x of [100, 300, 498])
    for (let y = 100; y < 402; y++) ink(x, y, x === 300 && y > 201 && y < 300 ? middle(y) : 20)
  return { width: SIDE, height: SIDE, grey }
}

const middleSides = (picture: Picture) =>
  tableLines(picture)
    .vertical.filter(({ from }) => Math.abs(from.x - 300) < 4)
    .map(({ from, to }) => [Math.round(from.y / 100), Math.round(to.y / 100)])
    .sort(([one = 0], [other = 0]) => one - other)

describe('the side of a cell in a photo', () => {
  it('is found where it is too faint for a line by itself', () => {
    expect(middleSides(table(() => 200))).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ])
  })

  it('is found where it is broken', () => {
    expect(middleSides(table(y => (y % 32 < 4 ? 250 : 60)))).toContainEqual([2, 3])
  })

  it('is none where only characters stand', () => {
    expect(middleSides(table(y => (y % 30 < 18 ? 20 : 250)))).not.toContainEqual([2, 3])
  })

  it('is not found twice', () => {
    expect(middleSides(table(() => 20))).toEqual([[1, 4]])
  })
})
