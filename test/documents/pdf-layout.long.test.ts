import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/core/document/document.ts'
import { readPdf } from '../../src/documents/pdf/pdf.ts'
import { type Drawing, drawPdf, ruled, show } from './draw-pdf.ts'
import { linesOf, rowsOf } from './rows-of.ts'

const BODY = '支部坚持“三会一课”制度，每月组织集中学习不少于两次，全体党员参加。'

const read = async (drawing: Drawing, box?: string): Promise<readonly Block[]> =>
  (await readPdf(drawPdf([drawing], box === undefined ? {} : { box }))).blocks

describe('values of a cover that stand a little off their labels’ line', () => {
  it.each([
    ['higher', -12.7],
    ['lower', 8],
  ])('belong to them: %s', async (_, shift) => {
    const labels = ['党 支 部 名 称：', '所 属 党 委：', '支 部 书 记：']
    const values = ['教工第二党支部', '机械工程学院党委', '沈望舒']
    const texts = labels.flatMap((label, index) => [
      [138, 330 + 29 * index, label, { size: 12 }] as const,
      [303, 330 + 29 * index + shift, values[index] ?? '', { size: 12 }] as const,
    ])
    const lines = labels.map((_, index) => [290, 334 + 29 * index, 450, 334 + 29 * index] as const)
    expect(linesOf(await read({ texts: [...texts, [72, 500, BODY]], lines }))).toEqual([
      ...['党支部名称：\t教工第二党支部', '所属党委：\t机械工程学院党委', '支部书记：\t沈望舒', BODY],
    ])
  })
})

describe('text that goes down the page', () => {
  const { lines } = ruled({
    edges: [72, 112, 523],
    top: 100,
    rows: [
      ['', '\n\n\n\n'],
      ['', '\n\n\n\n'],
    ],
  })
  const values = [
    [118, 114, '支部坚持“三会一课”制度，每月学习。'],
    [118, 129, '党员全体参加。'],
    [118, 194, '形成支部工作案例2项。'],
  ] as const

  it.each([
    ['in vertical writing', [show(92, 110, '主要事迹', { font: 'F3' }), show(92, 190, '预期成效', { font: 'F3' })]],
    [
      'letter below letter',
      Array.from('主要事迹预期成效', (letter, at) => show(87, 120 + 14 * at + (at > 3 ? 24 : 0), letter)),
    ],
    ['turned to the right', [show(87, 110, '主要事迹', { turned: 270 }), show(87, 190, '预期成效', { turned: 270 })]],
    ['turned to the left', [show(97, 160, '主要事迹', { turned: 90 }), show(97, 240, '预期成效', { turned: 90 })]],
    [
      'in two columns of characters',
      [
        [98, 112, '主要'],
        [82, 112, '事迹'],
        [98, 192, '预期'],
        [82, 192, '成效'],
      ].map(([x, y, text]) => show(Number(x), Number(y), String(text), { font: 'F3' })),
    ],
  ])('labels its own row: %s', async (_, operators) => {
    const [found] = await read({ texts: values, lines, operators })
    expect(rowsOf(found)).toEqual([
      ['主要事迹', '支部坚持“三会一课”制度，每月学习。\n党员全体参加。'],
      ['预期成效', '形成支部工作案例2项。'],
    ])
  })

  it('begins its line where no lines are drawn', async () => {
    const operators = [show(92, 104, '主要事迹', { font: 'F3' })]
    expect(linesOf(await read({ texts: values, operators }))[0]).toBe('主要事迹\t支部坚持“三会一课”制度，每月学习。')
  })
})

describe('a page whose text is turned', () => {
  it.each([90, 180, 270])('by %s° is read upright, though it doesn’t say so', async turned => {
    const place = (along: number, down: number): readonly [number, number] =>
      turned === 90 ? [100 + down, 800 - along] : turned === 270 ? [500 - down, 40 + along] : [550 - along, 700 - down]
    const operators = [BODY, '党支部名称：金属材料教工党支部'].map((text, index) =>
      show(...place(20, 20 * index), text, { turned }),
    )
    expect(linesOf(await read({ operators }))).toEqual([BODY, '党支部名称：金属材料教工党支部'])
  })

  it.each([90, 180, 270])('and says so, by %s°, is read, its table with it', async rotate => {
    const { texts, lines } = ruled({
      edges: [72, 172, 523],
      top: 100,
      rows: [
        ['党支部名称', '金属材料教工党支部'],
        ['主要事迹', '支部坚持“三会一课”制度，每月学习。'],
      ],
    })
    const turns = { 90: `0 1 -1 0 842 0`, 180: '-1 0 0 -1 595 842', 270: '0 -1 1 0 0 595' }
    const content = texts.map(([x, y, text]) => show(x, y, text))
    const strokes = lines.map(([x1, y1, x2, y2]) => `0.5 w ${x1} ${842 - y1} m ${x2} ${842 - y2} l S`)
    const box = rotate === 180 ? '0 0 595 842' : '0 0 842 595'
    const entries = `/Rotate ${rotate === 180 ? 180 : 360 - rotate === 90 ? 90 : 270}`
    const matrix = rotate === 180 ? turns[180] : rotate === 90 ? turns[90] : turns[270]
    const [found] = await read(
      { operators: [`q ${matrix} cm`, ...strokes, ...content, 'Q'], entries: rotate === 180 ? entries : entries },
      box,
    )
    expect(rowsOf(found)).toEqual([
      ['党支部名称', '金属材料教工党支部'],
      ['主要事迹', '支部坚持“三会一课”制度，每月学习。'],
    ])
  })
})

