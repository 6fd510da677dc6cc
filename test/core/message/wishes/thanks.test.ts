import { expect, test } from 'vitest'
import { isOnlyThanks } from '../../../../src/core/message/wishes/thanks.ts'

test.each([
  '收到，谢谢老师！',
  '好的，收到，老师辛苦了！\n\n发自我的iPhone',
  '老师您好：\n已收到回复，感谢您的辛勤工作！\n陈立本 | 副教授\n大连理工大学机械工程学院',
  'Noted with thanks.\nBest regards',
  '已阅 👍',
  '收到\n\n在 2024-05-17 09:15:02，"机械工程学院党委" <jxdw@dlut.edu.cn> 写道：\n> 请问收到了吗？',
])('«%s» only thanks', text => expect(isOnlyThanks(text)).toBe(true))

test.each([
  '',
  '收到，谢谢。请问纸质版交到哪里？',
  '收到，书记周五回来改。',
  '谢谢老师，联系电话应为13900009999。',
  '好的，我们撤回。',
])('«%s» says more', text => expect(isOnlyThanks(text)).toBe(false))
