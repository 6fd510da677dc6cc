import { describe, expect, it } from 'vitest'
import { inquiredCall } from '../../../src/core/message/inquiry.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const NAMES = '最佳党日活动申报书-{unit}{branch}'
const partyDay = {
  ...shippedCall,
  id: 'party-day',
  title: '大连理工大学最佳党日活动评选',
  naming: { subject: NAMES, file: NAMES, archive: null },
  form: { ...shippedCall.form, title: '最佳党日活动申报书' },
}
const AT = new Date(shippedCall.deadline.getTime() - 86_400_000)

const asked = (subject: string, text: string): string | null => {
  const message: Message = {
    ...{ sha256: 'a', messageId: null, references: [], from: [{ name: '', address: 'zs@dlut.edu.cn' }], replyTo: [] },
    ...{ subject, text, date: null, headers: [], attachments: [] },
  }
  return inquiredCall(message, [shippedCall, partyDay], AT)?.id ?? null
}

describe('a question is about the call whose own words it speaks', () => {
  it.each([
    ['样板支部申报咨询', '请问样板支部的党员人数怎么填？', shippedCall.id],
    ['最佳党日活动咨询', '请问最佳党日活动可以报几个？', 'party-day'],
    ['咨询', '老师好，最佳党日活动的申报书要不要盖章？', 'party-day'],
    ['Re: 通知', '想问一下样板支部什么时候截止？', shippedCall.id],
    ['英语竞赛报名', '请问英语竞赛怎么报名？', null],
  ])('«%s»: %s', (subject, text, call) => expect(asked(subject, text)).toBe(call))
})
