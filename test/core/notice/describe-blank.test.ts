import { expect, test } from 'vitest'
import type { Table } from '../../../src/core/document/document.ts'
import { describeBlank } from '../../../src/core/notice/describe-blank.ts'
import { guessType } from '../../../src/core/notice/form-draft.ts'

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text })
const table = (...rows: readonly (readonly string[])[]): Table => ({
  kind: 'table',
  cells: rows.flatMap((row, at) =>
    row.map((text, column) => ({
      ...{ row: at, column, rowSpan: 1, columnSpan: 1 },
      blocks: [paragraph(text)],
    })),
  ),
})
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
])('a label of several things is no number: %s', (label, type) => expect(guessType(label)).toBe(type))
