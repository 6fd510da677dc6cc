import { expect, test } from 'vitest'
import { isDraftForComment, isOnlyCopied } from '../../../src/core/message/meant-as.ts'

test.each([
  ['申报书', '老师，帮看看这样写行不行'],
  ['样板支部申报书（初稿），请审阅', '您好'],
  ['党建工作样板支部申报书-机械工程学院教工第一党支部', '附件是草稿，请提出修改意见。'],
  ['征求意见：申报书', ''],
  ['申报书', '请老师把把关，谢谢'],
])('«%s: %s» calls itself a draft for comment', (subject, text) => {
  expect(isDraftForComment({ subject, text })).toBe(true)
})

test.each([
  ['党建工作样板支部申报书-机械工程学院教工第一党支部', '您好，申报书见附件，请审阅。'],
  ['【请审核】党建工作样板支部申报书-机械工程学院教工第一党支部', '请批评指正。'],
  ['申报书', '已改好，不是初稿了。'],
  ['申报书', '见附件。\n\n------------------ 原始邮件 ------------------\n发件人: 张三\n这是初稿，请审阅'],
])('«%s: %s» does not', (subject, text) => {
  expect(isDraftForComment({ subject, text })).toBe(false)
})

const OURS = ['jxdw@dlut.edu.cn']
const headers = (to: string, cc?: string) => ({
  headers: [{ name: 'to', value: to }, ...(cc === undefined ? [] : [{ name: 'cc', value: cc }])],
})

test.each([
  ['another, with us in copy', headers('li@dlut.edu.cn', '党委 <JXDW@dlut.edu.cn>'), true],
  ['us and another', headers('jxdw@dlut.edu.cn, li@dlut.edu.cn', 'wang@dlut.edu.cn'), false],
  ['us', headers('jxdw@dlut.edu.cn'), false],
  ['a list that we are on', headers('all@dlut.edu.cn'), false],
  ['nobody named', headers('undisclosed-recipients:;', 'jxdw@dlut.edu.cn'), false],
])('a mail to %s is only copied to us: %s', (_, mail, expected) => {
  expect(isOnlyCopied(mail, OURS)).toBe(expected)
})
