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
