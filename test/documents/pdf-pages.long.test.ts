import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/core/document/document.ts'
import { readPdf } from '../../src/documents/pdf/pdf.ts'
import { type Drawing, drawPdf, paint, ruled, show, type TextStyle } from './draw-pdf.ts'
import { linesOf, rowsOf } from './rows-of.ts'

const EDGES = [72, 112, 302, 402, 523]
const HEAD = ['序号', '举措', '完成时限', '责任人']

const measures = (top: number, rows: readonly string[][]) => ruled({ edges: EDGES, top, rows })

const read = async (pages: readonly Drawing[]): Promise<readonly Block[]> => (await readPdf(drawPdf(pages))).blocks

type Place = readonly [number, number, string, TextStyle?]

const withTexts = (drawing: Drawing, ...texts: Place[]): Drawing => ({
  ...drawing,
  texts: [...(drawing.texts ?? []), ...texts],
})

const TITLE: Place = [200, 60, '党建工作样板支部申报书', { size: 18 }]

describe('a table that goes on over a page of a PDF', () => {
  const upper = withTexts(
    measures(700, [
      HEAD,
      ['1', '完善议事制度', '2024年9月', '沈望舒'],
      ['2', '组建党员攻关队，\n并与企业支部共建，', '2025年6月', '李知远、\n周砚清、'],
    ]),
    TITLE,
  )

  it('has the row that the page’s end cut once, though several of its cells go on', async () => {
    const lower = measures(60, [
      ['', '全年不少于6次。', '', '程以宁。'],
      ['3', '编印案例集', '2026年3月', '沈望舒'],
    ])
    const [, found] = await read([upper, lower])
    expect(rowsOf(found)).toEqual([
      HEAD,
      ['1', '完善议事制度', '2024年9月', '沈望舒'],
      ['2', '组建党员攻关队，\n并与企业支部共建，\n全年不少于6次。', '2025年6月', '李知远、\n周砚清、\n程以宁。'],
      ['3', '编印案例集', '2026年3月', '沈望舒'],
    ])
  })

  const open = (drawing: Drawing, at: number): Drawing => ({
    ...drawing,
    lines: (drawing.lines ?? []).filter(([, y1, , y2]) => y1 !== y2 || y1 !== at),
  })
  const endOf = ({ lines = [] }: Drawing): number => Math.max(...lines.map(([, , , y2]) => y2))

  it('has the row that is cut where no line is drawn at the cut', async () => {
    const lower = measures(60, [
      ['', '全年不少于6次。', '', '程以宁。'],
      ['3', '编印案例集', '2026年3月', '沈望舒'],
    ])
    const [, found, ...rest] = await read([open(upper, endOf(upper)), open(lower, 60)])
    expect(rest).toEqual([])
    expect(rowsOf(found).slice(2)).toEqual([
      ['2', '组建党员攻关队，\n并与企业支部共建，\n全年不少于6次。', '2025年6月', '李知远、\n周砚清、\n程以宁。'],
      ['3', '编印案例集', '2026年3月', '沈望舒'],
    ])
  })

  it('has a row that is cut within its label, as browsers cut it, where no line is drawn at the cut', async () => {
    const edges = [72, 112, 523]
    const above = withTexts(
      ruled({
        edges,
        top: 700,
        rows: [
          ['创建\n思路', '抓学风、促就业、强服务。'],
          ['创\n建', '1.结对学习，2024年12月底前完成；'],
        ],
      }),
      TITLE,
    )
    const below = ruled({
      edges,
      top: 60,
      rows: [
        ['举\n措', '2.朋辈讲堂，每月一期。'],
        ['预期\n成效', '建成样板。'],
      ],
    })
    const [, found] = await read([open(above, endOf(above)), open(below, 60)])
    expect(rowsOf(found).map(([, text]) => text)).toEqual([
      '抓学风、促就业、强服务。',
      '1.结对学习，2024年12月底前完成；\n2.朋辈讲堂，每月一期。',
      '建成样板。',
    ])
    const [, closed] = await read([above, below])
    expect(rowsOf(closed)).toHaveLength(4)
  })

  it('has the row that is cut under a label that is merged down', async () => {
    const edges = [72, 140, 240, 523]
    const first = withTexts(
      ruled({ edges, top: 700, rows: [['所获荣誉', '党支部', '先进党支部，由中共大连理工大学委员会于二〇二二年授']] }),
      TITLE,
    )
    const lower = ruled({
      edges,
      top: 60,
      rows: [
        ['', '', '予。'],
        ['', '党员', '优秀党员'],
      ],
    })
    const lines = lower.lines.filter(([x1, y1, x2, y2]) => !(x1 === 72 && x2 === 523 && y1 === y2 && y1 === 80))
    const [, found] = await read([first, { texts: lower.texts, lines: [...lines, [140, 80, 523, 80]] }])
    expect(rowsOf(found)).toEqual([
      ['所获荣誉', '党支部', '先进党支部，由中共大连理工大学委员会于二〇二二年授予。'],
      ['党员', '优秀党员'],
    ])
    expect(found).toMatchObject({ cells: [{ rowSpan: 2 }, {}, {}, {}, {}] })
  })

  it('has the head that each page repeats once, and says how many rows it has', async () => {
    const lower = measures(60, [HEAD, ['', '全年不少于6次。', '', ''], ['3', '编印案例集', '2026年3月', '沈望舒']])
    const [, found] = await read([upper, lower])
    expect(rowsOf(found).map(row => row[0])).toEqual(['序号', '1', '2', '3'])
    expect(found).toMatchObject({ headRows: 1 })
  })

  it('has a head over the whole width that each page repeats once', async () => {
    const edges = [72, 280]
    const head = '第三部分 工作基础'
    const first = withTexts(ruled({ edges, top: 700, rows: [[head], ['支部坚持三会一课制度。']] }), TITLE)
    const second = ruled({ edges, top: 60, rows: [[head], ['全体党员参加学习。']] })
    const [, found] = await read([first, second])
    expect(rowsOf(found)).toEqual([[head], ['支部坚持三会一课制度。'], ['全体党员参加学习。']])
  })

  it('has a cell over the whole width that is cut within a sentence once', async () => {
    const edges = [72, 280]
    const first = withTexts(
      ruled({ edges, top: 700, rows: [['四、工作基础'], ['支部坚持三会一课制度，每月学习两次，']] }),
      TITLE,
    )
    const second = ruled({ edges, top: 60, rows: [['全体党员参加。'], ['五、创建思路']] })
    const [, found] = await read([first, second])
    expect(rowsOf(found)).toEqual([
      ['四、工作基础'],
      ['支部坚持三会一课制度，每月学习两次，全体党员参加。'],
      ['五、创建思路'],
    ])
  })

  it('keeps rows apart that fill their cells to the edge, where a date stands under a date', async () => {
    const edges = [72, 112, 226, 306, 396]
    const first = withTexts(
      ruled({ edges, top: 700, rows: [['推广期', '举办校企联建论坛2场', '2025年3月', '2025年11月']] }),
      TITLE,
    )
    const second = ruled({ edges, top: 60, rows: [['总结期', '出版案例集1部', '2025年9月', '2026年4月']] })
    const [, found] = await read([first, second])
    expect(rowsOf(found)).toEqual([
      ['推广期', '举办校企联建论坛2场', '2025年3月', '2025年11月'],
      ['总结期', '出版案例集1部', '2025年9月', '2026年4月'],
    ])
  })

  it('keeps rows that are no rest of the one before', async () => {
    const edges = [72, 172, 302, 523]
    const first = withTexts(ruled({ edges, top: 700, rows: [['党支部书记', '姓名', '沈望舒']] }), TITLE)
    const second = ruled({ edges, top: 60, rows: [['', '职称', '教授']] })
    const [, found] = await read([first, second])
    expect(rowsOf(found)).toEqual([
      ['党支部书记', '姓名', '沈望舒'],
      ['职称', '教授'],
    ])
  })
})

