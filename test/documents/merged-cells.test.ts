import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/core/document/document.ts'
import { createBudget } from '../../src/documents/budget.ts'
import { readDoc } from '../../src/documents/doc/doc.ts'
import { readDocx } from '../../src/documents/docx/docx.ts'
import { withoutLooks } from '../support/blocks.ts'
import { type DocRun, makeDoc } from './make-doc.ts'
import { makeDocx, paragraph, run } from './make-docx.ts'

const MiB = 1024 ** 2
const LIMITS = { inflatedBytes: 100 * MiB, xmlBytes: 4 * MiB, documentBytes: 50 * MiB }

/** «0,0 标签 1×2»: place, text, rows × columns. */
const cellsOf = (blocks: readonly Block[]): string[] =>
  withoutLooks(blocks).flatMap(block =>
    block.kind === 'paragraph'
      ? []
      : block.cells.map(
          ({ row, column, rowSpan, columnSpan, blocks: inside }) =>
            `${row},${column} ${inside.map(one => (one.kind === 'paragraph' ? one.text : '⟦⟧')).join('|')} ${rowSpan}×${columnSpan}`,
        ),
  )

type Cell = readonly [text: string, properties?: string]

const docx = async (rows: readonly (readonly Cell[])[], grid: readonly number[] = []): Promise<string[]> => {
  const row = (cells: readonly Cell[]) =>
    `<w:tr>${cells.map(([text, properties = '']) => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`
  const columns = `<w:tblGrid>${grid.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  const body = `${paragraph(run('党支部名称'))}<w:tbl>${columns}${rows.map(row).join('')}</w:tbl>`
  return cellsOf(
    (await readDocx(makeDocx(body), { budget: createBudget(LIMITS.inflatedBytes), limits: LIMITS })).blocks,
  )
}

const wide = (twips: number) => `<w:tcW w:w="${twips}" w:type="dxa"/>`
const [BEGINS, GOES_ON, BARE] = ['<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>', '<w:hMerge/>']
const [DOWN, ON] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>']

describe('merged cells of a docx', () => {
  it('across the legacy way are one cell, without an empty neighbour', async () => {
    const rows: Cell[][] = [
      [['名称', BEGINS], ['', GOES_ON], ['', BARE], ['甲']],
      [['一'], ['二'], ['三'], ['四']],
    ]
    expect(await docx(rows)).toEqual([
      '0,0 名称 1×3',
      '0,3 甲 1×1',
      '1,0 一 1×1',
      '1,1 二 1×1',
      '1,2 三 1×1',
      '1,3 四 1×1',
    ])
  })

  it('across and down at once are one cell', async () => {
    const rows: Cell[][] = [
      [['名称', BEGINS + DOWN], ['', BARE + ON], ['甲']],
      [['', BEGINS + ON], ['', BARE + ON], ['乙']],
    ]
    expect(await docx(rows)).toEqual(['0,0 名称 2×2', '0,2 甲 1×1', '1,2 乙 1×1'])
  })

  it('lose no text that was filled into the part that goes on', async () => {
    expect(await docx([[['名称'], ['', BEGINS], ['李明', BARE]]])).toEqual(['0,0 名称 1×1', '0,1 李明 1×2'])
  })

  it('down are one cell though their widths differ, unless text stands in both', async () => {
    const spanned = '<w:gridSpan w:val="2"/>'
    const rows = (text: string): Cell[][] => [
      [['书记', DOWN], ['甲'], ['乙']],
      [[text, ON + spanned], ['丙']],
    ]
    expect(await docx(rows(''))).toEqual(['0,0 书记 2×1', '0,1 甲 1×1', '0,2 乙 1×1', '1,2 丙 1×1'])
    expect(await docx(rows('丁'))).toContain('1,0 丁 1×2')
  })

  it('down that go on from nothing are cells of their own', async () => {
    expect(
      await docx([
        [['甲', ON], ['乙']],
        [['丙', ON], ['丁']],
      ]),
    ).toEqual(['0,0 甲 2×1', '0,1 乙 1×1', '1,1 丁 1×1'])
  })

  it('that lost their spans are told by their widths', async () => {
    const rows: Cell[][] = [
      [
        ['甲', wide(1000)],
        ['乙', wide(1000)],
        ['丙', wide(1000)],
        ['丁', wide(1000)],
      ],
      [
        ['名称', wide(1000)],
        ['金属材料教工党支部', wide(3010)],
      ],
    ]
    expect((await docx(rows, [1000, 1000, 1000, 1000])).slice(4)).toEqual([
      '1,0 名称 1×1',
      '1,1 金属材料教工党支部 1×3',
    ])
  })

  it('are left as they say where widths fit no column', async () => {
    const rows: Cell[][] = [
      [
        ['甲', wide(700)],
        ['乙', wide(2600)],
      ],
    ]
    expect(await docx(rows, [1000, 1000, 1000, 1000])).toEqual(['0,0 甲 1×1', '0,1 乙 1×1'])
  })

  it('in content controls keep their merges', async () => {
    const control = (inside: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
    const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`
    const body = `<w:tbl><w:tr>${tc('书记', DOWN)}${control(tc('李明'))}</w:tr>${control(`<w:tr>${tc('', ON)}${tc('王芳')}</w:tr>`)}</w:tbl>`
    const { blocks } = await readDocx(makeDocx(body), { budget: createBudget(LIMITS.inflatedBytes), limits: LIMITS })
    expect(cellsOf(blocks)).toEqual(['0,0 书记 2×1', '0,1 李明 1×1', '1,1 王芳 1×1'])
  })
})

