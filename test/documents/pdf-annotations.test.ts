import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/core/document/document.ts'
import { readPdf } from '../../src/documents/pdf/pdf.ts'
import { type Drawing, drawPdf, hexOf, ruled } from './draw-pdf.ts'
import { rowsOf } from './rows-of.ts'

const FORM = ruled({
  edges: [72, 172, 297, 397, 523],
  top: 100,
  rows: [
    ['党支部名称', '', '支部类型', ''],
    ['支部书记姓名', '', '职称', ''],
    ['所属基层党委', '', '党员人数', ''],
  ],
})

const text = (value: string): string => `<feff${hexOf(value)}>`

/** Within the cell of a row and a column of the form. */
const rect = (row: number, column: 1 | 3): string => {
  const [left, bottom] = [column === 1 ? 176 : 401, 842 - 100 - 20 * row - 18]
  return `/Rect [${left} ${bottom} ${left + 110} ${bottom + 15}]`
}

const read = async (drawing: Drawing): Promise<Block[]> => [
  ...(await readPdf(drawPdf([{ ...FORM, ...drawing }]))).blocks,
]

const ON_OFF = '/AP << /N << /Yes 3 0 R /Off 3 0 R >> >>'

describe('an answer in an annotation of a PDF', () => {
  it.each([
    [
      'typed over the page',
      `/Subtype /FreeText ${rect(0, 1)} /Contents ${text('金属材料教工党支部')} /DA (/F1 10 Tf 0 g)`,
    ],
    ['typed into a field', `/Subtype /Widget /FT /Tx /T (name) ${rect(0, 1)} /V ${text('金属材料教工党支部')}`],
    [
      'chosen from a combo box',
      `/Subtype /Widget /FT /Ch /Ff 131072 /T (name) ${rect(0, 1)} /V (a) /Opt [[(a) ${text('金属材料教工党支部')}] [(b) (B)]]`,
    ],
    [
      'chosen from a list',
      `/Subtype /Widget /FT /Ch /T (name) ${rect(0, 1)} /V [${text('金属材料教工党支部')}] /Opt [${text('金属材料教工党支部')} (B)]`,
    ],
  ])('that was %s stands in its cell', async (_, annotation) => {
    const [found] = await read({ annotations: [annotation] })
    expect(rowsOf(found)[0]).toEqual(['党支部名称', '金属材料教工党支部', '支部类型', ''])
  })

  it('of several lines is read line by line', async () => {
    const wide = ruled({
      edges: [72, 172, 523],
      top: 100,
      rows: [
        ['主要事迹', '\n\n\n'],
        ['支部书记姓名', '沈望舒，教授，金属材料教工党支部书记'],
      ],
    })
    const widget = `/Subtype /Widget /FT /Tx /Ff 4096 /T (deeds) /Rect [176 682 520 740] /V ${text('第一句话。\r第二句话。')}`
    const [found] = await read({ ...wide, annotations: [widget] })
    expect(rowsOf(found)[0]).toEqual(['主要事迹', '第一句话。\n第二句话。'])
  })

  it('to tick says whether it is ticked, as a check box or one of several radio buttons', async () => {
    const box = (x: number, value: string) =>
      `/Subtype /Widget /FT /Btn /T (t${x}) /V /${value} /AS /${value} ${ON_OFF} /Rect [${x} 726 ${x + 10} 736]`
    const radio = (x: number, own: string) =>
      `/Subtype /Widget /FT /Btn /Ff 32768 /T (post) /V /professor /AP << /N << /${own} 3 0 R /Off 3 0 R >> >> /Rect [${x} 706 ${x + 10} 716]`
    const texts = [
      ...FORM.texts,
      [412, 114, '教师'],
      [452, 114, '学生'],
      [412, 134, '教授'],
      [452, 134, '讲师'],
    ] as const
    const annotations = [box(401, 'Yes'), box(441, 'Off'), radio(401, 'professor'), radio(441, 'lecturer')]
    const [found] = await read({ texts, annotations })
    expect(
      rowsOf(found)
        .slice(0, 2)
        .map(row => row[3]),
    ).toEqual(['☑教师 □学生', '☑教授 □讲师'])
  })

  it('that was drawn by hand, or stamped, leaves a mark', async () => {
    const [found] = await read({
      annotations: [
        `/Subtype /Ink ${rect(1, 1)} /InkList [[180 710 200 715]]`,
        `/Subtype /Stamp ${rect(1, 3)} /Name /Approved`,
      ],
    })
    expect(rowsOf(found)[1]).toEqual(['支部书记姓名', '〔图片〕', '职称', '〔图片〕'])
  })

  it('is read once where its field was printed into the page, too', async () => {
    const [found] = await read({
      texts: [...FORM.texts, [180, 114, '金属材料教工党支部']],
      annotations: [`/Subtype /Widget /FT /Tx /T (name) ${rect(0, 1)} /V ${text('金属材料教工党支部')}`],
    })
    expect(rowsOf(found)[0]).toEqual(['党支部名称', '金属材料教工党支部', '支部类型', ''])
  })

  it('that nobody sees is none, and neither is a note', async () => {
    const [found] = await read({
      annotations: [
        `/Subtype /FreeText /F 2 ${rect(0, 1)} /Contents ${text('旧支部')}`,
        `/Subtype /Text ${rect(1, 1)} /Contents ${text('请核对')}`,
        `/Subtype /Highlight ${rect(2, 1)} /Contents ${text('请核对')}`,
      ],
    })
    expect(rowsOf(found).map(row => row[1])).toEqual(['', '', ''])
  })
})