describe('two pages on a sheet', () => {
  const rows = (from: number) => Array.from({ length: 8 }, (_, index) => [`举措${from + index}`, '2024年9月'])
  const half = (left: number, head: string, from: number) => {
    const table = ruled({ edges: [left, left + 200, left + 320], top: 70, rows: rows(from) })
    return { texts: [[left, 40, head] as const, ...table.texts], lines: table.lines }
  }
  const sheet = (...more: Place[]) => {
    const [one, other] = [half(50, '五、创建举措', 1), half(471, '六、预期成效', 9)]
    return { texts: [...one.texts, ...other.texts, ...more], lines: [...one.lines, ...other.lines] }
  }
  const readSheet = async (drawing: Drawing) => (await readPdf(drawPdf([drawing], { box: '0 247 842 842' }))).blocks

  it('are read one after another', async () => {
    const blocks = await readSheet(sheet())
    expect(linesOf(blocks)).toEqual(['五、创建举措', '⟦⟧', '六、预期成效', '⟦⟧'])
    expect(rowsOf(blocks[1])).toEqual(rows(1))
  })

  it('are none where a line runs over the middle', async () => {
    const [first] = await readSheet(sheet([330, 24, '党建工作样板支部申报书（横排）']))
    expect(linesOf(first === undefined ? [] : [first])).toEqual(['党建工作样板支部申报书（横排）'])
  })
})

