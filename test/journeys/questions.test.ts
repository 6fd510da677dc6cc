import { afterEach, beforeEach, expect, it } from 'vitest'
import { applicantOf, NAME } from '../support/applicant.ts'
import { composeMail } from '../support/compose-mail.ts'
import { LOGIN } from '../support/live-config.ts'
import { type Service, startService } from '../support/service.ts'

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const { send } = applicantOf(() => service)
const QUESTION = { files: [], subject: '党建工作样板支部申报咨询', text: '请问党员人数按哪一天统计？' }
const ask = (at: string, messageId: string) => send(at, { ...QUESTION, messageId })
const morning = async (day: string) => {
  service.setClock(new Date(`2024-05-${day}T08:01:00+08:00`))
  await service.round()
  return ((await service.digests()).at(-1)?.text ?? '').replace(/\n\s*/g, '')
}
const sentFromMailbox = async (inReplyTo: string, messageId = '<by-hand@client.example>') => {
  const at = new Date('2024-05-16T10:00:00+08:00')
  const mail = { from: LOGIN.user, to: 'chenlixin@dlut.edu.cn', subject: 'Re: 咨询', text: '按5月1日。', files: [] }
  service.imap.deliver(await composeMail({ ...mail, messageId, inReplyTo, receivedAt: at }), at, 'Sent')
}

it('a question stays in the digest until somebody writes in its thread from the mailbox; thanks are none', async () => {
  await ask('15T09:00:00', '<q1@client.example>')
  await ask('15T09:30:00', '<q2@client.example>')
  await send('15T10:00:00', { files: [], subject: `回复: ${NAME}`, text: '收到，谢谢老师！' })
  expect(await service.replies()).toEqual([])
  expect(await morning('16')).toContain('咨询来信（2件')
  expect(await morning('17')).toContain('咨询来信（2件')
  await sentFromMailbox('<q1@client.example>')
  const text = await morning('18')
  expect(text).toContain('咨询来信（1件')
  expect(text).toContain('shenbao decide 2 close')
  await service.decide(2, 'close', { reason: '已电话答复' })
  expect(await morning('19')).toContain('没有新的咨询来信')
})

it('a letter of ours that the server keeps among the sent mail answers no question', async () => {
  await ask('15T09:00:00', '<q1@client.example>')
  await sentFromMailbox('<q1@client.example>', '<shenbao.0123.receipt@dlut.edu.cn>')
  expect(await morning('17')).toContain('咨询来信（1件')
})

it('`mailbox.sent: false` leaves the sent mail alone', async () => {
  await service.restart({ SHENBAO_MAILBOX_SENT: 'false' })
  await ask('15T09:00:00', '<q1@client.example>')
  await sentFromMailbox('<q1@client.example>')
  expect(await morning('17')).toContain('咨询来信（1件')
  expect(service.imap.commands.filter(command => /EXAMINE "?Sent/i.test(command))).toEqual([])
})
