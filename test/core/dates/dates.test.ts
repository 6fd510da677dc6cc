import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIntervals } from '../../../src/core/dates/dates.ts'
import { daysOf } from '../../../src/core/eligibility/window.ts'
import { runs } from '../../support/runs.ts'

/** The one time that a text tells. */
function readInterval(text: string, today: string | null = null) {
  const [first, ...more] = readIntervals(text, today)
  return first === undefined || more.length > 0 ? null : first
}

const TODAY = '2024-05'
const datesIn = (text: string) => readIntervals(text, TODAY).map(({ date }) => date)

describe('a date as forms write it', () => {
  test.each([
    ['2016年6月', '2016-06'],
    ['2016年06月份', '2016-06'],
    ['2013.4.25', '2013-04-25'],
    ['2018.12.18', '2018-12-18'],
    ['2019-04-12', '2019-04-12'],
    ['2022年6月1日', '2022-06-01'],
    ['2022/6', '2022-06'],
    ['2022.06', '2022-06'],
    ['202405', '2024-05'],
    ['20210601', '2021-06-01'],
    ['2022', '2022'],
    ['2022年', '2022'],
    ['2022年度', '2022'],
    ['2022年底', '2022-12'],
    ['2022年年底', '2022-12'],
    ['2022年末', '2022-12'],
    ['2022年初', '2022-01/2022-03'],
    ['2022年6-7月', '2022-06/2022-07'],
    ['2022年七一', '2022-07'],
    ['22-23学年', '2022-09/2023-08'],
    ['2022-2023', '2022-01/2023-12'],
    ['二○一二年', '2012'],
    ['二oo八年六月十五日', '2008-06-15'],
    ['二〇二二年十二月', '2022-12'],
    ['２０２２年６月', '2022-06'],
    ['22年6月', '2022-06'],
    ['98年6月', '1998-06'],
    ['2022年“七一”', '2022-07'],
    ['2022年上半年', '2022-01/2022-06'],
    ['2022年下半年', '2022-07/2022-12'],
    ['2022年第三季度', '2022-07/2022-09'],
    ['2021-2022学年', '2021-09/2022-08'],
    ['2014—2015学年', '2014-09/2015-08'],
    ['二〇一八至二〇一九学年', '2018-09/2019-08'],
    ['2022-2023学年第一学期', '2022-09/2023-01'],
    ['2022-2023学年第二学期', '2023-02/2023-08'],
    ['2024年秋季学期', '2024-09/2025-01'],
    ['2022年3月至2024年3月', '2022-03/2024-03'],
    ['2022.03-2024.03', '2022-03/2024-03'],
    ['2022-06-2023-06', '2022-06/2023-06'],
    ['2024年6月-12月', '2024-06/2024-12'],
    ['2021—2023年', '2021-01/2023-12'],
    ['2020年3月至今', '2020-03/2024-05'],
  ])('%s is %s', (text, date) => {
    expect(readInterval(text, TODAY)).toMatchObject({ date, written: text })
  })

  test.each([
    '',
    '近三年',
    '2022年13月',
    '2022-02-30',
    '共2022人',
    '0411-84702024',
    '党发〔2022〕12号',
    '2023-2022学年',
  ])('«%s» is none', text => {
    expect(readIntervals(text, TODAY)).toEqual([])
  })

  test('without a present, «至今» has no end', () => {
    expect(readInterval('2020年3月至今')).toBeNull()
  })

  test('of several, none is the one', () => {
    expect(readInterval('2016年、2018年')).toBeNull()
  })
})

test.each([
  ['2016年、2018年分别获得校级“优秀基层党组织”称号', ['2016', '2018']],
  ['2021、2022年连续获评', ['2021', '2022']],
  ['1.2022年6月获评“先进党支部”', ['2022-06']],
  ['2023年7月、2024年3月', ['2023-07', '2024-03']],
  ['2022年七一表彰大会', ['2022-07']],
  ['2023年6月至2022年6月', []],
])('%s tells of %o', (text, dates) => {
  expect(datesIn(text)).toEqual(dates)
})

test('a range covers the months from its first to its last', () => {
  expect(readInterval('2022年5月1日-2023年6月30日')).toMatchObject({ from: '2022-05', to: '2023-06', isRange: true })
})

test.each([
  ['2026年', '2026-01'],
  ['2024-2026年', '2026-01'],
  ['2024年6月-12月', '2024-12'],
  ['2024年上半年-下半年', '2024-07'],
  ['2022年6月至今', TODAY],
  ['2021-2022学年', '2021-09'],
  ['2022年6-7月', '2022-07'],
])('the end of %s begins in %s', (text, endFrom) => {
  expect(readInterval(text, TODAY)?.endFrom).toBe(endFrom)
})

const month = fc
  .tuple(fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => ({ year, number, text: `${year}-${String(number).padStart(2, '0')}` }))

test('every month comes back from each way to write it', () => {
  fc.assert(
    fc.property(month, ({ year, number, text }) => {
      const chinese = [...String(year)].map(digit => '〇一二三四五六七八九'[Number(digit)]).join('')
      const written = [`${year}年${number}月`, `${year}.${number}`, `${year}/${number}`, text, text.replace('-', '')]
      const spelled = year >= 1000 && year < 3000 ? [`${chinese}年${number}月`] : []
      for (const one of [...written, ...spelled]) expect(datesIn(one), one).toEqual([text])
    }),
  )
})

test('every range comes back with its first and last month, and its days are known', () => {
  fc.assert(
    fc.property(month, month, (one, other) => {
      const [from, to] = [one, other].sort((a, b) => a.text.localeCompare(b.text))
      fc.pre(from !== undefined && to !== undefined && from.text < to.text)
      const read = readInterval(`${from?.year}年${from?.number}月至${to?.year}年${to?.number}月`)
      expect(read?.date).toBe(`${from?.text}/${to?.text}`)
      expect(daysOf(read?.date ?? '')).not.toBeNull()
    }),
  )
})

test('what is read of any text is written in it and is a date of the JSON', () => {
  const piece = fc.constantFrom(
    '2022',
    '年',
    '6',
    '月',
    '.',
    '-',
    '至',
    '学年',
    '二〇',
    '十',
    '“七一”',
    '今',
    '上半年',
    ' ',
    '、',
    '日',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
      const text = pieces.join('')
      for (const { date, written, at } of readIntervals(text, TODAY)) {
        expect(text.slice(at).trimStart().startsWith(written)).toBe(true)
        expect(daysOf(date), `${text}: ${date}`).not.toBeNull()
      }
    }),
    { numRuns: runs(2000) },
  )
})
