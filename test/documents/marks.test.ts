import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/core/document/document.ts'
import { createBudget } from '../../src/documents/budget.ts'
import { readDoc } from '../../src/documents/doc/doc.ts'
import { readDocx } from '../../src/documents/docx/docx.ts'
import { withoutLooks } from '../support/blocks.ts'
import { type DocRun, makeDoc } from './make-doc.ts'
import { makeDocx, makeDocxOf, paragraph, run } from './make-docx.ts'
import { drawingsPart, shapesPart } from './make-shapes.ts'

const MiB = 1024 ** 2
const LIMITS = { inflatedBytes: 100 * MiB, xmlBytes: 4 * MiB, documentBytes: 50 * MiB }
const FIRST = '党支部名称：金属材料教工党支部'

const textsOf = (blocks: readonly Block[]): string[] =>
  withoutLooks(blocks).flatMap(block =>
    block.kind === 'paragraph' ? [block.text] : block.cells.map(cell => textsOf(cell.blocks).join('|')),
  )

const docx = async (body: string): Promise<string[]> => {
  const means = { budget: createBudget(LIMITS.inflatedBytes), limits: LIMITS }
  return textsOf((await readDocx(makeDocx(paragraph(run(FIRST)) + body), means)).blocks).slice(1)
}

const drawing = (uri: string, inside: string, around = 'inline', properties = '') =>
  `<w:r><w:drawing><wp:${around}><wp:docPr id="1" name="n" ${properties}/><a:graphic><a:graphicData uri="${uri}">${inside}</a:graphicData></a:graphic></wp:${around}></w:drawing></w:r>`
const OFFICE = 'http://schemas.openxmlformats.org/drawingml/2006'
const picture = (around = 'inline', properties = '') =>
  drawing(
    `${OFFICE}/picture`,
    `<pic:pic xmlns:pic="${OFFICE}/picture"><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></pic:pic>`,
    around,
    properties,
  )
const shape = (style: string, inside: string, id = 's') =>
  `<w:r><w:pict><v:shape id="${id}" style="${style}">${inside}</v:shape></w:pict></w:r>`
const object = (program: string) =>
  `<w:r><w:object><v:shape id="o"><v:imagedata r:id="r2"/></v:shape><o:OLEObject Type="Embed" ProgID="${program}" r:id="r3"/></w:object></w:r>`
