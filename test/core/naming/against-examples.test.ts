import { expect, test } from 'vitest'
import { againstExamples } from '../../../src/core/naming/against-examples.ts'
import { call } from './call.ts'

const about = (subject: string, example: string) =>
  againstExamples({ ...call, naming: { subject, file: 'any', examples: { subject: example } } } as never)

test.each([
  ['党建工作样板支部申报书-{unit}{branch}', '党建工作样板支部申报书-机械工程学院教工第九党支部', null],
  ['党建工作样板支部申报书-{unit}{branch}', '党建工作样板支部申报书-机械工程学院XX党支部', null],
  ['党建工作样板支部申报书-{unit}{branch}', '样板支部申报书-教工第九党支部', '各部分对不上'],
  ['{branch}-{secretary.name}-申报书', '教工第九党支部-张三-申报书', null],
  ['{secretary.name}-{branch}-申报书', '教工第九党支部-张三-申报书', '“教工第九党支部”的位置应为“党支部书记姓名”'],
])('a call’s rule %s is held against the example of its notice, %s', (rule, example, why) => {
  const [said = null] = about(rule, example)
  if (why === null) expect(said).toBeNull()
  else expect(said).toBe(`通知举例的邮件主题“${example}”不符合命名规则“${rule}”：${why}；照例子命名的申报会被退回`)
})

test('without an example nothing is said', () => {
  expect(againstExamples({ ...call, naming: { subject: 'any', file: 'any' } } as never)).toEqual([])
})
