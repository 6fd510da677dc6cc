import { expect, test } from 'vitest'
import type { Table } from '../../../src/core/document/document.ts'
import { describeBlank } from '../../../src/core/notice/describe-blank.ts'
import { guessType } from '../../../src/core/notice/form-draft.ts'
import { paragraph, table as tableOf } from '../../support/blocks.ts'

const table = (...rows: readonly string[][]): Table => tableOf(rows)

const described = (...blocks: (Table | ReturnType<typeof paragraph>)[]) => {
  const { fields, sections } = describeBlank({ blocks: [paragraph('科学技术奖提名书'), ...blocks] })
  return [...fields, ...sections].map(({ label, type }) => `${label}: ${type}`)
}

test('a list of people is a table, and none of honours', () => {
  const columns = ['排名', '姓名', '技术职称', '工作单位', '对本项目的贡献']
  expect(described(paragraph('五、主要完成人情况表'), table(columns, ['1', '', '', '', '']))).toEqual([
    '主要完成人情况表: table',
  ])
  expect(described(paragraph('六、获奖情况'), table(['时间', '奖项名称', '授予单位'], ['', '', '']))).toEqual([
    '获奖情况: honours',
  ])
})

test.each([
  ['近三年主讲课程及学时(课程名称、学时、学生人数)', 'text'],
  ['本年度培训学时', 'number'],
  ['预计参与人数', 'number'],
  ['英语六级成绩', 'number'],
  ['从事教学工作年限', 'number'],
])('a label of several things is no number: %s', (label, type) => expect(guessType(label)).toBe(type))

test('a label that says who seals it is asked all the same, and so is a catalogue under its own name', () => {
  expect(described(table(['单位名称（公章）', '', '实验室名称', '']))).toEqual([
    '单位名称（公章）: text',
    '实验室名称: text',
  ])
  expect(
    described(paragraph('六、主要知识产权目录'), table(['序号', '类别', '名称', '授权号'], ['1', '', '', ''])),
  ).toEqual(['主要知识产权目录: table'])
  expect(described(table(['单位意见（公章）', '', '公章', '']))).toEqual([])
})

test('boxes behind a label are its own where another label stands behind them', () => {
  expect(
    described(paragraph('作品类别：□图文  □视频  □展教品        编号：（由协会填写）'), table(['作品名称', ''])),
  ).toEqual(['作品类别: choice', '作品名称: text'])
})

test('what is asked in two languages bears the name of what is asked', () => {
  const spanning = tableOf([
    [{ of: '项目名称', high: 2 }, '中文', ''],
    ['英文', ''],
  ])
  const { fields } = describeBlank({ blocks: [paragraph('科学技术奖提名书'), spanning] })
  expect(fields.map(({ id, label }) => [id, label])).toEqual([
    ['project', '项目名称中文'],
    ['item1', '项目名称英文'],
  ])
})

test('labels in a line are each asked, with a unit behind the place of its answer', () => {
  const line = '会员人数：______人      会员入会率：______%     会员评家满意率：______%'
  expect(described(paragraph(line), paragraph('活动场所面积：______平方米    开展活动：______次'))).toEqual([
    '会员人数: number',
    '会员入会率: number',
    '会员评家满意率: number',
    '活动场所面积: number',
    '开展活动: text',
  ])
})

test('who is to seal beside its name is asked for the name', () => {
  expect(described(paragraph('申报单位（盖章）：______________部门工会'))).toEqual(['申报单位（盖章）: text'])
  expect(described(paragraph('推荐单位：（盖章）'))).toEqual(['推荐单位: text'])
  expect(described(paragraph('负责人：（签字）'), table(['所在单位意见（盖章）', '']))).toEqual([])
})

test.each([
  ['志愿时长(小时)', 'number'],
  ['论文(篇)', 'number'],
  ['家庭年收入(元)', 'money'],
  ['实践检验期(年)', 'number'],
  ['累计工作时间(天)', 'number'],
  ['演出时长(分钟)', 'number'],
  ['电子信箱', 'email'],
  ['曾获奖励(名称、时间)', 'text'],
])('a unit behind a label tells what is asked: %s', (label, type) => expect(guessType(label)).toBe(type))

test('a limit of letters in a label makes it a section, and so does a count of honours', () => {
  const blank = {
    blocks: [paragraph('申报表'), table(['团队简介（限300字）', ''], ['近三年团队所获主要荣誉（限10项）', ''])],
  }
  expect(describeBlank(blank).sections.map(({ label, type }) => `${label}: ${type}`)).toEqual([
    '团队简介（限300字）: text',
    '近三年团队所获主要荣誉（限10项）: honours',
  ])
})

