import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/document/document.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { paragraph, paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const TITLE = paragraph('党建工作样板支部申报书')
const VALUES = table([
  ['党支部名称', '教工第一党支部', '党员人数', '32'],
  ['党支部书记姓名', '张建华', '联系电话', '0411-84700001'],
])

function formOf(...blocks: Block[]): Form {
  const reading = readForm({ blocks: [TITLE, VALUES, ...blocks] }, shippedCall)
  if (reading.kind !== 'filled') throw new Error(reading.kind)
  return reading.form
}

const dues = ({ measures }: Form) => measures.map(({ due, dueText }) => due ?? dueText)

test('a measure that begins with labels of its own fills the cell beside 创建举措', () => {
  const text = '（1）支部共建：与学生支部结对，2025年6月前开展6次；\n（2）书记领航：每人走访两次，2025年12月前完成。'
  const form = formOf(table([['1', '创建举措', text]]))
  expect(form.presence.measures).toBe('filled')
  expect(dues(form)).toEqual(['2025-06', '2025-12'])
})

test('a numbered label that spans rows is over all that stands in them', () => {
  const rows = table([
    [{ of: '9', high: 2 }, { of: '创建举措（每条注明时间）', high: 2 }, '（1）设立先锋岗6个（时间：2024年9月—12月）'],
    ['（2）编写微课10讲（时间：2025年底前）'],
  ])
  expect(dues(formOf(rows))).toEqual(['2024-12', '2025-12'])
})

test('«/» under the labels of a list is an answer', () => {
  const rows = table([
    ['序号', '时间', '荣誉名称', '授予单位'],
    ['1', '/', '/', '/'],
  ])
  expect(formOf(paragraph('二、近三年荣誉'), rows).presence.honours).toBe('filled')
})

test('a row that names something and says no more lacks no limit', () => {
  const rows = table([
    ['举措', '内容', '完成时限'],
    ['政治引领', '', ''],
    ['先锋讲堂', '每年开讲六次', '2025年6月'],
  ])
  expect(dues(formOf(paragraph('六、创建举措'), rows))).toEqual([null, '2025-06'])
})

test('measures in a table without labels begin with its first row', () => {
  const rows = table([
    ['先锋讲堂', '每年开讲六次', '2025年6月'],
    ['联学共建', '与企业支部结对', '2025年12月'],
  ])
  expect(dues(formOf(paragraph('六、创建举措'), rows))).toEqual(['2025-06', '2025-12'])
})

test('honours under a label of their own say that their blank place is not empty', () => {
  const rows = table([
    ['近三年荣誉'],
    ['党支部：2022年6月获校级“先进党支部”称号'],
    ['工作基础'],
    ['支部坚持每月学习。'],
  ])
  expect(formOf(rows).presence.honours).not.toBe('empty')
})

test('boxes with wide gaps between them stay with their label, and letters apart are one word', () => {
  const form = formOf(...paragraphs('支部类型：□教师  √学生  □离退休\n书    记：张建华'))
  expect(form.branchType).toBe('student')
})

describe('two columns of text that were taken for the columns of a table', () => {
  const line = '2021.12支部获得大连理工大学先进基层党组织\n称号（大连理工大学党委）'
  const form = formOf(
    table([
      ['Ⅰ 支部信息', '', 'Ⅱ 荣誉情况'],
      ['书记：杜若川', '', '1. 2023.07学院先进党支部（机械工程学院党委）'],
      ['邮箱：duruochuan@example.com', '', `3. ${line}`],
      ['党员人数：19名', '', 'Ⅲ 考核等次'],
    ]),
  )

  test('lose none of it: a line that the page’s end cut is no label', () => {
    expect(JSON.stringify(form.unplaced)).toContain('先进基层党组织')
  })

  test('leave the list doubtful of which a part may stand elsewhere', () => {
    expect([form.honours.length, form.confidence.honours]).toEqual([1, 'doubtful'])
  })
})

test.each([
  ['支部类型：(  )教师支部   ( √ )学生支部   (  )师生联合支部', 'student', 'filled'],
  ['支部类型：（ ）教师支部  （√）学生支部  （ ）师生联合支部', 'student', 'filled'],
  ['3. 支部类型：[x]教师支部    [ ]学生支部', 'teacher', 'filled'],
  ['支部类型：(  )教师支部   (  )学生支部   (  )师生联合支部', 'unknown', 'empty'],
])('boxes may be typed as brackets: %s', (line, type, presence) => {
  const form = formOf(...paragraphs(line))
  expect([form.branchType, form.presence.branchType]).toEqual([type, presence])
})

test.each([
  ['七、推进时间表', '先锋讲堂'],
  ['七、怎么干', '先锋讲堂'],
])('under «%s» items with their times are the measures', (heading, first) => {
  const form = formOf(
    ...paragraphs(
      `五、创建思路\n以党建引领科研攻关，把支部建成教书育人的战斗堡垒。\n${heading}\n${first}：每年开讲六次，2025年6月前。\n联学共建：与企业支部结对，2025年12月前。`,
    ),
  )
  expect(dues(form)).toEqual(['2025-06', '2025-12'])
  expect(form.confidence.measures).toBe('doubtful')
})

test('what a page’s end pushed into the row of the opinions may be the answer of the blank row over it', () => {
  const form = formOf(
    table([
      ['预期成效', ''],
      ['学院党委意见', '形成支部工作法1套，培育先进典型3名，开展志愿服务不少于40场，满意度不低于95%。\n盖章  年 月 日'],
    ]),
  )
  expect(form.presence.outcomes).toBe('unplaced')
  const opinions = table([
    ['预期成效', ''],
    ['学院党委意见', '同意推荐该支部申报。\n盖章  年 月 日'],
  ])
  expect(formOf(opinions).presence.outcomes).toBe('empty')
})

test('headings that speak of «关于……的情况» are the sections’ own', () => {
  const form = formOf(
    ...paragraphs(
      '一、关于近三年获得荣誉的情况\n党支部于2023年6月获得校级先进党支部称号。\n二、关于创建思路\n以党建引领科研攻关，把支部建成战斗堡垒。',
    ),
  )
  expect(form.idea).toBe('以党建引领科研攻关，把支部建成战斗堡垒。')
  expect(form.confidence).toMatchObject({ idea: 'sure', honours: 'sure' })
})

test('a list whose labels stand at the left, an entry a column, is the same list', () => {
  const measures = table([
    ['序号', '1', '2', '3'],
    ['创建举措', '先锋讲堂每年开讲六次', '与企业支部结对', '整理支部工作法'],
    ['完成时间', '2024年12月', '2025年6月', '2026年3月'],
    ['责任人', '张建华', '李明远', '王秀兰'],
  ])
  const honours = table([
    ['荣誉名称', '先进党支部', '优秀共产党员'],
    ['获奖者', '本支部', '李明远'],
    ['授予单位', '大连理工大学党委', '大连理工大学党委'],
    ['获奖时间', '2022年6月', '2023年7月'],
  ])
  const form = formOf(paragraph('二、近三年荣誉'), honours, paragraph('六、创建举措'), measures)
  expect(dues(form)).toEqual(['2024-12', '2025-06', '2026-03'])
  expect(form.measures[0]?.text).toBe('先锋讲堂每年开讲六次')
  expect(form.honours.map(({ name, date }) => [name, date])).toEqual([
    ['先进党支部', '2022-06'],
    ['优秀共产党员', '2023-07'],
  ])
})

describe('rows of pairs, some of which nobody knows,', () => {
  const labels = {
    name: ['姓名', 'person'],
    no: ['工号', 'digits'],
    members: ['参加人数', 'number'],
    funds: ['申请经费', 'money'],
  } as const
  const fields = Object.fromEntries(
    Object.entries(labels).map(([id, [label, type]]) => [id, { label, type, required: true }] as const),
  )
  const call = { ...shippedCall, form: { ...shippedCall.form, fields } }
  const valuesOf = (...rows: Row[]) => {
    const reading = readForm({ blocks: [paragraph('党建工作样板支部申报书'), table(rows)] }, call)
    return reading.kind === 'filled' ? reading.form.values : reading.kind
  }
  type Row = Parameters<typeof table>[0][number]

  test.each<[string, string, Row]>([
    ['4人', '1.5万元', ['研究起止时间', { of: '2026年7月1日至2027年6月30日', wide: 3 }]],
    ['共4人', '15000元', ['合作单位及人数', { of: '滨海重工集团，3人', wide: 3 }]],
    ['4', '1.5万元', ['指导教师', { of: '何静', wide: 3 }]],
    ['四人', '1.5万', ['学科类别', { of: '□理学 ☑工学', wide: 3 }]],
  ])('are no list over a label with its answer: %s, %s', (members, funds, row) => {
    const first = ['姓名', '罗建平', '工号', '20110087']
    expect(valuesOf(first, ['参加人数', members, '申请经费', funds], row)).toMatchObject({ members, funds })
    expect(
      valuesOf(first, ['实验学时', '32学时', '参加人数', members], row, ['申请经费', funds, '', '']),
    ).toMatchObject({
      ...{ members, funds },
    })
  })

  test.each([
    ['依托实验室', '精密测量实验室'],
    ['挂靠实验室', '反应工程实验室'],
    ['指导实验室', '指导本科生实验室'],
    ['合作单位', '滨海大学海洋研究所'],
    ['曾用名', '罗小平'],
  ])('hold one answer each: %s', (label, answer) => {
    const more: Row = ['参加人数', '4人', '申请经费', '1.5万元']
    expect(valuesOf(['姓名', '罗建平', label, answer], ['工号', '20110087', '', ''], more)).toMatchObject({
      name: '罗建平',
    })
    expect(valuesOf(['工号', '20110087', label, answer], ['姓名', '罗建平', '', ''], more)).toMatchObject({
      ...{ no: '20110087', name: '罗建平' },
    })
  })

  test('a name that its cell broke is one, and no other line is a part of it', () => {
    expect(valuesOf(['姓名', '罗建\n平'], ['工号', '20110087'])).toMatchObject({ name: '罗建平' })
    expect(valuesOf(['姓名', '罗建平\n化工学院'], ['工号', '20110087'])).toMatchObject({ name: '罗建平' })
    expect(valuesOf(['姓名', '罗建平\n\n关晓'], ['工号', '20110087'])).toMatchObject({ name: '罗建平、关晓' })
  })
})
