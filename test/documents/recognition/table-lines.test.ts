import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/documents/recognition/picture.ts'
import { tableLines } from '../../../src/documents/recognition/table-lines.ts'

const SIDE = 600

/** A table of three rows and two columns, its lines two pixels thick; what stands at the middle side of its second row is given. */
function table(side: (y: number) => number): Picture {
  const grey = new Uint8Array(SIDE * SIDE).fill(250)
  const ink = (x: number, y: number, value = 20) => grey.fill(value, y * SIDE + x, y * SIDE + x + 2)
  for (const y of [100, 200, 300, 400]) for (let x = 100; x < 500; x++) for (const row of [y, y + 1]) ink(x, row)
  for (const x of [100, 300, 498])
    for (let y = 100; y < 402; y++) ink(x, y, x === 300 && y > 201 && y < 300 ? side(y) : 20)
  return { width: SIDE, height: SIDE, grey }
}

/** Whether a line runs down the side of the second row, and how many begin above it. */
function middle(picture: Picture) {
  const lines = tableLines(picture).vertical.filter(({ from }) => Math.abs(from.x - 300) < 4)
  return { found: lines.some(({ from, to }) => from.y < 206 && to.y > 296), lines: lines.length }
}

describe('the side of a cell in a photo', () => {
  it('is found where it is too faint for a line by itself', () => {
    expect(middle(table(() => 200)).found).toBe(true)
  })

  it('is found where it is broken', () => {
    expect(middle(table(y => (y % 50 < 4 ? 250 : 60))).found).toBe(true)
  })

  it('is none where only characters stand', () => {
    expect(middle(table(y => (y % 30 < 18 ? 20 : 250))).found).toBe(false)
  })

  it('is none where strokes branch off, as from the middle of a character', () => {
    const { grey, ...size } = table(y => (y % 50 < 4 ? 250 : 60))
    for (let y = 206; y < 296; y += 4) grey.fill(20, y * SIDE + 285, y * SIDE + 317)
    expect(middle({ ...size, grey }).found).toBe(false)
  })

  it('is not found twice', () => {
    expect(middle(table(() => 20))).toEqual({ found: true, lines: 1 })
  })
})
