import { expect, test } from 'vitest'
import type { Block } from '../../../src/core/document/document.ts'
import { labelsOf } from '../../../src/core/form/labels.ts'
import { readMeasures } from '../../../src/core/form/measures.ts'
import { promptsOf } from '../../../src/core/form/prompt.ts'
import { paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const prompts = promptsOf(labelsOf(shippedCall.form), new Set())
const read = (...blocks: Block[]) =>
  readMeasures(blocks, { cycle: shippedCall.cycle, isPrinted: text => prompts.isBlank(text) })
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