const math = (inside: string) => `<m:oMath>${inside}</m:oMath>`
const letters = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
const field = (instruction: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('what is no text leaves its mark in a docx', () => {
  it.each([
    ['a picture', picture(), '〔图片〕'],
    ['a picture in VML', shape('width:10pt', '<v:imagedata r:id="r1"/>'), '〔图片〕'],
    [
      'a shape filled with a picture',
      drawing('wps', '<wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="r1"/></a:blipFill></wps:spPr></wps:wsp>'),
      '〔图片〕',
    ],
    ['ink', drawing('ink', '<w14:contentPart r:id="r1"/>'), '〔图片〕'],
    ['a chart', drawing(`${OFFICE}/chart`, `<c:chart xmlns:c="${OFFICE}/chart" r:id="r1"/>`), '〔图表〕'],
    [
      'a chart of a newer kind',
      drawing('chartex', '<cx:chart xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" r:id="r1"/>'),
      '〔图表〕',
    ],
    ['SmartArt', drawing(`${OFFICE}/diagram`, `<dgm:relIds xmlns:dgm="${OFFICE}/diagram" r:dm="r1"/>`), '〔图表〕'],
    ['an embedded sheet', object('Excel.Sheet.12'), '〔嵌入对象〕'],
    ['an embedded document', object('Word.Document.12'), '〔嵌入对象〕'],
    ['an embedded chart', object('MSGraph.Chart.8'), '〔图表〕'],
    ['an equation of an older editor', object('Equation.DSMT4'), '〔公式〕'],
    [
      'an ActiveX control',
      '<w:r><w:object><v:shape><v:imagedata r:id="r1"/></v:shape><w:control w:name="c" r:id="r2"/></w:object></w:r>',
      '〔嵌入对象〕',
    ],
    ['a part of another document', '<w:r><w:subDoc r:id="r1"/></w:r>', '〔嵌入对象〕'],
    ['a long equation', math(letters('x+'.repeat(30))), '〔公式〕'],
    ['a long equation field', field(`EQ \\f(${'1+'.repeat(40)},2)`), '〔公式〕'],
  ])('%s', async (_, inside, mark) => {
    expect(await docx(paragraph(run('主要荣誉：'), inside, run('完')))).toEqual([`主要荣誉：${mark}完`])
    expect(await docx(`<w:tbl><w:tr><w:tc>${paragraph(inside)}</w:tc></w:tr></w:tbl>`)).toEqual([mark])
  })

  it('a chunk of another format, between paragraphs and in cells', async () => {
    const chunk = '<w:altChunk r:id="r1"/>'
    expect(await docx(`${chunk}<w:tbl><w:tr><w:tc>${chunk}<w:p/></w:tc></w:tr></w:tbl>`)).toEqual([
      '〔嵌入对象〕',
      '〔嵌入对象〕',
    ])
  })

  it('what floats over a paragraph: behind it', async () => {
    const seal = picture('anchor')
    expect(await docx(paragraph(run('签字：'), seal, run('李明')) + paragraph(seal))).toEqual([
      '签字：李明',
      '〔图片〕',
      '〔图片〕',
    ])
    expect(await docx(paragraph(run('签字：'), shape('position:absolute', '<v:imagedata r:id="r1"/>')))).toEqual([
      '签字：',
      '〔图片〕',
    ])
  })

  it.each([
    ['a short equation', math(letters('≥95%')), '≥95%'],
    ['a fraction', math(`<m:f><m:num>${letters('1')}</m:num><m:den>${letters('2')}</m:den></m:f>`), '1/2'],
    [
      'a root and a power',
      math(
        `<m:rad><m:deg/><m:e>${letters('2')}</m:e></m:rad><m:sSup><m:e>${letters('m')}</m:e><m:sup>${letters('2')}</m:sup></m:sSup>`,
      ),
      '√2m^2',
    ],
    ['brackets', math(`<m:d><m:e>${letters('a')}</m:e></m:d>`), '(a)'],
    ['an equation in a line of its own', `<m:oMathPara>${math(letters('n=3'))}</m:oMathPara>`, 'n=3'],
    ['a fraction as a field', field('EQ \\f(1,2)'), '1/2'],
    ['a box around a tick', field('EQ \\x(√)'), '☑'],
    ['a raised letter', field('EQ m\\s\\up8(2)'), 'm2'],
    ['a root as a field', field('eq \\r(3,x)'), '3√x'],
  ])('%s is text', async (_, inside, text) => {
    expect(await docx(paragraph(run('指标'), inside))).toEqual([`指标${text}`])
  })

  it.each([
    ['a line', shape('position:absolute', '')],
    ['a hidden picture', picture('inline', 'hidden="1"')],
    ['a picture in hidden text', picture().replace('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>')],
    ['a watermark', shape('position:absolute', '<v:textpath string="样张"/>', 'PowerPlusWaterMarkObject3')],
    ['a picture as watermark', shape('position:absolute', '<v:imagedata r:id="r1"/>', 'WordPictureWatermark9')],
  ])('%s leaves none', async (_, inside) => {
    expect(await docx(paragraph(run('正文'), inside))).toEqual(['正文'])
  })

  it('watermarks of headers are no text', async () => {
    const header = `<w:p>${shape('position:absolute', '<v:textpath string="样张水印"/>', 'PowerPlusWaterMarkObject1')}${run('页眉')}</w:p>`
    const bytes = makeDocxOf(paragraph(run(FIRST)), { header })
    const { blocks } = await readDocx(bytes, { budget: createBudget(LIMITS.inflatedBytes), limits: LIMITS })
    expect(textsOf(blocks)).toEqual([FIRST])
  })
})

const SPECIAL = [0x0855, [1]] as const
const OBJECT = [0x080a, [1]] as const
const doc = async (runs: readonly DocRun[], parts = {}): Promise<string[]> =>
  textsOf((await readDoc(makeDoc([{ text: `${FIRST}\r` }, ...runs, { text: '\r' }], { parts }))).blocks).slice(1)

describe('what is no text leaves its mark in a doc', () => {
  const embedded = (program: string): DocRun[] => [
    { text: `前\x13 EMBED ${program} \x14` },
    { text: '\x01', properties: [SPECIAL, OBJECT] },
    { text: '\x15后' },
  ]
  it.each<readonly [string, DocRun[], string]>([
    ['a picture', [{ text: '前' }, { text: '\x01', properties: [SPECIAL] }, { text: '后' }], '〔图片〕'],
    [
      'an object without a field',
      [{ text: '前' }, { text: '\x01', properties: [SPECIAL, OBJECT] }, { text: '后' }],
      '〔嵌入对象〕',
    ],
    ['an embedded sheet', embedded('Excel.Sheet.8'), '〔嵌入对象〕'],
    ['a chart', embedded('MSGraph.Chart.8'), '〔图表〕'],
    ['an equation', embedded('Equation.3'), '〔公式〕'],
    [
      'a control',
      [{ text: '前\x13 CONTROL Forms.CheckBox.1 \x14' }, { text: '\x01', properties: [SPECIAL] }, { text: '\x15后' }],
      '〔嵌入对象〕',
    ],
  ])('%s', async (_, runs, mark) => {
    expect(await doc(runs)).toEqual([`前${mark}后`])
  })

  it('what floats over a paragraph, where it is a picture or an object', async () => {
    const anchored = (text: string): DocRun[] => [{ text }, { text: '\x08', properties: [SPECIAL] }, { text: '后\r' }]
    const runs = ['图', '框', '线'].flatMap(anchored)
    const [first = 0, second = 0, third = 0] = ['图', '框', '线'].map(
      one => `${FIRST}\r${runs.map(({ text }) => text).join('')}`.indexOf(one) + 1,
    )
    const parts = {
      40: shapesPart([
        [first, 1025],
        [second, 1026],
        [third, 1027],
      ]),
      50: drawingsPart([{ id: 1025, picture: 1 }, { id: 1026 }, { id: 1027, isObject: true }]),
    }
    expect(await doc(runs, parts)).toEqual(['图后', '〔图片〕', '框后', '线后', '〔嵌入对象〕'])
  })

  it('none where the picture is hidden, or stands for a text box', async () => {
    expect(await doc([{ text: '前' }, { text: '\x01', properties: [SPECIAL, [0x083c, [1]]] }, { text: '后' }])).toEqual(
      ['前后'],
    )
    expect(
      await doc([{ text: '前\x13 SHAPE \x14' }, { text: '\x01', properties: [SPECIAL] }, { text: '\x15后' }]),
    ).toEqual(['前后'])
  })
})
