import { describe, expect, it } from 'vitest'
import type { Look } from '../../src/core/document/document.ts'
import { readPdf } from '../../src/documents/pdf/pdf.ts'
import { drawPdf, type TextStyle } from './draw-pdf.ts'

const BODY = '支部坚持“三会一课”制度，每月组织集中学习不少于两次，全体党员参加。'

const lookOf = async (text: string, x: number, style: TextStyle): Promise<Look | undefined> => {
  const { blocks } = await readPdf(
    drawPdf([
      {
        texts: [
          [x, 80, text, style],
          [72, 110, BODY],
          [72, 140, BODY],
        ],
      },
    ]),
  )
  return blocks[0]?.kind === 'paragraph' ? blocks[0].look : undefined
}

describe('a paragraph of a PDF', () => {
  it('has the size of its letters', async () => {
    expect(await lookOf('申报书', 72, {})).toEqual({ size: 10.5 })
    expect(await lookOf('申报书', 72, { size: 22 })).toEqual({ size: 22 })
  })

  it.each([
    ['whose font is', { font: 'F4' }],
    ['whose letters are filled and stroked', { before: '2 Tr' }],
  ] as const)('%s bold is bold', async (_, style) => {
    expect(await lookOf('一、基本信息', 72, style)).toEqual({ size: 10.5, bold: true })
  })

  it.each([
    ['a little beside itself', 72.3],
    ['once filled, once stroked', 72],
  ])('drawn twice, %s, stands there once and is bold', async (_, second) => {
    const texts = [
      [72, 80, '一、基本信息'],
      [second, 80, '一、基本信息', { before: '1 Tr' }],
      [72, 110, BODY],
    ] as const
    const { blocks } = await readPdf(drawPdf([{ texts }]))
    expect(blocks).toMatchObject([{ text: '一、基本信息', look: { bold: true } }, { text: BODY }])
    expect(blocks[1]).not.toMatchObject({ look: { bold: true } })
  })

  it('drawn twice stands there once, however narrow its letters are and often they come again', async () => {
    const letters = Array.from('202222', (letter, index) => [72 + 4.5 * index, letter] as const)
    const textOf = async (shifts: readonly number[]) => {
      const texts = shifts.flatMap(shift => letters.map(([x, letter]) => [x + shift, 80, letter] as const))
      const { blocks } = await readPdf(drawPdf([{ texts: [...texts, [72, 110, BODY]] }]))
      return blocks[0]?.kind === 'paragraph' ? blocks[0].text : null
    }
    expect(await textOf([0, 0.3])).toBe(await textOf([0]))
  })

  it('drawn twice letter by letter stands there once', async () => {
    const letters = Array.from('党党支部', (letter, index) => [72 + 10.5 * index, letter] as const)
    const texts = letters.flatMap(([x, letter]) => [[x, 80, letter] as const, [x + 0.4, 80, letter] as const])
    const { blocks } = await readPdf(drawPdf([{ texts: [...texts, [72, 110, BODY]] }]))
    expect(blocks[0]).toMatchObject({ text: '党党支部', look: { bold: true } })
  })

  it('is centred where it leaves as much room on one side as on the other', async () => {
    expect(await lookOf('党建工作样板支部申报书', 297.5 - 5.5 * 16, { size: 16 })).toEqual({ size: 16, centred: true })
    expect(await lookOf('党建工作样板支部申报书', 200, { size: 16 })).toEqual({ size: 16 })
  })
})
