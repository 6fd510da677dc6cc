import { expect, test } from 'vitest'
import { mayBeApplication } from '../../../src/core/message/may-be-application.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const isDownloaded = (name: string, value: string) =>
  mayBeApplication({ subject: '收到', headers: [{ name, value }], parts: [], size: 100 }, [shippedCall])

test.each(['in-reply-to', 'references'])(
  'an answer to one of our mails is downloaded whatever its subject, by %s',
  name => {
    expect(isDownloaded(name, '<shenbao.receipt.7@dlut.edu.cn>')).toBe(true)
  },
)

test('an answer to anybody else’s mail is left where it is', () => {
  expect(isDownloaded('in-reply-to', '<tencent.7@qq.com>')).toBe(false)
})
