import { expect, test } from 'vitest'
import { isOnlyThanks } from '../../../../src/core/message/wishes/thanks.ts'

const answering = (text: string) => ({ subject: '回复: 党建工作样板支部申报书', text, references: [] })

test.each([
  '收到，谢谢老师！',
  '好的，收到，老师辛苦了！\n\n发自我的iPhone',
  '老师您好：\n已收到回复，感谢您的辛勤工作！\n陈立本 | 副教授\n大连理工大学机械工程学院',
  'Noted with thanks.\nBest regards',
  '已阅 👍',
  '收到\n\n在 2024-05-17 09:15:02，"机械工程学院党委" <jxdw@dlut.edu.cn> 写道：\n> 请问收到了吗？',
])('«%s» only thanks', text => expect(isOnlyThanks(answering(text))).toBe(true))

test.each([
  '',
  '收到，谢谢。请问纸质版交到哪里？',
  '收到，书记周五回来改。',
  '谢谢老师，联系电话应为13900009999。',
  '好的，我们撤回。',
])('«%s» says more', text => expect(isOnlyThanks(answering(text))).toBe(false))

test('a subject of the sender’s own asks, whatever stands below it', () => {
  const asked = { subject: '请问申报书要盖章吗？', text: '谢谢老师。' }
  expect(isOnlyThanks({ ...asked, references: [] })).toBe(false)
  expect(isOnlyThanks({ ...asked, references: ['<question@x.example>'] })).toBe(true)
  expect(isOnlyThanks({ subject: '收到，谢谢', text: '辛苦了！', references: [] })).toBe(true)
})
