import { expect, test } from 'vitest'
import { applicantOf } from '../../../src/core/judge/decision.ts'
import { fileOf, formOf, judged } from '../../support/judged-mail.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const TITLE = '党建工作样板支部申报书'
const BRANCH = '教工第一党支部'

const form = (name: string, parent: string, branch = BRANCH) =>
  formOf(
    TITLE,
    { 党支部名称: branch, 所属基层党委: parent, 党支部书记姓名: '王立新', 党员人数: '32', 联系电话: '0411-84700000' },
    {
      name: `${name}.docx`,
      texts: { 近三年荣誉: '无', 工作基础: '支部工作扎实有效。', 创建思路: '围绕中心。', 创建举措: '每学期一次联学。' },
    },
  )

/** What becomes of a mail whose subject, file and form name these units; null: the mail is without a form, or the form names none. */
const told = (subject: string, file: string, parent: string | null, branch = BRANCH) => {
  const named = (unit: string) => `${TITLE}-${unit}${branch}`
  const documents = parent === null ? [fileOf(`${named(file)}.pdf`, 'pdf')] : [form(named(file), parent, branch)]
  const [decision] = judged([shippedCall], { subject: named(subject), documents })
  return { decision, codes: decision.problems.map(({ code }) => code) }
}

test.each([
  ['材料科学与工程学院', '材料科学与工程学院', '材料科学与工程学院党委', BRANCH],
  ['材料学院', '材料学院', '', BRANCH],
  ['化工与环境生命学部', '化工与环境生命学部', '化工与环境生命学部党委', '化工机械系教工党支部'],
  ['大连理工大学外国语学院', '外国语学院', '外国语学院党委', '英语系教工第三党支部'],
])('an application of another college (%s) is a person’s case, and nobody is asked to call it ours', (...names) => {
  const { decision, codes } = told(...names)
  expect(decision.outcome).toBe('held')
  expect(codes).toContain('branch.unknown')
  expect(codes).not.toContain('subject.pattern')
  expect(codes).not.toContain('file.name')
  expect(JSON.stringify(decision.problems)).toContain(names[0].replace('大连理工大学', ''))
  expect(JSON.stringify(decision.problems)).not.toContain('党建工作样板支部申报书-机械工程学院')
  expect(applicantOf(decision)).toBeNull()
})

test.each([
  ['機械工程学院', '机械工程学院', '机械工程学院党委'],
  ['机械学院', '机械学院', '机械工程学院党委'],
  ['机械学院', '机械学院', ''],
  ['机戒工程学院', '机戒工程学院', ''],
  ['机械工程', '机械工程', ''],
  ['', '', '机械工程学院党委'],
])('a slip in, or a short form of, our own unit (%s) stays ours', (...names) => {
  const { decision, codes } = told(...names)
  expect(codes).not.toContain('branch.unknown')
  expect(decision.branch).toEqual({ name: BRANCH })
})

test('where another place names our unit, the names contradict each other, and are to be put right', () => {
  expect(told('材料学院', '机械工程学院', '').codes).toContain('subject.pattern')
  expect(told('材料学院', '材料学院', '机械工程学院党委').decision.outcome).toBe('returned')
})
