import { describe, expect, it } from 'vitest'
import { readPdf } from '../../src/documents/pdf/pdf.ts'
import { type Drawing, drawPdf, paint, ruled, show } from './draw-pdf.ts'
import { linesOf, rowsOf } from './rows-of.ts'

const FORM = ruled({
  edges: [72, 172, 523],
  top: 100,
  rows: [
    ['党支部名称', '金属材料教工党支部'],
    ['主要事迹', '支部坚持“三会一课”制度，每月学习。'],
    ['联系电话', ''],
  ],
})

const ROWS = [
  ['党支部名称', '金属材料教工党支部'],
  ['主要事迹', '支部坚持“三会一课”制度，每月学习。'],
  ['联系电话', ''],
]

const read = (drawing: Drawing) => readPdf(drawPdf([{ ...FORM, ...drawing }]))

describe('what nobody sees on a page of a PDF is no answer:', () => {
  it.each([
    ['a watermark across the page', show(120, 170, '机械工程学院内部资料', { size: 28, turned: 45 })],
    ['a watermark across the page, as small as the text', show(180, 154, '内部资料', { turned: 30 })],
    ['a large faint one that lies flat', show(180, 155, '内部资料', { size: 40, before: '0.8 g' })],
    ['a large one that is half seen through', show(180, 155, '内部资料', { size: 40, before: '/Faint gs' })],
    ['letters without ink', show(180, 154, '13900000000', { before: '3 Tr' })],
    ['white letters', show(180, 154, '13900000000', { before: '1 g' })],
    ['letters too small to read', show(180, 154, '13900000000', { size: 1 })],
    ['letters beside the page', show(-200, 154, '13900000000')],
    ['letters that something covers', `${show(180, 154, '13900000000')} 1 g 175 684 200 14 re f`],
    ['a layer that is switched off', `/OC /Off BDC ${show(180, 154, '13900000000')} EMC`],
  ])('%s', async (_, operators) => {
    const { blocks, lacks } = await read({ operators: [operators] })
    expect(linesOf(blocks)).toEqual(['⟦⟧'])
    expect(rowsOf(blocks[0])).toEqual(ROWS)
    expect(lacks).toBeUndefined()
  })

  it.each([
    ['white letters on a dark ground', `0.2 g 175 684 200 14 re f ${show(180, 154, '13900000000', { before: '1 g' })}`],
    ['grey letters', show(180, 154, '13900000000', { before: '0.6 g' })],
    ['letters whose outline is drawn', show(180, 154, '13900000000', { before: '1 Tr 1 g 0 G' })],
    ['letters on a ground that was painted before', `0.9 g 175 684 200 14 re f ${show(180, 154, '13900000000')}`],
  ])('but %s are', async (_, operators) => {
    const { blocks } = await read({ operators: [operators] })
    expect(rowsOf(blocks[0])[2]).toEqual(['联系电话', '13900000000'])
  })

  it('letters that were recognised on a scan, which is a scan for all that', async () => {
    const page = (covered: string) => drawPdf([{ operators: [paint(0, 0, { wide: 595, high: 842 }), covered] }])
    const text = '支部坚持“三会一课”制度，每月学习，以上为识别文字，不是输入文字'
    await expect(readPdf(page(show(72, 100, text, { before: '3 Tr' })))).rejects.toMatchObject({ why: 'scanned' })
    const under = drawPdf([{ texts: [[72, 100, text]], operators: [paint(0, 0, { wide: 595, high: 842 })] }])
    await expect(readPdf(under)).rejects.toMatchObject({ why: 'scanned' })
  })
})
