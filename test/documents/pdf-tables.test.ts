import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/core/document/document.ts'
import { readForm } from '../../src/core/form/read-form.ts'
import { readPdf } from '../../src/documents/pdf/pdf.ts'
import { shippedCall } from '../support/shipped-call.ts'
import { type Drawing, drawPdf, type PdfStyle, ruled } from './draw-pdf.ts'
import { rowsOf } from './rows-of.ts'

const EDGES = [72, 172, 297, 397, 523]
const ROWS = [
  ['党支部名称', '金属材料教工党支部', '党员人数', '18'],
  ['支部书记姓名', '吴海涛', '联系电话', '13800000033'],
]

const read = async (pages: readonly Drawing[], style: PdfStyle = {}): Promise<readonly Block[]> =>
  (await readPdf(drawPdf(pages, style))).blocks.map(withoutLook)

const withoutLook = (block: Block): Block =>
  block.kind === 'paragraph' ? { kind: 'paragraph', text: block.text } : block

const text = (value: string): Block => ({ kind: 'paragraph', text: value })

describe('a table in a PDF', () => {
  const table = ruled({ edges: EDGES, top: 100, rows: ROWS })

  it.each([
    ['as strokes', 'FangSong_GB2312', false],
    ['as thin areas', 'FZXBSJW--GB1-0', true],
  ])('is read where its lines are drawn %s, in the font %s', async (_, font, areLinesAreas) => {
    const [before, found, after] = await read(
      [{ ...table, texts: [[200, 80, '党建工作样板支部申报书'], ...table.texts, [72, 200, '以上情况属实']] }],
      { font, areLinesAreas },
    )
    expect([before, after]).toEqual([text('党建工作样板支部申报书'), text('以上情况属实')])
    expect(rowsOf(found)).toEqual(ROWS)
  })

  it('is whole where its lines are drawn in pieces that nothing crosses, as browsers draw them', async () => {
    const { texts, lines } = ruled({
      edges: [72, 172, 523],
      top: 100,
      rows: [
        ['创建举措', '每月一次主题党日'],
        ['预期成效', '建成样板'],
      ],
    })
    const inPieces = lines.flatMap(([x1, y1, x2, y2]): readonly (readonly [number, number, number, number])[] =>
      y1 === y2 && x2 > 400
        ? [
            [x1, y1, 250, y2],
            [250, y1, 400, y2],
            [400, y1, x2, y2],
          ]
        : [[x1, y1, x2, y2]],
    )
    const title = [200, 80, '大连理工大学党建工作样板支部申报书'] as const
    const [, found, ...more] = await read([{ texts: [title, ...texts], lines: inPieces }])
    expect(more).toEqual([])
    expect(rowsOf(found)).toEqual([
      ['创建举措', '每月一次主题党日'],
      ['预期成效', '建成样板'],
    ])
  })

  it('joins a line that a narrow cell broke in its middle', async () => {
    const [, found] = await read([
      {
        texts: [
          [72, 80, '大连理工大学党建工作样板支部申报书'],
          [80, 114, '校优秀党务工作'],
          [115, 129, '者'],
          [180, 114, '职称'],
        ],
        lines: ruled({
          edges: [72, 172, 297],
          top: 100,
          rows: [['\n', '']],
        }).lines,
      },
    ])
    expect(rowsOf(found)[0]).toEqual(['校优秀党务工作者', '职称'])
  })

  it('has merged cells where no line parts them', async () => {
    const lines = table.lines.filter(([x1, y1, x2]) => !(x1 === 297 && x2 === 297 && y1 === 100))
    const [found] = await read([
      {
        texts: [
          [80, 114, '党支部名称'],
          [180, 114, '很长的党支部名称写满两格还多出一些文字才够'],
        ],
        lines,
      },
    ])
    expect(found).toMatchObject({
      cells: [{ columnSpan: 1 }, { column: 1, columnSpan: 2 }, { column: 3 }, {}, {}, {}, {}],
    })
    expect(rowsOf(found)[0]).toEqual(['党支部名称', '很长的党支部名称写满两格还多出一些文字才够', ''])
  })

  it('keeps lines of a cell together, one paragraph where the column’s edge broke it', async () => {
    const long = ['支部坚持“三会一课”制度', '，每月学习。', '1. 开设讲堂']
    const { texts, lines } = ruled({ edges: [72, 172, 302], top: 100, rows: [['主要事迹', long.join('\n')]] })
    const [found] = await read([{ texts, lines }])
    expect(rowsOf(found)).toEqual([['主要事迹', '支部坚持“三会一课”制度，每月学习。\n1. 开设讲堂']])
  })

  it.each([
    ['inset', 90, 500],
    ['up to the border on one side', 90, 523],
    ['up to the border on both sides', 72, 523],
  ])('has a table in a cell, under a heading: %s', async (_, left, right) => {
    const rows = [
      ['时间', '荣誉名称', '级别'],
      ['2022年6月', '先进基层党组织', '校级'],
    ]
    const outer = ruled({
      edges: [72, 523],
      top: 100,
      rows: [['一、基本情况'], [`二、近三年荣誉${'\n'.repeat(6)}`], ['三、工作基础']],
    })
    const inner = ruled({ edges: [left, left + 100, left + 250, right], top: 150, rows })
    const [found] = await read([{ texts: [...outer.texts, ...inner.texts], lines: [...outer.lines, ...inner.lines] }])
    const cell = found?.kind === 'table' ? found.cells.find(({ blocks }) => blocks.length > 1) : undefined
    const nested = cell?.blocks.find(({ kind }) => kind === 'table') ?? found
    if (left > 72) expect(rowsOf(nested)).toEqual(rows)
    expect(rowsOf(nested).flat()).toEqual(expect.arrayContaining(rows.flat()))
  })

  it('loses no letter that runs out of the table', async () => {
    const rows = [
      ['党支部名称', '金属材料教工第二党支部全称'],
      ['书记姓名', '沈望舒'],
    ]
    const [found] = await read([ruled({ edges: [72, 172, 240], top: 100, rows })])
    expect(rowsOf(found)).toEqual(rows)
  })

  it('takes no bracket that a line’s end parted for a number', async () => {
    const rows = [['党员人数及其中正式党员和预备党员的人数', '26（正式21，预备\n5）']]
    const [found] = await read([ruled({ edges: [72, 302, 400], top: 100, rows })])
    expect(rowsOf(found)[0]?.[1]).toBe('26（正式21，预备5）')
  })

  it('cuts text that runs over a line between two cells', async () => {
    const { lines } = ruled({ edges: [72, 114, 200], top: 100, rows: [['', '']] })
    const [found] = await read([
      {
        texts: [
          [72, 114, '党员人数三十二人'],
          [72, 300, '其他文字若干以便判断为有字的页面文字'],
        ],
        lines,
      },
    ])
    expect(rowsOf(found)).toEqual([['党员人数', '三十二人']])
  })

  it('goes on over the page, with a row that the page’s end cuts, page heads and numbers', async () => {
    const edges = [72, 172, 523]
    const first = ruled({ edges, top: 100, rows: [['主要事迹', '第一句话。']] })
    const second = ruled({
      edges,
      top: 60,
      rows: [
        ['', '第二句话。'],
        ['创建举措', '建设先锋岗。'],
      ],
    })
    const head = [200, 40, '党建工作样板支部申报书'] as const
    const blocks = await read([
      { ...first, texts: [head, ...first.texts, [290, 800, '— 1 —']] },
      { ...second, texts: [head, ...second.texts, [290, 800, '— 2 —']] },
    ])
    expect(blocks[0]).toEqual(text('党建工作样板支部申报书'))
    expect(rowsOf(blocks[1])).toEqual([
      ['主要事迹', '第一句话。\n第二句话。'],
      ['创建举措', '建设先锋岗。'],
    ])
    expect(blocks).toHaveLength(2)
  })

  it('goes on over the page with rows under a label of the page before', async () => {
    const edges = [72, 140, 240, 523]
    const first = ruled({ edges, top: 100, rows: [['获奖情况', '党支部', '先进党支部']] })
    const second = ruled({ edges, top: 60, rows: [['', '支部书记', '优秀党务工作者']] })
    const [found] = await read([
      { ...first, texts: [...first.texts, [72, 60, '以下为支部近三年所获各级各类表彰奖励的情况一览']] },
      second,
    ]).then(blocks => blocks.filter(({ kind }) => kind === 'table'))
    expect(rowsOf(found)).toEqual([
      ['获奖情况', '党支部', '先进党支部'],
      ['支部书记', '优秀党务工作者'],
    ])
    expect(found).toMatchObject({ cells: [{ rowSpan: 2 }, {}, {}, {}, {}] })
  })

  it('is one without lines, though its labels stand in the middle over answers that begin at the left', async () => {
    const texts = [
      ...([
        [78, 100, '序号'],
        [200, 100, '举措'],
        [380, 100, '完成时限'],
      ] as const),
      ...([
        [72, 130, '1'],
        [110, 130, '完善规程'],
        [360, 130, '2024年10月，尉迟长风'],
      ] as const),
      ...([
        [72, 160, '2'],
        [110, 160, '开展车企联学联建六次'],
        [360, 160, '2025年6月，池青鸾'],
      ] as const),
      ...([
        [72, 190, '3'],
        [110, 190, '建成新能源党员先锋岗八个'],
        [360, 190, '2025年12月，庾信之'],
      ] as const),
    ]
    const { blocks } = await readPdf(drawPdf([{ texts }]))
    expect(blocks.map(({ kind }) => kind)).toEqual(['table'])
    expect(rowsOf(blocks[0]).map(row => row.filter(cell => cell !== ''))).toEqual([
      ['序号', '举措', '完成时限'],
      ['1', '完善规程', '2024年10月，尉迟长风'],
      ['2', '开展车企联学联建六次', '2025年6月，池青鸾'],
      ['3', '建成新能源党员先锋岗八个', '2025年12月，庾信之'],
    ])
  })

  it('is none where lines only underline blanks or make a box to tick', async () => {
    const lines = [
      [150, 82, 300, 82],
      [72, 100, 84, 100],
      [72, 112, 84, 112],
      [72, 100, 72, 112],
      [84, 100, 84, 112],
    ] as const
    const texts = [
      [72, 80, '党支部名称：金属材料教工党支部'],
      [90, 110, '教师党支部的选项在方框之后'],
    ] as const
    expect(await read([{ texts, lines }])).toEqual(texts.map(([, , value]) => text(value)))
  })
})

