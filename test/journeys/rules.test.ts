import { afterEach, describe, expect, it } from 'vitest'
import { lockedPdf } from '../documents/make-pdf.ts'
import { composeMail } from '../support/compose-mail.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
const SENDER = '陈立新 <chenlixin@dlut.edu.cn>'

let service: Service

afterEach(() => service.stop())

type Change = Partial<Parameters<Service['receive']>[0]>
const form = async (answers: Parameters<typeof filledAnswers>[0] = {}) => ({
  name: `${NAME}.docx`,
  bytes: await formDocx(filledAnswers(answers)),
})
const send = async (change: Change = {}) => {
  const at = '2024-05-15T09:00:00+08:00'
  await service.receive({ from: SENDER, subject: NAME, files: [await form()], at, ...change })
  await service.round()
}
const codes = (id = 1) => service.decisionOn(id)?.problems.map(({ code }) => code)
const flat = (text: string | undefined) => (text ?? '').replace(/\n\s*/g, '')

describe('rule 1: a machine’s fault never rejects or returns', () => {
  it('holds a file with a password and says what would help', async () => {
    service = await startService()
    await send({ files: [{ name: `${NAME}.pdf`, bytes: lockedPdf() }] })
    expect(service.list()[0]?.outcome).toBe('held')
    expect(service.decisionOn(1)?.documents[0]?.why).toBe('encrypted')
    expect(flat((await service.replies())[0]?.text)).toContain('请取消密码后，另附一份Word版申报书')
  })

  it('sets a message aside that is too large to read: held, with the neutral receipt made from its header', async () => {
    service = await startService({ SHENBAO_LIMITS_MESSAGE_BYTES: '4KiB' })
    await send()
    expect(service.list()[0]).toMatchObject({ state: 'quarantined', outcome: 'held', branch: '教工第一党支部' })
    const [reply] = await service.replies()
    expect(reply?.text).toContain('您的来信已收到')
    expect(reply?.subject).toBe(`回复: ${NAME}`)
    expect(service.decisionOn(1)?.problems[0]?.remedy).toContain('申报书')
    await service.decide(1, 'accept', { reason: '已人工下载核对' })
    await service.round()
    expect(service.list()[0]).toMatchObject({ state: 'judged', outcome: 'accepted', standing: true })
    expect((await service.replies()).at(-1)).toMatchObject({ to: 'chenlixin@dlut.edu.cn', subject: `回复: ${NAME}` })
  })
})

describe('rule 2: a check fails only on positive evidence', () => {
  it('accepts honours without dates, and the digest shows what a person should verify', async () => {
    service = await startService()
    const undated = { recipient: '党支部', level: '校级', grantedBy: '中共大连理工大学委员会' }
    await send({ files: [await form({ review: '', honours: [{ ...undated, date: '', name: '先进基层党组织' }] })] })
    expect(service.list()[0]?.outcome).toBe('accepted')
    expect(service.decisionOn(1)?.checks?.find(({ id }) => id === 'honour.branch')?.verdict).toBe('review')
    expect(flat((await service.digests())[0]?.text)).toMatch(
      /已受理，评审前核实（1件）】.{1,160}■ ?教工第一党支部（邮件编号1）/,
    )
  })
})

describe('rule 4: the judged time is our own server’s', () => {
  const received = (host: string, at: string) => `Received: from x by ${host} with SMTP; ${at}\r\n`

  it('is that of the topmost Received header of ours, whatever the sender put below it', async () => {
    service = await startService()
    const forged = received('mail.dlut.edu.cn', 'Mon, 13 May 2024 09:00:00 +0800')
    const mail = await composeMail({ from: SENDER, subject: NAME, files: [await form()], receivedAt: null })
    const ours = received('mail.dlut.edu.cn', 'Mon, 20 May 2024 10:00:01 +0800')
    const at = new Date('2024-05-20T10:00:02+08:00')
    service.imap.deliver(Buffer.concat([Buffer.from(ours + forged), mail]), at)
    service.setClock(at)
    await service.round()
    expect(service.list()[0]).toMatchObject({ outcome: 'rejected', receivedAt: '2024-05-20T02:00:01.000Z' })
  })

  it('is the mailbox’s own where no such header is there', async () => {
    service = await startService()
    const mail = await composeMail({ from: SENDER, subject: NAME, files: [await form()], receivedAt: null })
    const foreign = received('mx.evil.example', 'Mon, 20 May 2024 09:00:00 +0800')
    service.imap.deliver(Buffer.concat([Buffer.from(foreign), mail]), new Date('2024-05-20T10:00:01+08:00'))
    service.setClock(new Date('2024-05-20T10:00:30+08:00'))
    await service.round()
    expect(service.list()[0]).toMatchObject({ outcome: 'rejected', receivedAt: '2024-05-20T02:00:01.000Z' })
  })
})

describe('rule 5: the last accepted submission before the deadline stands', () => {
  it('takes the byte-identical message under another UID for the same one: no second decision, no reply', async () => {
    service = await startService()
    const mail = await composeMail({
      from: SENDER,
      subject: NAME,
      files: [await form()],
      receivedAt: new Date('2024-05-15T01:00:00Z'),
    })
    for (const minute of [0, 20]) {
      const at = new Date(Date.parse('2024-05-15T01:00:00Z') + minute * 60_000)
      service.imap.deliver(mail, at)
      service.setClock(new Date(at.getTime() + 30_000))
      await service.round()
    }
    expect(service.list().map(({ machineOutcome, reply }) => [machineOutcome, reply?.kind])).toEqual([
      ['accepted', 'receipt'],
      [null, undefined],
    ])
    expect(await service.replies()).toHaveLength(1)
    await expect(service.decide(2, 'reject')).rejects.toThrow('decide on 1')
  })

  it('puts what is judged later where it was received', async () => {
    service = await startService()
    const older = await composeMail({
      from: SENDER,
      subject: NAME,
      files: [await form({ memberCount: '31' })],
      receivedAt: new Date('2024-05-15T01:00:00Z'),
    })
    await send({ at: '2024-05-15T10:00:00+08:00' })
    service.imap.deliver(older, new Date('2024-05-15T01:00:00Z'))
    await service.round()
    expect(service.list().map(({ version, standing }) => [version, standing])).toEqual([
      [2, true],
      [1, false],
    ])
    expect(flat((await service.replies()).at(-1)?.text)).toContain('以第2版为准')
  })
})

describe('who is never answered', () => {
  it.each([
    ['staff forwarding a form from our own address', { from: 'jxdw@dlut.edu.cn' }, 'sender.own'],
    [
      'a form with the marks of automatic mail',
      { headers: { 'Auto-Submitted': 'auto-generated' } },
      'sender.automatic',
    ],
  ])('is held for a person: %s', async (_, change: Change, code) => {
    service = await startService()
    await send(change)
    expect(service.list()[0]?.outcome).toBe('held')
    expect(codes()).toContain(code)
    expect(await service.replies()).toEqual([])
  })

  it('learns nothing of the judgement from outside, where only our own domains are answered in full', async () => {
    service = await startService({ SHENBAO_SENDERS_OTHERS: 'hold' })
    await send({ from: 'someone@example.com' })
    expect(service.list()[0]?.outcome).toBe('held')
    expect((await service.replies()).map(({ text }) => text.includes('您的来信已收到'))).toEqual([true])
  })
})
