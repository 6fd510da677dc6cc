import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { decodePicture, turned } from '../../../src/documents/recognition/picture.ts'
import { skewOf } from '../../../src/documents/recognition/skew.ts'
import { straightened } from '../../../src/documents/recognition/straighten.ts'

const SIDE = 800

type Page = { readonly turn?: number; readonly desk?: boolean; readonly isEmpty?: boolean }

/** A sheet of lines of short strokes, as text is, without a ruled line; on a dark desk or on none. */
function page({ turn = 0, desk = false, isEmpty = false }: Page) {
  const canvas = createCanvas(SIDE, SIDE)
  const context = canvas.getContext('2d')
  context.fillStyle = desk ? '#443322' : 'white'
  context.fillRect(0, 0, SIDE, SIDE)
  context.translate(SIDE / 2, SIDE / 2)
  context.rotate((turn * Math.PI) / 180)
  context.fillStyle = 'white'
  context.fillRect(-340, -360, 680, 720)
  context.fillStyle = 'black'
  for (let line = 0; line < 20 && !isEmpty; line++)
    for (let mark = 0; mark < 30 - (line % 7) * 3; mark++) {
      const [x, y] = [-280 + mark * 19, -300 + line * 31]
      context.fillRect(x, y + ((mark * 5) % 4), 13, 2)
      context.fillRect(x + ((mark * 7) % 9), y, 2, 14)
    }
  return decodePicture(canvas.toBuffer('image/png'), SIDE)
}

describe('how much a page is turned', () => {
  it.each([-9, -4.5, -1, 0, 0.6, 2, 7])('its lines of text tell, without a ruled line: %s degrees', async turn => {
    expect(skewOf(await page({ turn }))).toBeCloseTo(turn, 0)
    expect(Math.abs(skewOf(straightened(await page({ turn }))))).toBeLessThan(0.35)
  })

  it('is told of a page on its side as well, and of one on a dark desk', async () => {
    expect(skewOf(turned(await page({ turn: 3 }), 1))).toBeCloseTo(3, 0)
    expect(skewOf(await page({ turn: -3, desk: true }))).toBeCloseTo(-3, 0)
  })

  it('is nothing where nothing stands on it, and such a page stays as it is', async () => {
    const empty = await page({ turn: 3, isEmpty: true })
    expect(skewOf(empty)).toBe(0)
    expect(straightened(empty)).toBe(empty)
  })
})
