import { expect, test } from 'vitest'
import { isPastedForm } from '../../../src/core/message/pasted-form.ts'

const FORM = [
  '党支部名称：教工第一党支部',
  '党支部书记：陈立新',
  '党员人数：32',
  '一、近三年荣誉',
  '2022年6月，支部获大连理工大学“先进基层党组织”荣誉称号。',
  '二、工作基础',
  '支部坚持“三会一课”制度，每月开展主题党日活动，党员人人撰写心得，学习成果在学院交流展示，得到师生普遍好评，连续三年被评为先进。',
]

test('a form pasted into the mail is known by its headings and fields', () => {
  expect(isPastedForm(FORM.join('\n'))).toBe(true)
})

test.each([
  '您好，申报书见附件，请查收。',
  ['老师您好：', '申报书已附上。', '姓名：陈立新', '电话：0411-84700000', '单位：机械工程学院'].join('\n'),
  `见附件。\n\n------------------ 原始邮件 ------------------\n发件人: 学院\n${FORM.join('\n')}`,
])('a few lines with a signature, or a quoted form, are none', text => {
  expect(isPastedForm(text)).toBe(false)
})
