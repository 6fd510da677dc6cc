import { describe, expect, test } from 'vitest'
import { type Block, PICTURE } from '../../../src/core/document/document.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { paragraph, paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const kindOf = (...blocks: Block[]) => readForm({ blocks }, shippedCall).kind

const VALUES = table([
  ['党支部名称', '教工第一党支部', '党员人数', '32'],
  ['党支部书记姓名', '张建华', '联系电话', '84700001'],
])
const TEXTS = paragraphs('四、工作基础\n每月学习，成效显著。\n五、创建思路\n党建引领。\n七、预期成效\n案例2项。')

describe('a document that is neither proven another thing nor recognised as the form is read by nobody', () => {
  test.each([
    ['a list that names people', '教工第一党支部骨干', '主持人：陈立新\n联系电话：84700001'],
    ['a page without a title', '', '书记姓名：陈立新\n联系电话：84700001\n党员人数：32'],
    [
      'a plan that looks like measures',
      '下一步打算',
      '1. 联学共建，2024年12月前完成。\n2. 编印案例，2025年6月前完成。',
    ],
    ['prose that looks like outcomes', '', '形成案例2项，发表论文3篇，师生满意度达到95%以上。'],
    ['the title and nothing else', '党建工作样板支部申报书', '扫描件见后页'],
    ['a form that may be ours in other words', '标杆党支部创建申报书', '支部：教工第一党支部\n电话：84700001'],
  ])('%s', (_, title, text) => {
    expect(kindOf(...paragraphs(`${title}\n${text}`))).toBe('unread')
  })

  test('a table of another matter without its title', () => {
    const rows = [
      ['姓名', '李文博', '所在党支部', '教工第一党支部'],
      ['联系电话', '84700001', '支部书记', '张建华'],
      ['主要事迹', '勤恳工作，成绩突出。', '获奖情况', '2023年获校级“优秀共产党员”称号。'],
    ]
    expect(kindOf(table(rows))).toBe('unread')
  })
})

describe('a document that calls itself another thing is no form', () => {
  test.each([
    ['支部党员大会会议记录', '时间：2024年4月12日\n主持人：陈立新\n一、传达学习\n二、讨论样板支部申报事宜'],
    ['教工第一党支部样板支部创建工作总结', '一、主要工作\n全年学习24次。\n二、下一步计划\n2024年底前完成阵地建设。'],
    ['党员发展工作台账', '联系电话：84700001'],
    ['荣誉证书', '教工第一党支部：被评为“先进党支部”。'],
    ['入党志愿书', '姓名：李文博\n联系电话：84700001'],
    ['费用报销单', '经办人：韩示例'],
  ])('%s', (title, text) => {
    expect(kindOf(...paragraphs(`${title}\n${text}`))).toBe('absent')
  })
})

describe('the form is recognised', () => {
  test('by its title and two of its labels', () => {
    expect(kindOf(...paragraphs('党建工作样板支部申报书\n党支部名称：教工第一党支部\n五、创建思路\n党建引领。'))).toBe(
      'filled',
    )
  })

  test.each(['', '标杆党支部创建申报书', '关于遴选党建工作样板支部的通知'])(
    'by most of its labels and sections, whatever stands over them (%s)',
    title => {
      expect(kindOf(paragraph(title), VALUES, ...TEXTS)).toBe('filled')
    },
  )

  test('by its title in words of one’s own («报告书»)', () => {
    const title = '机械工程学院机关党支部\n申报校级党建工作样板支部的报告书'
    expect(kindOf(...paragraphs(title), VALUES, ...TEXTS)).toBe('filled')
  })

  test('by its own title under that of the notice that hands it out', () => {
    const notice = '关于遴选党建工作样板支部的通知\n附件2\n党建工作样板支部申报书'
    expect(kindOf(...paragraphs(notice), VALUES)).toBe('unread')
    expect(kindOf(...paragraphs(notice), VALUES, ...TEXTS)).toBe('filled')
  })
})

describe('a form of another cycle', () => {
  test.each([
    ['（2022年度）', 'outdated'],
    ['2022年度', 'outdated'],
    ['2022年5月至2024年5月', 'outdated'],
    ['建设周期：2022.05—2024.05', 'outdated'],
    ['（2024年度）', 'filled'],
    ['2024年5月至2026年5月', 'filled'],
    ['（2024—2026年创建周期）', 'filled'],
    ['（2023—2025年创建周期）', 'outdated'],
    ['2023年10月', 'filled'],
  ])('that says «%s» in a line beside its title, whether or not that line looks like a heading', (line, kind) => {
    expect(kindOf(...paragraphs(`党建工作样板支部申报书\n${line}`), VALUES, ...TEXTS)).toBe(kind)
  })
})

test('a form whose title says the year of the call is this year’s, whatever other year stands beside it', () => {
  expect(kindOf(...paragraphs('2024年度党建工作样板支部申报书\n（2022年度）'), VALUES, ...TEXTS)).toBe('filled')
})

test('a blank that bears the unit’s own name is a blank, and one filled answer makes it a form', () => {
  const sheet = (unit: string, phone: string) =>
    kindOf(
      paragraph('党建工作样板支部申报书'),
      table([
        ['党支部名称', '', '所属基层党委', unit],
        ['党支部书记姓名', '', '联系电话', phone],
        ['党员人数', '', '', ''],
      ]),
      ...paragraphs('二、近三年荣誉\n四、工作基础\n五、创建思路\n六、创建举措\n七、预期成效'),
    )
  expect(sheet('机械工程学院党委', '')).toBe('blank')
  expect(sheet('中共大连理工大学机械工程学院委员会', '')).toBe('blank')
  expect(sheet('机械工程学院党委', '84700001')).toBe('filled')
  expect(sheet('教工第一党支部', '')).toBe('filled')
})

test('the rows that a blank prints for whose honours they ask are no answer, and a picture may be one', () => {
  const honours = table([
    [{ of: '近三年荣誉', high: 3 }, '党支部', ''],
    ['支部书记', ''],
    ['支部成员', ''],
  ])
  const blank = readForm(
    { blocks: [paragraph('党建工作样板支部申报书'), honours, ...paragraphs('五、创建思路\n党建引领。')] },
    shippedCall,
  )
  expect(blank.kind === 'filled' && blank.form.presence.honours).toBe('empty')
  const title = paragraph('党建工作样板支部申报书')
  const pictured = { blocks: [title, honours, paragraph(PICTURE), ...paragraphs('五、创建思路\n党建引领。')] }
  const reading = readForm(pictured, shippedCall)
  expect(reading.kind === 'filled' && reading.form.presence.honours).toBe('unplaced')
})
