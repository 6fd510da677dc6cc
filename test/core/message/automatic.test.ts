import { describe, expect, it } from 'vitest'
import { isAutomatic, isInPerson } from '../../../src/core/message/automatic.ts'

const field = (name: string, value: string) => ({ name, value })

describe('the marks of automatic mail', () => {
  it.each([
    ['auto-submitted', 'auto-replied'],
    ['auto-submitted', 'auto-generated; owner-email="x"'],
    ['return-path', '<>'],
    ['precedence', 'bulk'],
    ['precedence', 'list'],
    ['list-id', '<news.example>'],
    ['list-unsubscribe', '<mailto:x@example>'],
    ['x-autoreply', 'yes'],
    ['x-auto-response-suppress', 'All'],
    ['content-type', 'multipart/report; report-type=delivery-status'],
    ['x-mailer', 'Coremail MTA server'],
    ['subject', '自动回复: 党建工作样板支部申报书'],
    ['subject', '系统退信'],
    ['subject', '回执（已显示）: 申报书'],
    ['subject', 'Undeliverable: x'],
    ['subject', '来自 陈立本 的自动回复：回复: 申报书'],
    ['subject', '自动应答：Re: 申报书'],
    ['subject', '外出: 回复: 申报书'],
    ['subject', '已送达: 回复: 申报书'],
    ['subject', '邮件阅读回执：回复: 申报书'],
    ['subject', '您发送的邮件“回复: 申报书”被退回'],
    ['subject', '很抱歉，您的邮件被退回来了'],
    ['subject', '未能送达: 回复: 申报书'],
    ['subject', '传递状态通知（失败）'],
    ['subject', '投递延迟通知'],
    ['subject', 'Delivered: 回复: 申报书'],
    ['subject', '休假中：回复: 申报书'],
    ['subject', '已接受: 样板支部申报书填报会'],
    ['subject', 'Accepted: 样板支部申报书填报会'],
    ['subject', 'Out of Office'],
    ['subject', 'Delivery receipt: 回复: 申报书'],
    ['subject', 'Your message was delivered: 申报书'],
    ['subject', 'Message has been read - 申报书'],
  ])('%s: %s', (name, value) => expect(isAutomatic([field(name, value)], 'zs@dlut.edu.cn')).toBe(true))

  it.each(['MAILER-DAEMON@mail.dlut.edu.cn', 'postmaster@dlut.edu.cn'])('%s as sender', from =>
    expect(isAutomatic([], from)).toBe(true),
  )

  it.each([
    ['auto-submitted', 'no'],
    ['return-path', '<zs@dlut.edu.cn>'],
    ['x-mailer', 'Coremail Webmail Server'],
    ['content-type', 'multipart/mixed; boundary=x'],
    ['subject', '回复: 党建工作样板支部申报书-机械工程学院教工第一党支部'],
    ['subject', '关于已读材料的申报书'],
    ['subject', '外出调研支部的申报书'],
    ['subject', 'Message from the 1st branch'],
    ['subject', '退回修改后的申报书'],
    ['subject', '已阅，党建工作样板支部申报书'],
  ])('not %s: %s', (name, value) => expect(isAutomatic([field(name, value)], 'zs@dlut.edu.cn')).toBe(false))

  const written = (subject: string) => ({
    ...{ subject, text: '附件请查收。', from: [{ name: '卓尔', address: 'zhuoer@dlut.edu.cn' }] },
    headers: [field('subject', subject)],
  })

  it.each(['您的邮件已阅，现报送申报书', '已阅：党建工作样板支部申报书', '已签收：样板支部申报书'])(
    '«%s» is a person’s word where files come with it',
    subject => {
      expect(isInPerson(written(subject), true)).toBe(true)
      expect(isInPerson(written(subject), false)).toBe(false)
    },
  )

  it.each(['系统退信：申报书', '您的邮件“申报书”被退回', '自动回复：您的邮件已阅'])(
    '«%s» is a machine’s, whatever comes with it',
    subject => expect(isInPerson(written(subject), true)).toBe(false),
  )
})