test('what explains how to fill in a form asks for nothing', () => {
  const explained = [
    paragraph('填 表 说 明'),
    paragraph('1.成果名称不超过35个汉字。'),
    paragraph('2.成果起止时间：起始时间指立项研究的日期，完成时间指通过验收的日期。'),
    paragraph('3.本申报书统一用A4纸打印。'),
  ]
  expect(described(...explained, paragraph('一、基本情况'), table(['成果起止时间', ''], ['姓名', '']))).toEqual([
    '成果起止时间: date',
    '姓名: person',
  ])
  expect(described(...explained, paragraph('一、工作思路'), paragraph(''))).toEqual(['工作思路: text'])
})

test('two days beside one label are each asked by the word in front of it', () => {
  expect(described(table(['成果起止时间', '起始：    年   月', '完成：    年   月'], ['完成单位', '', '']))).toEqual([
    '起始: date',
    '完成: date',
    '完成单位: text',
  ])
})

test('XX, brackets to mark and the year before an answer wait to be filled in; an answer that stands there does not', () => {
  expect(
    described(
      table(
        ['姓名', '某某某', '学号', 'XXXX', ''],
        ['类别', '重点课题（） 一般课题（）', '', '', ''],
        ['考核结果', '2021年', '', '2022年', ''],
      ),
      table(['组织单位', '学校工会']),
    ),
  ).toEqual(['姓名: person', '学号: digits', '类别: choice', '考核结果: text'])
})

test('prizes under whatever heading are honours, also where a column is called as what is printed around an answer', () => {
  const columns = ['奖项名称', '授奖单位', '获奖时间']
  expect(described(paragraph('五、近五年所获'), table(columns, ['', '', '']))).toEqual(['近五年所获: honours'])
  expect(described(table(['获奖情况', '时间', '名次', '授予单位'], ['', '', '', '']))).toEqual(['获奖情况: honours'])
})

test('a hint in brackets, kinds with brackets to mark and lettered kinds are places to fill in', () => {
  expect(
    described(
      table(['班级建设情况', '（思想建设、学风建设、文体活动）']),
      table(['课题类别', '重点课题（  ）  一般课题（  ）']),
      table(['预期成果形式', 'A.论文  B.研究报告  C.其他']),
    ),
  ).toEqual(['班级建设情况: text', '课题类别: choice', '预期成果形式: choice'])
})

test('honours stand once, and a list of further ones is a table', () => {
  const blank = {
    blocks: [
      paragraph('申报表'),
      table(['集体荣誉', '']),
      paragraph('二、个人获奖'),
      table(['姓名', '奖项名称', '级别'], ['', '', '']),
    ],
  }
  const { fields, sections } = describeBlank(blank)
  expect([...fields, ...sections].map(({ label, type }) => `${label}: ${type}`)).toEqual([
    '个人获奖: table',
    '集体荣誉: honours',
  ])
})

test.each([
  ['班主任', 'person'],
  ['辅导员', 'person'],
  ['安全员', 'person'],
  ['自评得分', 'number'],
])('%s is asked as %s', (label, type) => expect(guessType(label)).toBe(type))

test('a label that stands twice is told', () => {
  const blank = {
    blocks: [paragraph('申报表'), table(['负责人', '', '联系电话', '']), table(['安全员', '', '联系电话', ''])],
  }
  expect(describeBlank(blank).twice).toEqual(['联系电话'])
})

test('of two numbers in one cell a person has one', () => {
  const { fields } = describeBlank({ blocks: [paragraph('申报表'), table(['姓名', '', '学号/工号', ''])] })
  expect(fields.map(({ id, required }) => [id, required])).toEqual([
    ['name', true],
    ['studentNo', false],
    ['staffNo', false],
  ])
})

test('a sentence with gaps is to be filled in', () => {
  expect(described(table(['书稿完成情况', '已完成（  ）%，预计完稿时间：    年   月']))).toEqual(['书稿完成情况: text'])
})

test('what is printed around an answer of two days is no label', () => {
  expect(described(table(['建设周期', '自    年  月至    年  月', '']))).toEqual(['建设周期: text'])
})

test('a list beside its label is a table, and none of a branch’s measures', () => {
  const rows = (label: string) => table([label, '时间', '活动内容', '参加人数'], ['', '', '', ''])
  expect(described(rows('近两年主要活动'))).toEqual(['近两年主要活动: table'])
  expect(described(rows('主要参与者'))).toEqual(['主要参与者: table'])
})

test('a union that stands where a college would is the unit', () => {
  const { fields } = describeBlank({ blocks: [paragraph('申报表'), table(['分工会名称', ''], ['主席姓名', ''])] })
  expect(fields.map(({ id }) => id)).toEqual(['college', 'item1'])
})

test('beside the sum that is applied for a budget is a text', () => {
  expect(described(table(['申请经费（元）', '', '经费预算', '']))).toEqual(['申请经费（元）: money', '经费预算: text'])
  expect(described(table(['项目名称', '', '经费预算', '']))).toEqual(['项目名称: text', '经费预算: money'])
})
