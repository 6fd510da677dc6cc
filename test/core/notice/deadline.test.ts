import { describe, expect, test } from 'vitest'
import { readDeadline } from '../../../src/core/notice/deadline.ts'
import { noticeSaying } from './said.ts'

const candidates = (sentence: string, announced = '2024-05-14') =>
  readDeadline(noticeSaying(sentence), [announced]).candidates.map(({ at, why }) => `${at.slice(0, 19)} ${why}`.trim())

describe('the deadline of a notice is asked, with what it may be', () => {
  test.each([
    ['请于2024 年 6 月 7 日下午4点前提交', ['2024-06-07T16:00:00']],
    ['截止时间为2024年6月3日17:00', ['2024-06-03T17:00:00']],
    ['2024-06-03 17:00前发送至邮箱', ['2024-06-03T17:00:00']],
    ['二〇二四年六月九日上午十时前报送', ['2024-06-09T10:00:00']],
    ['报名时间：即日起至2024年6月1日24:00止', ['2024-06-01T23:59:59']],
    ['请于6月10日下午5：30前将材料发送至邮箱', ['2024-06-10T17:30:00 未写年份']],
    ['请于2024年6月7日早晨8点前报送', ['2024-06-07T08:00:00']],
    ['报名时间延到2024年6月9日（礼拜日）17:00', ['2024-06-09T17:00:00 延期后']],
    ['于明年3月1日12时前报送', ['2025-03-01T12:00:00 写作“明年”']],
    ['请于下月10日17:00前报送', ['2024-06-10T17:00:00 写作“下月”, 未写年份']],
    ['请于下周天17:00前报送', ['2024-05-26T17:00:00 写作“下周天”']],
  ])('%s', (sentence, expected) => {
    expect(candidates(sentence)).toEqual(expected)
  })

  test.each([
    ['需于520日上午10时前将申报书发至邮箱', ['2024-05-20T10:00:00 “520日”疑缺“月”, 未写年份']],
    ['5231200前发至邮箱', ['2024-05-23T12:00:00 “5231200”疑缺“月”“日”和冒号, 未写年份']],
    ['请于2024525日17:00前报送', ['2024-05-25T17:00:00 “525日”疑缺“月”']],
    ['请于20245月25日17:00前报送', ['2024-05-25T17:00:00']],
    ['请于52517:00前报送', ['2024-05-25T17:00:00 “525”疑缺“月”“日”, 未写年份']],
    ['请于5月2017:00前报送', ['2024-05-20T17:00:00 疑缺“日”, 未写年份']],
    ['请于5月317:00前报送', ['2025-05-03T17:00:00 疑缺“日”, 未写年份']],
    ['请于5月23 12:00前报送', ['2024-05-23T12:00:00 疑缺“日”, 未写年份']],
    ['请于5月20日10前报送', ['2024-05-20T10:00:00 未写年份, “10”后疑缺“时”']],
    ['请于5月20日1630前报送', ['2024-05-20T16:30:00 未写年份, “1630”疑缺冒号']],
  ])('says which character a web page lost: %s', (sentence, expected) => {
    expect(candidates(sentence)).toEqual(expected)
  })

  test.each([
    ['请于下月5日17:00前报送', '2024-12-20', ['2025-01-05T17:00:00 写作“下月”, 未写年份']],
    ['请于下月底17:00前报送', '2024-05-14', ['2024-06-30T17:00:00 写作“下月底”, 未写年份']],
    ['请于下月底17:00前报送', '2024-12-20', ['2025-01-31T17:00:00 写作“下月底”, 未写年份']],
  ])('counts the next month from the day of the notice: %s of %s', (sentence, announced, expected) => {
    expect(candidates(sentence, announced)).toEqual(expected)
  })

  test('parts digits that ran together in every way that is a day', () => {
    expect(candidates('材料于112日12:00前报送', '2024-01-05')).toEqual([
      '2024-01-12T12:00:00 “112日”疑缺“月”, 未写年份',
      '2024-11-02T12:00:00 “112日”疑缺“月”, 未写年份',
    ])
  })

  test('offers the day’s end and office hours where no hour is said', () => {
    expect(candidates('12月27日前发至邮箱')).toEqual([
      '2024-12-27T23:59:59 未写年份, 未写时刻: 当日24时',
      '2024-12-27T17:30:00 未写年份, 未写时刻: 当日下班',
    ])
    expect(candidates('6月7日下班前报送')).toEqual(['2024-06-07T17:30:00 未写年份, “下班前”未写时刻'])
  })

  test('offers this month and the next where none is said, and both halves of the day for a small hour', () => {
    expect(candidates('23日12:00前发送')).toEqual([
      '2024-05-23T12:00:00 未写月份, 未写年份',
      '2024-06-23T12:00:00 未写月份, 未写年份',
    ])
    expect(candidates('2024年6月3日5点前发送至邮箱')).toEqual([
      '2024-06-03T17:00:00 未写上午或下午',
      '2024-06-03T05:00:00 未写上午或下午',
    ])
  })

  test('a weekday that doesn’t fit, or a day before the notice, is told', () => {
    expect(candidates('6月20日（周一）中午12:00前发送')).toEqual(['2024-06-20T12:00:00 未写年份, 通知写周一, 实为周四'])
    expect(candidates('2024年5月9日12:00前提交')).toEqual(['2024-05-09T12:00:00 早于通知日期'])
  })

  test('neither the days of publication nor those of the event are candidates', () => {
    expect(candidates('公示时间为5月20日至5月24日')).toEqual([])
    expect(candidates('6月1日召开表彰大会')).toEqual([])
  })

  test('a sentence that names no day is quoted all the same', () => {
    const { said } = readDeadline(noticeSaying('请务必于下午4点前发送至邮箱。'), ['2024-05-14'])
    expect(said).toEqual(['请务必于下午4点前发送至邮箱。'])
  })
})

