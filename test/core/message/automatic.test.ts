import { describe, expect, it } from 'vitest'
import { isAutomatic } from '../../../src/core/message/automatic.ts'

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
    ['subject', 'Out of Office'],
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
  ])('not %s: %s', (name, value) => expect(isAutomatic([field(name, value)], 'zs@dlut.edu.cn')).toBe(false))
})
