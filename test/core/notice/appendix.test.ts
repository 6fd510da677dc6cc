import { expect, test } from 'vitest'
import { appendedForm } from '../../../src/core/notice/appendix.ts'
import { draftCall } from '../../../src/core/notice/draft.ts'
import { noticeOf } from '../../../src/core/notice/notice.ts'
import { paragraphs, table } from '../../support/blocks.ts'

const BODY = `关于评选2025年研究生奖学金的通知
各研究生：
请填写《研究生奖学金申请审批表》（附件1），于9月24日17:00前发送至邮箱 jxj@jhut.example.cn。
附件：1.研究生奖学金申请审批表
材料学院
2025年9月15日`
const FORM = table([
  ['姓名', '', '学号', ''],
  ['导师', '', '联系电话', ''],
])
const WHOLE = {
  blocks: [
    ...paragraphs(BODY),
    ...paragraphs('附件1\n研究生奖学金申请审批表'),
    FORM,
    ...paragraphs('附件2\n学术成果一览表'),
    table([
      ['序号', '成果名称', '刊物'],
      ['1', '', ''],
    ]),
  ],
}

test('a form that hangs on the notice is the blank form, and the notice ends before it', () => {
  const { body, form } = appendedForm(WHOLE)
  expect(noticeOf(body).lines.at(-1)).toBe('2025年9月15日')
  const { head, form: drafted, remarks } = draftCall(noticeOf(body), form, '2026-11-29')
  expect([head.unit?.value, head.announced.day?.value]).toEqual(['材料学院', '2025-09-15'])
  expect(drafted?.fields.map(({ label }) => label)).toEqual(['姓名', '学号', '导师', '联系电话'])
  expect(remarks.map(({ about }) => about)).toContain('空白表附在通知之后，请另存为Word文件，并写入forms下的template')
})

test('a list of appendices is none, nor is a list that hangs on it a form', () => {
  expect(appendedForm({ blocks: paragraphs(BODY) })).toEqual({ body: { blocks: paragraphs(BODY) }, form: null })
  const listed = {
    blocks: [
      ...paragraphs(BODY),
      ...paragraphs('附件2\n推荐汇总表'),
      table([
        ['序号', '姓名'],
        ['', ''],
      ]),
    ],
  }
  expect(appendedForm(listed)).toEqual({ body: { blocks: paragraphs(BODY) }, form: null })
})

const LINES = `江海理工大学机械学院
2025年11月11日

附件：优秀班级申报表

优秀班级申报表
班级名称：
班主任：　　　　班长：
联系电话：
主要事迹（1000字以内）：`

test.each([
  ['under «附件：…»', LINES],
  ['under its number', LINES.replace('附件：', '附件1：')],
  ['in one line with the word', LINES.replace(/^优秀班级申报表\n/m, '')],
  ['without it', LINES.replace(/附件：.*\n/, '')],
])('a form of lines hangs on the notice as one of tables does: %s', (_, lines) => {
  const said = '关于评选优秀班级的通知\n各班级：\n请填写《优秀班级申报表》，于11月28日前发送至a@jhut.example.cn。'
  const { body, form } = appendedForm({ blocks: paragraphs(`${said}\n${lines}`) })
  const { head, deadline } = draftCall(noticeOf(body), form, '2026-11-29')
  expect([head.unit?.value, head.announced.day?.value]).toEqual(['机械学院', '2025-11-11'])
  expect(deadline.candidates[0]?.at.slice(0, 10)).toBe('2025-11-28')
  expect(form?.title).toBe('优秀班级申报表')
  expect(form?.fields.map(({ label }) => label)).toEqual(['班级名称', '班主任', '班长', '联系电话'])
})

test('labels that a notice fills in are its own, not a form’s', () => {
  const text = `${BODY}\n联系人：王老师\n联系电话：0451-86410011\n附件：申报表\n地址：机械楼`
  expect(appendedForm({ blocks: paragraphs(text) }).form).toBe(null)
})

test.each([
  '邮件正文须写明以下内容，并附推荐表\n学院：\n姓名：\n学号：\n请于2024年5月20日12:00前将材料发送至a@example.edu.cn\n三、评审办法\n学生工作部',
  '请各学院填写申报表\n1.姓名：\n2.学号：\n3.专业：\n并于5月20日前发送至a@example.edu.cn',
  '推荐表\n学院：\n姓名：\n学号：\n并于5月20日前发送至a@example.edu.cn',
])('what a notice asks to be written is no blank form: %s', said => {
  const blocks = paragraphs(`关于评选的通知\n${said}`)
  expect(appendedForm({ blocks })).toEqual({ body: { blocks }, form: null })
})