describe('a table whose lines are drawn', () => {
  const ROWS = [
    ['党支部名称', '金属材料教工党支部'],
    ['主要事迹', '支部坚持“三会一课”制度，每月学习。'],
  ]
  const { texts, lines } = ruled({ edges: [72, 172, 523], top: 100, rows: ROWS })

  it.each([
    [
      'as dashes of one stroke',
      lines.map(([x1, y1, x2, y2]) => `[3 2] 0 d 0.5 w ${x1} ${842 - y1} m ${x2} ${842 - y2} l S`),
    ],
    [
      'dash by dash',
      lines.flatMap(line =>
        along(line, 5).map(([x, y]) =>
          line[0] === line[2]
            ? `${x} ${842 - y} m ${x} ${842 - y - 3} l S`
            : `${x} ${842 - y} m ${x + 3} ${842 - y} l S`,
        ),
      ),
    ],
    ['dot by dot', lines.flatMap(line => along(line, 3).map(([x, y]) => `${x} ${842 - y} 1 1 re f`))],
    [
      'as thin areas',
      lines.map(([x1, y1, x2, y2]) => `${x1} ${842 - y2} ${Math.max(0.75, x2 - x1)} ${Math.max(0.75, y2 - y1)} re f`),
    ],
    [
      'around each cell',
      ROWS.flatMap((_, row) => [`72 ${842 - 120 - 20 * row} 100 20 re S`, `172 ${842 - 120 - 20 * row} 351 20 re S`]),
    ],
  ])('%s is read', async (_, operators) => {
    expect(rowsOf((await read({ texts, operators }))[0])).toEqual(ROWS)
  })
})

describe('a page of a PDF without lines', () => {
  it('has a table where three columns lie below one another, also with cells of several lines', async () => {
    const rows = [
      ['序号', '举措', '完成时限'],
      ['1', '组建党员攻关队两支，围绕任务，\n联合攻关。', '2025年6月'],
      ['2', '编印支部工作案例集', '2026年3月'],
    ]
    const { texts } = ruled({ edges: [72, 130, 330, 450], top: 100, rows })
    const blocks = await read({
      texts: [[72, 60, '二、创建举措'], ...texts, [72, 220, '三、预期成效'], [72, 240, BODY]],
    })
    expect(linesOf(blocks)).toEqual(['二、创建举措', '⟦⟧', '三、预期成效', BODY])
    expect(rowsOf(blocks[1])).toEqual(rows.map(row => row.map(cell => cell.replace('\n', ''))))
  })

  it('has one where hardly a gap parts the columns, if their cells begin at one place', async () => {
    const rows = [
      ['1', '完善支委会议事制度并建立台账', '2024年9月', '沈望舒'],
      ['2', '组建党员攻关队', '2025年6月', '李知远'],
      ['3', '编印支部工作案例集', '2026年3月', '程以宁'],
    ]
    const { texts } = ruled({ edges: [72, 90, 244, 328], top: 100, rows })
    const [found] = await read({ texts })
    expect(rowsOf(found)).toEqual(rows)
  })

  it('is no table for letter-spaced words or spaces in a text', async () => {
    const lines = [
      '党 支 部 名 称',
      '所 属 党 委 会',
      '支 部 书 记 名',
      '☑教师 □学生 □师生联合',
      '第1项 完善制度 沈望舒负责',
    ]
    const texts = lines.map((line, index) => [72, 100 + 20 * index, line] as const)
    expect(linesOf(await read({ texts: [...texts, [72, 300, BODY]] }))).not.toContain('⟦⟧')
  })

  it('reads text in two columns one column after the other', async () => {
    const long = Array.from({ length: 8 }, (_, line) => `第${'一二三四五六七八'[line]}行支部坚持三会一课每月组织学习`)
    const texts = long.flatMap((text, line) => [
      [72, 100 + 16 * line, `左${text}`] as const,
      [273, 100 + 16 * line + (line % 2), `右${text}`] as const,
    ])
    const [left, right] = linesOf(await read({ texts: [[200, 60, '党建工作样板支部申报书', { size: 16 }], ...texts] }))
      .slice(1)
      .join('')
      .split('右第一行')
    expect(left).toBe(long.map(text => `左${text}`).join(''))
    expect(right).toBe(
      `支部坚持三会一课每月组织学习${long
        .slice(1)
        .map(text => `右${text}`)
        .join('')}`,
    )
  })

  it('reads two columns so, too, where one of them is longer, begins lower, and has a table', async () => {
    const prose = Array.from({ length: 14 }, (_, line) => `第${line + 10}行支部坚持三会一课每月组织学习`)
    const table = ruled({
      edges: [320, 420, 523],
      top: 190,
      rows: [
        ['创建举措', '完成时限'],
        ['健全制度', '2024年9月'],
      ],
    })
    const right = ['四、创建思路', '围绕中心服务大局', '五、创建举措']
    const blocks = await read({
      ...table,
      texts: [
        ...table.texts,
        [200, 60, '党建工作样板支部申报书', { size: 16 }],
        [72, 100, '三、申报基础', { size: 14 }],
        ...prose.map((text, line) => [72, 122 + 16 * line, text] as const),
        ...right.map((text, line) => [320, 108 + 26 * line, text] as const),
      ],
    })
    const kinds = linesOf(blocks)
    expect(kinds[1]).toBe('三、申报基础')
    expect(kinds[2]).toBe(prose.join(''))
    expect(kinds.slice(3)).toEqual([...right, '⟦⟧'])
  })
})

/** Points along a line, so far from one another. */
function along([x1, y1, x2, y2]: readonly [number, number, number, number], step: number): [number, number][] {
  const length = Math.max(x2 - x1, y2 - y1)
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, at) =>
    x1 === x2 ? [x1, y1 + at * step] : [x1 + at * step, y1],
  )
}
