import { expect, test } from 'vitest'
import { isBareAnswer } from '../../../src/core/message/bare-answer.ts'

const subject = '回复: 党建工作样板支部申报书-机械工程学院教工第一党支部'

test.each([
  '附件请查收谢谢老师',
  '已重新发送感谢老师',
  '老师好，已修改完善，请您审核',
  '见附',
  '附在后面了',
  '更新后的版本，谢谢老师',
  '请老师过目',
  '改好了，谢谢老师',
  '已改',
  '修改好了',
  '再次发送，给您添麻烦了',
  '重新传了一份',
  '盖章版已补',
  '按您要求改了文件名',
  '已更正',
  '材料已更新',
  'Word版',
  'pdf版和word版',
  '申报书压缩包',
  'Please find attached the revised form.',
  'See attachment',
  'Attached.',
  '修改后的申报书，麻烦老师',
  '补发一份',
  '老师，申报书',
  '这是修改后的',
  '已按要求重新命名',
  '更正版',
  '申报书如下，请收',
  '发过去了',
  '已重发',
  '老师辛苦了，重新报一下',
])('who writes «%s» and sends no file forgot it', text => expect(isBareAnswer({ subject, text })).toBe(false))

test.each([
  '收到，谢谢',
  '好的，周五前改好给您',
  '下班前发您',
  '请问附件2在哪里下载？',
  '书记出差，等他回来签字后再提交',
  '明白，我们尽快修改后重新发送',
  '好的，稍后重新提交',
  '谢谢老师，辛苦审核',
  '附件我们再核对一下',
  '修改后再报，谢谢',
  '我把材料完善以后一起发您',
  '材料是否需要盖章版？',
  '收到，改好发您',
  '老师，您的邮件附件打不开',
  '请老师把模板再发我一份',
  '谢谢老师审阅',
  '收到受理通知，感谢审核',
])('who writes «%s» sends none', text => expect(isBareAnswer({ subject, text })).toBe(true))

test('it answers something: a mail that doesn’t is a first one', () => {
  expect(isBareAnswer({ subject: subject.slice('回复: '.length), text: '收到，谢谢' })).toBe(false)
})

test('who approves of another’s papers in words alone answers', () => {
  expect(isBareAnswer({ subject, text: '已阅，同意报送。' })).toBe(true)
  expect(isBareAnswer({ subject, text: '同意上报，请按程序办理。' })).toBe(true)
})
