import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/document/document.ts'
import { labelsOf } from '../../../src/core/form/evidence/labels.ts'
import { promptsOf } from '../../../src/core/form/evidence/prompt.ts'
import { readMeasures } from '../../../src/core/form/values/measures.ts'
import { paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const labels = labelsOf(shippedCall.form)
const prompts = promptsOf(labels, new Set())
const { cycle, announced } = shippedCall
const read = (...blocks: Block[]) =>
  readMeasures(blocks, {
    ...{ cycle, announced, isTold: false },
    isBlank: text => prompts.isBlank(text),
    isLabel: text => labels.role(text) === 'label',
  })
const dues = (text: string) => read(...paragraphs(text)).map(({ due, dueText }) => [due, dueText])

const HEAD = ['举措', '内容', '完成时限', '责任人']

test('a table gives a measure a row, its limit as written', () => {
  const rows = [
    ['建强班子', '按期换届', '2024年6月-12月', '张建华'],
    ['联学共建', '共建6次', '每学期', '李文博'],
    ['总结推广', '编印案例', '', '李文博'],
  ]
  expect(read(table([HEAD, ...rows]))).toMatchObject([
    { text: '建强班子：按期换届', due: '2024-12', dueText: '2024年6月-12月', quote: rows[0]?.join(' | ') },
    { text: '联学共建：共建6次', due: 'recurring', dueText: '每学期', quote: rows[1]?.join(' | ') },
    { text: '总结推广：编印案例', due: null, dueText: '', quote: '总结推广 | 编印案例 | 李文博' },
  ])
})

test('empty rows, prompts and rows that are headings are no measures', () => {
  const rows = [['', '', '', ''], ['（请填写）', '', '（如2024年12月，请填写）', ''], [{ of: '一、政治建设', wide: 4 }]]
  expect(read(table([HEAD, ...rows]))).toEqual([])
})

test('an item may begin with its year', () => {
  const measures = read(
    ...paragraphs('1.每月开展主题党日。\n2.2024年12月前建成活动室。\n3、2025年6月前签订协议。\n4. 扩容1.5倍。'),
  )
  expect(measures.map(({ due }) => due)).toEqual(['recurring', '2024-12', '2025-06', null])
})

test('a paragraph may begin with a whole year', () => {
  expect(dues('2024年9月-12月：联学共建。\n2025年全年：打造品牌。').map(([due]) => due)).toEqual(['2024-12', '2025-12'])
})

test.each([
  ['主要措施', '完成期限'],
  ['工作内容', '时间'],
  ['措施', '计划完成时间'],
])('%s | %s head a table of measures', (text, due) => {
  expect(
    read(
      table([
        ['序号', text, due],
        ['1', '编写案例集', '2025年6月'],
      ]),
    ).map(({ due }) => due),
  ).toEqual(['2025-06'])
})

test('a column of measures may bear the name of the section', () => {
  const measures = read(
    table([
      ['工作举措', '进度安排'],
      ['建立学习制度', '2024年7月完成'],
      ['', ''],
    ]),
  )
  expect(measures.map(({ text, due }) => [text, due])).toEqual([['建立学习制度', '2024-07']])
})

test('a limit that spans rows holds for each of them', () => {
  const measures = read(table([HEAD, ['甲', '一', { of: '2025年底前', high: 2 }, ''], ['乙', '二', '']]))
  expect(measures.map(({ due }) => due)).toEqual(['2025-12', '2025-12'])
})

test('text gives a measure a numbered item, without its headings', () => {
  const text =
    '围绕以下方面开展创建。\n（一）政治建设\n1. 建强支部班子，2024年12月底前完成换届。\n细化分工。\n2. 开展联学共建（2025年6月）。\n（二）组织建设\n3. 每月开展主题党日。\n4. 打造品牌。'
  expect(read(...paragraphs(text)).map(({ text, due, dueText }) => [text, due, dueText])).toEqual([
    ['1. 建强支部班子，2024年12月底前完成换届。\n细化分工。', '2024-12', '2024年12月底前'],
    ['2. 开展联学共建（2025年6月）。', '2025-06', '2025年6月'],
    ['3. 每月开展主题党日。', 'recurring', '每月开展主题党日'],
    ['4. 打造品牌。', null, null],
  ])
})

test.each([
  ['建强班子。完成时限：2025年底前。', [['2025-12', '2025年底前']]],
  ['建强班子。完成时限：', [[null, null]]],
  ['2024年下半年，开展主题党日。', [['2024-12', '2024年下半年']]],
  ['2024年6月-2024年12月：完善制度。', [['2024-12', '2024年6月-2024年12月']]],
  ['完善制度。时间：2024年9月。', [['2024-09', '2024年9月']]],
  ['2023年12月，支部获评先进。', [[null, null]]],
  ['2024年6月、2025年6月两次组织联学。', [[null, null]]],
  [
    '一是加强学习，每月一次；二是打造先锋岗，2025年6月底前完成；三是总结推广。',
    [
      ['recurring', '每月一次'],
      ['2025-06', '2025年6月底前'],
      [null, null],
    ],
  ],
  [
    '1.2024年下半年，开展主题党日。\n2.2025年，打造先锋岗。',
    [
      ['2024-12', '2024年下半年'],
      ['2025-12', '2025年'],
    ],
  ],
  ['自2022年6月以来，支部坚持每月学习。', [['recurring', '每月学习']]],
  ['2022年6月获评先进，将继续努力。', [[null, null]]],
])('%s', (text, expected) => {
  expect(dues(text)).toEqual(expected)
})

describe('a limit is missing', () => {
  const row = (limit: string) => [
    ...[['举措', '完成时限', '责任人']],
    ['联学共建', '2024年12月', '张建华'],
    ['编印案例', limit, '李文博'],
  ]
  const second = (...blocks: Block[]) => read(...blocks).at(-1)?.dueText

  test('where its cell of a column that is understood is blank or holds a prompt', () => {
    expect(second(table(row('')))).toBe('')
    expect(second(table(row('（请填写）')))).toBe('')
  })

  test.each<[string, Block[]]>([
    ['a line over the table tells a time', [...paragraphs('以下举措均在2025年12月底前完成：'), table(row(''))]],
    [
      'the row tells one elsewhere',
      [
        table([
          ['举措', '完成时限', '责任人'],
          ['编印案例，2025年6月前完成', '', '李文博'],
        ]),
      ],
    ],
    [
      'the row recurs',
      [
        table([
          ['举措', '完成时限', '责任人'],
          ['每学期开展联学', '', '李文博'],
        ]),
      ],
    ],
    [
      'a cell of the row is merged with another’s',
      [
        table([
          ['类别', '举措', '完成时限'],
          [{ of: '党建', high: 2 }, '联学共建', '2024年12月'],
          ['编印案例', ''],
        ]),
      ],
    ],
    [
      'a row from end to end tells a time for those under it',
      [table([['举措', '完成时限'], [{ of: '第一阶段（2024年5月—2024年12月）', wide: 2 }], ['编印案例', '']])],
    ],
    ['the lines are no table', paragraphs('举措\t完成时限\n联学共建\t2024年12月\n编印案例\t ')],
    [
      'nobody understands the column’s label',
      [
        table([
          ['举措', '几时'],
          ['联学', '2024年12月'],
          ['共建', '2025年1月'],
          ['编印案例', ''],
        ]),
      ],
    ],
    ['a text has a label for it and nothing behind', paragraphs('1. 编印案例。完成时限：')],
    ['a text says 无', paragraphs('1. 编印案例。完成时限：无。')],
  ])('and nowhere else: %s', (_, blocks) => {
    expect(second(...blocks)).toBeNull()
  })

  test('in no row of labels that stands once more', () => {
    const again = [
      ['何事', '何时完成'],
      ['联学', '2024年12月'],
      ['何事', '何时完成'],
      ['编印', '2025年6月'],
    ]
    expect(read(table(again)).map(({ due }) => due)).toEqual(['2024-12', '2025-06'])
  })
})

test('a year that is told by the notice is counted from it, not from the cycle', () => {
  const blocks = paragraphs('1. 编印案例，明年6月底前完成。')
  const from = (announced: string) =>
    readMeasures(blocks, {
      ...{ cycle: { from: '2024-01', to: '2026-05' }, announced, isTold: false },
      isBlank: text => prompts.isBlank(text),
      isLabel: () => false,
    }).map(({ due }) => due)
  expect([from('2023-12-20'), from('2024-05-14')]).toEqual([['2024-06'], ['2025-06']])
})

test('a time within a sentence is no limit that anybody was late for', () => {
  const known = (text: string) => read(...paragraphs(text)).map(({ isLimitKnown }) => isLimitKnown)
  expect(known('1. 对接学校2030年前建成一流大学的目标，培育青年骨干。')).toEqual([false])
  expect(known('1. 编印案例，2027年6月完成。')).toEqual([true])
  expect(known('1. 编印案例（完成时限：2027年6月）。')).toEqual([true])
})

test.each([
  ['建立报告会制度，每月一次，完成时限2024年9月；', '2024-09'],
  ['开设下午茶，每月一次，2024年9月至2026年5月持续开展；', '2026-05'],
  ['编印案例集。\n何时完成：2025年3月', '2025-03'],
  ['图书资料，每学期添购2000元；', 'recurring'],
])('«%s» ends %s', (text, due) => {
  const [measure, ...others] = read(...paragraphs(`1. ${text}`))
  expect([measure?.due, others]).toEqual([due, []])
})

test('«做法1：» begins a measure as a number does', () => {
  const text = '做法1：编印案例集\n何时完成：2025年3月\n做法2：建成展示角\n何时完成：2025年6月'
  expect(dues(text).map(([due]) => due)).toEqual(['2025-03', '2025-06'])
})

test('a sum of money beside a measure is no year', () => {
  const rows = [
    ['2025年1月底前', '编印支部工作案例集', '2000'],
    ['每学期', '与企业支部结对共建', '3500'],
  ]
  expect(read(table(rows)).map(({ due }) => due)).toEqual(['2025-01', 'recurring'])
})

describe('a blank limit is none of a measure’s faults', () => {
  const dueTexts = (...blocks: Block[]) => read(...blocks).map(({ dueText }) => dueText)

  test('in lines with wide gaps, of which nothing is known to be blank', () => {
    expect(dueTexts(...paragraphs('举措\t完成时限\t责任人\n先锋讲堂开讲六次\t____\t张建华'))).toEqual([null])
  })

  test('where a time stands over the table, whatever headings stand among its rows', () => {
    const rows = table([HEAD, [{ of: '一、政治引领', wide: 4 }], ['先锋讲堂', '每年开讲六次', '', '张建华']])
    expect(dueTexts(...paragraphs('以下举措均于2025年12月前完成。'), rows).at(-1)).toBeNull()
  })

  test('in a row whose cells reach over other columns: a sum, who signs', () => {
    const rows = table([HEAD, ['先锋讲堂', '开讲六次', '2025年6月', '张建华'], ['合计', '两项', { of: '', wide: 2 }]])
    expect(dueTexts(rows)).toEqual(['2025年6月'])
  })

  test('where its cell holds words that are a label as well as a time', () => {
    expect(dueTexts(table([HEAD, ['先锋讲堂', '开讲六次', '年内', '张建华']]))).toEqual(['年内'])
  })
})