const [IN_TABLE, ROW_END] = [
  [0x2416, [1]],
  [0x2417, [1]],
] as const
const [HIDDEN] = [[0x083c, [1]]] as const

const u16 = (value: number) => [value & 0xff, value >> 8]

/** The definition of a row (MS-DOC §2.9.328) of cells 1000 twips wide, with the flags of each. */
const shapeOf = (flags: readonly number[]) => {
  const edges = [0, ...flags.map((_, index) => 1000 * (index + 1))].flatMap(u16)
  const cells = flags.flatMap(flag => [...u16(flag), ...Array<number>(18).fill(0)])
  const bytes = [flags.length, ...edges, ...cells]
  return [0xd608, [...u16(bytes.length + 1), ...bytes]] as const
}

type Sprm = readonly [number, readonly number[]]

const docRow = (
  texts: readonly string[],
  flags: readonly number[],
  more: readonly Sprm[] = [],
  isHidden = false,
): DocRun[] => {
  const properties = isHidden ? [HIDDEN] : []
  return [
    ...texts.map(text => ({ text: `${text}\x07`, paragraph: [IN_TABLE], properties })),
    { text: '\x07', paragraph: [IN_TABLE, ROW_END, shapeOf(flags), ...more], properties },
  ]
}

const doc = async (runs: readonly DocRun[]): Promise<string[]> =>
  cellsOf((await readDoc(makeDoc([{ text: '党支部名称：金属材料\r' }, ...runs, { text: '完\r' }]))).blocks)

const [MERGED_FIRST, MERGED] = [0x02, 0x01]
const [DOWN_FIRST, DOWN_ON] = [0x60, 0x20]

describe('merged cells of a doc', () => {
  it('across are one cell, without an empty neighbour', async () => {
    const runs = [...docRow(['名称', '', '甲'], [MERGED_FIRST, MERGED, 0]), ...docRow(['一', '二', '三'], [0, 0, 0])]
    expect(await doc(runs)).toEqual(['0,0 名称 1×2', '0,2 甲 1×1', '1,0 一 1×1', '1,1 二 1×1', '1,2 三 1×1'])
  })

  it('across by what the row says later are one cell', async () => {
    expect(await doc(docRow(['名称', '', '甲'], [0, 0, 0], [[0x5624, [0, 2]]]))).toEqual(['0,0 名称 1×2', '0,2 甲 1×1'])
  })

  it('down are one cell, by what the row says later, however many of it are merged', async () => {
    const goesOn = (cell: number): Sprm => [0xd62b, [2, cell, 1]]
    const runs = [
      ...docRow(['书记', '姓名', '甲'], [DOWN_FIRST, DOWN_FIRST, 0]),
      ...docRow(['', '', '乙'], [0, 0, 0], [goesOn(0), goesOn(1)]),
    ]
    expect(await doc(runs)).toEqual(['0,0 书记 2×1', '0,1 姓名 2×1', '0,2 甲 1×1', '1,2 乙 1×1'])
  })

  it('down are one cell, by their definition', async () => {
    const runs = [...docRow(['书记', '甲'], [DOWN_FIRST, 0]), ...docRow(['', '乙'], [DOWN_ON, 0])]
    expect(await doc(runs)).toEqual(['0,0 书记 2×1', '0,1 甲 1×1', '1,1 乙 1×1'])
  })

  it('across and down at once are one cell', async () => {
    const runs = [
      ...docRow(['名称', '', '甲'], [MERGED_FIRST | DOWN_FIRST, MERGED | DOWN_FIRST, 0]),
      ...docRow(['', '', '乙'], [MERGED_FIRST | DOWN_ON, MERGED | DOWN_ON, 0]),
    ]
    expect(await doc(runs)).toEqual(['0,0 名称 2×2', '0,2 甲 1×1', '1,2 乙 1×1'])
  })
})

describe('a row that is hidden', () => {
  it('is no part of the table of a docx', async () => {
    const tr = (text: string, properties = '') =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(run(text))}</w:tc></w:tr>`
    const body = `<w:tbl>${tr('党支部名称')}${tr('隐行', '<w:hidden/>')}${tr('末行', '<w:hidden w:val="0"/>')}</w:tbl>`
    const { blocks } = await readDocx(makeDocx(body), { budget: createBudget(LIMITS.inflatedBytes), limits: LIMITS })
    expect(cellsOf(blocks)).toEqual(['0,0 党支部名称 1×1', '1,0 末行 1×1'])
  })

  it('is no part of the table of a doc, where the ends of all its cells are hidden', async () => {
    const runs = [
      ...docRow(['首行', '甲'], [0, 0]),
      ...docRow(['隐行', '乙'], [0, 0], [], true),
      ...docRow(['末行', '丙'], [0, 0]),
    ]
    expect(await doc(runs)).toEqual(['0,0 首行 1×1', '0,1 甲 1×1', '1,0 末行 1×1', '1,1 丙 1×1'])
  })
})