const candidatesIn = (...lines: string[]) =>
  readDeadline(noticeSaying(...lines), ['2024-10-30']).candidates.map(({ at, why }) =>
    `${at.slice(0, 16)} ${why}`.trim(),
  )

test('the day’s twenty-fourth hour is an hour', () => {
  expect(candidatesIn('请于2024年11月22日当日24时前将材料发至 wm@jhut.example.cn。')).toEqual(['2024-11-22T23:59'])
})

test('of one sentence the day of the mail comes before that of the paper', () => {
  const line =
    '请于2024年12月6日17:00前将材料电子版报送至邮箱，纸质版加盖公章后（一式一份）于2024年12月10日17:00前送至附楼415室。'
  expect(candidatesIn(line)).toEqual(['2024-12-06T17:00', '2024-12-10T17:00 纸质材料'])
})

test('a day behind which paper is spoken of is the paper’s', () => {
  const line = '请于2024年11月20日17:00前将电子版发送至a@b.cn，11月26日17:00前报送纸质版。'
  expect(candidatesIn(line)).toEqual(['2024-11-20T17:00', '2024-11-26T17:00 纸质材料, 未写年份'])
})

test('until when another system is open is told, and is no day of the mail', () => {
  const lines = [
    '登录申报系统填报，系统开放时间为2025年3月10日9时至2025年4月25日17时。',
    '电子版于2025年4月28日17:00前发送至 award@jhut.example.cn。',
  ]
  expect(candidatesIn(...lines)).toEqual(['2025-04-28T17:00', '2025-04-25T17:00 网上填报'])
})

test('until when people vote is no day by which anything is sent', () => {
  expect(candidatesIn('在公众号开展网络投票，投票截止时间为2024年12月2日18:00。')).toEqual([])
})

test('of a day whose hour one sentence says no other hour is offered', () => {
  const lines = [
    '（一）推荐申报（2024年11月4日至11月22日）。',
    '请于2024年11月22日18:00前将材料发至 wm@jhut.example.cn。',
  ]
  expect(candidatesIn(...lines)).toEqual(['2024-11-22T18:00'])
})

test('what the office does afterwards is no day to send by', () => {
  expect(candidates('材料初审（10月21日—24日）', '2025-09-28')).toEqual([])
  expect(candidates('2、视频面试（10月28日前后，请保持电话畅通）', '2025-09-28')).toEqual([])
})

test('a day behind an item’s number keeps its month', () => {
  const lines = ['1.4月7日启动；', '2.4月25日16:00前将材料发送至a@b.cn；', '3.5月16日前公布。']
  expect(readDeadline(noticeSaying(...lines), ['2025-04-03']).candidates[0]?.at).toBe('2025-04-25T16:00:00+08:00')
})

test('the end of a span is in its month', () => {
  expect(candidates('请于6月9日至13日将申报书发送至邮箱', '2025-05-26')).toEqual([
    '2025-06-13T23:59:59 未写年份, 未写时刻: 当日24时',
    '2025-06-13T17:30:00 未写年份, 未写时刻: 当日下班',
  ])
})

test('a day by which the work itself is done stands last', () => {
  const notice = noticeSaying(
    '课题应于2026年5月31日前完成，结题须提交研究报告。',
    '请于4月30日24:00前将申报书报送组织部。',
  )
  expect(readDeadline(notice, ['2025-04-02']).candidates.map(({ at }) => at.slice(0, 10))[0]).toBe('2025-04-30')
  expect(readDeadline(notice, ['2025-04-02']).candidates.map(({ at }) => at.slice(0, 10))).not.toContain('2026-05-31')
})

describe('of several steps each day says whose it is, and the mailbox’s comes first', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'the monitor’s own mailbox',
      [
        '申请人于2024年11月10日17:00前将申请表电子版发送至班长邮箱。',
        '各班班长于2024年11月12日17:00前汇总后发送至学院邮箱a@b.edu.cn。',
      ],
      ['2024-11-12T17:00', '2024-11-10T17:00 交所在单位'],
    ],
    [
      'to the class',
      [
        '一、学生申请：2024年11月12日18:00前，学生向班级提交申请表。',
        '各班于2024年11月16日12:00前将材料发至xg@x.edu.cn。',
      ],
      ['2024-11-16T12:00', '2024-11-12T18:00 交所在单位'],
    ],
    [
      'to the branch, then the college',
      [
        '2024年11月8日17:00前，党员将推荐表报所在党支部；',
        '2024年11月11日17:00前，党支部将材料电子版发送至学院党委邮箱dw@x.edu.cn。',
      ],
      ['2024-11-11T17:00', '2024-11-08T17:00 交所在单位'],
    ],
    [
      'up to the university, without a mailbox in the sentence',
      ['各支部2024年11月15日17:00前报学院党委，学院党委审核后于2024年11月22日17:00前统一报组织部。'],
      ['2024-11-22T17:00', '2024-11-15T17:00 交所在单位'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(candidatesIn(...lines)).toEqual(expected)
  })
  test('of two that are mailed the form’s stands first', () => {
    const lines = [
      '1.2024年11月10日17:00前，将论文摘要发送至a@b.edu.cn。',
      '2.2024年12月10日17:00前，将论文全文及《登记表》发送至a@b.edu.cn。',
    ]
    expect(candidatesIn(...lines)).toEqual(['2024-12-10T17:00', '2024-11-10T17:00'])
  })
  test('a report on a day is none that is sent in', () => {
    expect(candidatesIn('2024年11月15日前报到。', '2024年11月20日前报告学习体会。')).toEqual([])
  })
})