describe('what runs along at the head or foot of a PDF’s pages', () => {
  const upper = measures(700, [HEAD, ['1', '完善议事制度', '2024年9月', '沈望舒']])
  const lower = measures(60, [['2', '编印案例集', '2026年3月', '程以宁']])

  it.each([
    ['the unit’s name', '大连理工大学机械工程学院党委', '大连理工大学机械工程学院党委'],
    ['the unit’s name with a number', '机械工程学院 第1页', '机械工程学院 第2页'],
    ['numbers of pages alone', '第 1 页 / 共 2 页', '第 2 页 / 共 2 页'],
    ['numbers of pages in words', '第一页', '第二页'],
    ['a scanner app’s mark', '扫描全能王 创建', '扫描全能王 创建'],
  ])('is no text of the form, nor parts a table: %s', async (_, foot1, foot2) => {
    const blocks = await read([
      withTexts(upper, TITLE, [220, 815, foot1, { size: 9 }]),
      withTexts(lower, [220, 815, foot2, { size: 9 }]),
    ])
    expect(linesOf(blocks)).toEqual(['党建工作样板支部申报书', '⟦⟧'])
    expect(rowsOf(blocks[1]).map(row => row[0])).toEqual(['序号', '1', '2'])
  })

  it('at the head of the first page, too, unless nothing there is larger: it may be the title', async () => {
    const head = (text: string, size: number): Place => [72, 40, text, { size }]
    const small = await read([
      withTexts(upper, head('机械工程学院党委', 9), TITLE),
      withTexts(lower, head('机械工程学院党委', 9)),
    ])
    expect(linesOf(small)).toEqual(['党建工作样板支部申报书', '⟦⟧'])
    const title = await read([
      withTexts(upper, head('样板支部申报书', 18)),
      withTexts(lower, head('样板支部申报书', 18)),
    ])
    expect(linesOf(title)).toEqual(['样板支部申报书', '⟦⟧'])
  })

  it('is kept where it stands on one page alone', async () => {
    const blocks = await read([
      withTexts(upper, TITLE, [220, 815, '支部书记签字：沈望舒']),
      withTexts(lower, [220, 815, '2024年5月18日']),
    ])
    expect(linesOf(blocks)).toEqual(['党建工作样板支部申报书', '⟦⟧', '支部书记签字：沈望舒', '⟦⟧', '2024年5月18日'])
  })
})

describe('a PDF whose pages are partly pictures', () => {
  const typed = withTexts(measures(100, [HEAD, ['1', '完善议事制度', '2024年9月', '沈望舒']]), TITLE)
  const scan = { operators: [paint(10, 10, { wide: 575, high: 822 })] }

  it('says which, and marks them in their places', async () => {
    const { blocks, lacks } = await readPdf(
      drawPdf([
        typed,
        scan,
        withTexts({}, [72, 100, '以上情况属实，同意推荐，请上级党组织审核，审核意见请填写在下方。']),
      ]),
    )
    expect(linesOf(blocks)).toEqual([
      '党建工作样板支部申报书',
      '⟦⟧',
      '〔扫描页〕',
      '以上情况属实，同意推荐，请上级党组织审核，审核意见请填写在下方。',
    ])
    expect(lacks).toEqual([{ kind: 'scanned-pages', pages: [2] }])
  })

  it('keeps what is typed on the picture of a page', async () => {
    const { blocks, lacks } = await readPdf(
      drawPdf([typed, withTexts(scan, [100, 300, '金属材料教工党支部，党员三十二人，书记沈望舒，教授'])]),
    )
    expect(linesOf(blocks)).toContain('〔扫描页〕')
    expect(lacks).toEqual([{ kind: 'scanned-pages', pages: [2] }])
  })

  it('reads pages whose ground is a picture', async () => {
    const ground = paint(0, 0, { wide: 595, high: 842 })
    const lines = Array.from(
      { length: 12 },
      (_, index): Place => [72, 100 + 20 * index, `${index}、支部坚持“三会一课”制度，每月组织集中学习不少于两次。`],
    )
    const content = lines.map(([x, y, text]) => [x, y, text] as const)
    const { lacks } = await readPdf(
      drawPdf([{ operators: [ground, ...content.map(([x, y, text]) => show(x, y, text))] }]),
    )
    expect(lacks).toBeUndefined()
  })

  it('says where smaller pictures stand, and not where logos do', async () => {
    const cells = ruled({
      edges: [72, 172, 523],
      top: 100,
      rows: [
        ['党支部名称', '金属材料教工党支部'],
        ['获奖证书', '\n\n\n'],
      ],
    })
    const { blocks } = await readPdf(
      drawPdf([
        {
          ...cells,
          texts: [...cells.texts, [72, 300, '以上情况属实，同意推荐，请上级党组织审核。']],
          operators: [paint(180, 124, { wide: 120, high: 50 }), paint(100, 20, { wide: 12, high: 12 })],
        },
      ]),
    )
    expect(rowsOf(blocks[0])[1]).toEqual(['获奖证书', '〔图片〕'])
    expect(linesOf(blocks)).toHaveLength(2)
  })
})