describe('a PDF', () => {
  it('gives the values of fields that were filled in on the page', async () => {
    const { texts, lines } = ruled({
      edges: EDGES,
      top: 100,
      rows: [['党支部名称', '', '支部类型', ''], ROWS[1] ?? []],
    })
    const widgets = [
      '/FT /Tx /T (name) /V <FEFF91D15C5E6750659965595DE5515A652F90E8> /Rect [174 724 295 740]',
      '/FT /Btn /T (teacher) /V /Yes /AS /Yes /AP << /N << /Yes 3 0 R /Off 3 0 R >> >> /Rect [400 726 410 738]',
      '/FT /Btn /T (student) /V /Off /AS /Off /AP << /N << /Yes 3 0 R /Off 3 0 R >> >> /Rect [440 726 450 738]',
    ]
    const marked = [...texts, [412, 114, '教师'], [452, 114, '学生']] as const
    const [found] = await read([{ texts: marked, lines, widgets }])
    expect(rowsOf(found)[0]).toEqual(['党支部名称', '金属材料教工党支部', '支部类型', '☑教师 □学生'])
  })

  it('gives letters of a symbol font as what they look like', async () => {
    const texts = [
      [81, 80, '教师'],
      [118, 80, '学生'],
      [72, 110, '以上为支部类型，由申报支部勾选，不得多选或者漏选'],
    ] as const
    const [found] = await read([
      {
        texts,
        symbols: [
          [72, 80, 'R'],
          [112, 80, '£'],
        ],
      },
    ])
    expect(found).toEqual(text('☑教师 □学生'))
  })

  it('without lines gives values right of their labels, or none', async () => {
    const { texts } = ruled({ edges: EDGES, top: 120, rows: ROWS })
    const chapters = [
      [72, 200, '一、创建思路'],
      [72, 220, '坚持党建引领。'],
      [72, 240, '二、预期成效'],
      [72, 260, '形成案例2项。'],
    ] as const
    const blocks = await read([{ texts: [[200, 80, '党建工作样板支部申报书'], ...texts, ...chapters] }])
    expect(readForm({ blocks }, shippedCall)).toMatchObject({
      kind: 'filled',
      form: {
        ...{ branchName: '金属材料教工党支部', memberCount: 18, phone: '13800000033' },
        ...{
          secretary: { name: '吴海涛', post: null },
          idea: '坚持党建引领。',
          outcomes: '形成案例2项。',
          basis: null,
        },
      },
    })
  })
})
