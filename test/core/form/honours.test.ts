import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/document.ts'
import type { Honour } from '../../../src/core/form/form.ts'
import { formLabels } from '../../../src/core/form/form-labels.ts'
import { readHonours } from '../../../src/core/form/honours.ts'
import { paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const CONTEXT = {
  labels: formLabels(shippedCall.form),
  secretary: '张建华',
  branch: '教工第一党支部',
  today: '2024-05',
}
const read = (...blocks: Block[]) => readHonours(blocks, CONTEXT)
const readText = (text: string) => read(...paragraphs(text))
const shortly = ({ date, name, recipientKind, level }: Honour) => [date, name, recipientKind, level]

const HEAD = ['序号', '时间', '荣誉名称', '获奖对象', '级别', '授予单位']

describe('a table of honours', () => {
  test('gives each row with its cells, quoted whole', () => {
    const row = ['1', '2022年6月', '先进基层党组织', '党支部', '校级', '中共大连理工大学委员会']
    expect(read(table([HEAD, row]))).toEqual([
      {
        date: '2022-06',
        name: '先进基层党组织',
        recipient: '党支部',
        recipientKind: 'branch',
        level: 'university',
        grantedBy: '中共大连理工大学委员会',
        quote: row.join(' | '),
      },
    ])
  })

  test('leaves out empty rows, examples and «无»', () => {
    const rows = [
      ['1', '', '', '', '', ''],
      ['示例', '2022年6月', '先进党支部', '党支部', '校级', '学校'],
      ['2', '', '无', '', '', ''],
    ]
    expect(read(table([HEAD, ...rows]))).toEqual([])
  })

  test('dates an honour twice where two dates stand in its row', () => {
    const [one, other] = read(table([HEAD, ['1', '2016年、2018年', '优秀基层党组织', '党支部', '校级', '学校']]))
    expect([one?.date, other?.date]).toEqual(['2016', '2018'])
  })

  test('is read through merged cells and goes on behind a row that names the recipient', () => {
    const honours = read(
      table([
        ['时间', '荣誉名称', '授予单位'],
        [{ of: '2022年6月', high: 2 }, '先进党支部', '大连理工大学党委'],
        ['最佳党日活动', '机械工程学院党委'],
      ]),
      ...paragraphs('支部成员'),
      table([['2023年9月', '师德标兵', '大连理工大学']]),
    )
    expect(honours.map(shortly)).toEqual([
      ['2022-06', '先进党支部', 'branch', 'university'],
      ['2022-06', '最佳党日活动', 'branch', 'school'],
      ['2023-09', '师德标兵', 'member', 'university'],
    ])
  })

  test('as lines of a PDF: a line with a cell missing is not read, rather than read wrongly', () => {
    const honours = readText(
      '时间\t荣誉名称\t获奖对象\t级别\n2022年6月\t先进党支部\t党支部\t校级\n2023年6月\t优秀共产党员\t校级',
    )
    expect(honours.map(shortly)).toEqual([['2022-06', '先进党支部', 'branch', 'university']])
  })
})

test('rows labelled by recipient hold sentences', () => {
  const honours = read(
    table([
      ['党支部', '2022年6月获校级“先进基层党组织”；2023年获评“最佳党日活动”'],
      ['党支部书记', '2023年6月获大连理工大学“优秀党务工作者”称号'],
      ['支部成员', '李文博2023年9月获校级“师德标兵”'],
    ]),
  )
  expect(honours.map(shortly)).toEqual([
    ['2022-06', '先进基层党组织', 'branch', 'university'],
    ['2023', '最佳党日活动', 'branch', 'unknown'],
    ['2023-06', '优秀党务工作者', 'secretary', 'university'],
    ['2023-09', '师德标兵', 'member', 'university'],
  ])
})

test('labels before sentences hold for those behind them', () => {
  const honours = readText(
    '（一）党支部获奖情况\n1. 2022.06 大连理工大学先进党支部\n支部成员：\n2023年9月，获校级“师德标兵”称号。',
  )
  expect(honours.map(shortly)).toEqual([
    ['2022-06', '大连理工大学先进党支部', 'branch', 'university'],
    ['2023-09', '师德标兵', 'member', 'university'],
  ])
})

describe('a sentence', () => {
  test.each([
    [
      '2022年6月，支部获校级“先进基层党组织”荣誉称号；支部书记获省级“优秀党务工作者”。',
      [
        ['2022-06', '先进基层党组织', 'branch', 'university'],
        [null, '优秀党务工作者', 'secretary', 'provincial'],
      ],
    ],
    [
      '支部2016年、2018年分别获得校级“优秀基层党组织”称号',
      [
        ['2016', '优秀基层党组织', 'branch', 'university'],
        ['2018', '优秀基层党组织', 'branch', 'university'],
      ],
    ],
    ['近三年，有3个支部评为校级优秀党支部', [[null, '校级优秀党支部', 'unknown', 'university']]],
    ['2022年“七一”被大连理工大学党委授予“先进党支部”', [['2022-07', '先进党支部', 'branch', 'university']]],
    ['2023年，2名党员获评校级“优秀共产党员”', [['2023', '优秀共产党员', 'member', 'university']]],
    ['张建华2023年6月荣获校级“优秀党务工作者”', [['2023-06', '优秀党务工作者', 'secretary', 'university']]],
    ['2023年团支部获校级“五四红旗团支部”', [['2023', '五四红旗团支部', 'unknown', 'university']]],
    ['2022年6月入围校级“十佳党支部”', [['2022-06', '十佳党支部', 'branch', 'university']]],
    [
      '2022年6月，支部获校级“先进党支部”，书记获省级“优秀党务工作者”，2023年又获校级“先进个人”',
      [
        ['2022-06', '先进党支部', 'branch', 'university'],
        ['2022-06', '优秀党务工作者', 'secretary', 'provincial'],
        ['2023', '先进个人', 'secretary', 'university'],
      ],
    ],
    ['支部自2018年成立以来，获校级“先进党支部”', [[null, '先进党支部', 'branch', 'university']]],
    ['在书记指导下，李文博2023年获校级“师德标兵”', [['2023', '师德标兵', 'member', 'university']]],
    ['支部工作获得师生一致好评。', []],
    ['2022年6月 赴大连市博物馆开展党日活动', []],
    ['支部推进“一融双高”，成效显著。', []],
    ['支部多次获奖。', []],
    ['无', []],
    ['', []],
  ])('%s', (sentence, expected) => {
    expect(readText(sentence).map(shortly)).toEqual(expected)
  })

  test('is quoted exactly, and names who granted it', () => {
    const [honour] = readText('前言。2022年6月，支部被大连理工大学党委授予“先进党支部”称号。')
    expect(honour).toMatchObject({
      grantedBy: '大连理工大学党委',
      quote: '2022年6月，支部被大连理工大学党委授予“先进党支部”称号。',
    })
  })
})
