import { afterEach, describe, expect, it } from 'vitest'
import { describeError, LoginRefused } from '../../src/errors.ts'
import { createSender, type SendResult } from '../../src/mail/sender.ts'
import { type Failing, type FaultySmtp, startFaultySmtp } from '../support/faulty-smtp.ts'

const AT = new Date('2024-05-15T01:00:00Z')
const MAIL = {
  to: [{ name: '', address: 'zs@dlut.edu.cn' }],
  ...{ subject: '回复', text: '已收到', html: '<p>已收到</p>', messageId: '<a@x>', inReplyTo: null, references: [] },
}
const PASSWORD = 'ge heim'
let server: FaultySmtp
let handedOver: boolean
afterEach(() => server.stop())

const FROM = { name: '', address: 'jxdw@dlut.edu.cn' }
const loginOf = ({ port }: FaultySmtp) =>
  ({ host: '127.0.0.1', port, tls: 'none', user: 'jxdw', password: PASSWORD, patience: 200 }) as const

async function sendTo(failing: Failing | null): Promise<SendResult> {
  server = await startFaultySmtp(failing)
  handedOver = false
  return createSender(loginOf(server), FROM).send(MAIL, AT, () => {
    handedOver = true
  })
}
const refusing = (at: Failing['at'], answer: string): Failing => ({ at, how: { answer } })

describe('a mail handed to a server', () => {
  it('is sent when the server says so', async () => {
    expect(await sendTo(null)).toEqual({ kind: 'sent' })
    expect(server.received).toHaveLength(1)
  })

  it.each([
    refusing('connect', '421 too busy'),
    refusing('MAIL', '450 try later'),
    refusing('RCPT', '451 greylisted'),
    refusing('RCPT', '550 sending frequency limited'),
    refusing('DATA', '452 no room'),
    refusing('body', '421 shutting down'),
    refusing('body', '550 Mail rate limit exceeded, 请稍后再试'),
    refusing('AUTH', '535 login frequency limited'),
    refusing('AUTH', '454 temporary failure'),
  ])('is sent later where the server refuses for now: $at $how.answer', async failing => {
    expect(await sendTo(failing)).toMatchObject({ kind: 'later' })
  })

  it.each([
    refusing('MAIL', '553 sender must be the login'),
    refusing('RCPT', '550 no such user'),
    refusing('body', '554 content rejected'),
  ])('is refused for good where the server says so: $at $how.answer', async failing => {
    expect(await sendTo(failing)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('5') })
  })

  it('is none where the server refuses the login', async () => {
    await expect(sendTo(refusing('AUTH', '535 authentication failed'))).rejects.toBeInstanceOf(LoginRefused)
  })

  it.each(['535', '421', '502'])('says nothing of a password that the server repeats with its %s', async code => {
    const plain = Buffer.from(`\0jxdw\0${PASSWORD}`).toString('base64')
    const failing = refusing('AUTH', `${code} I don't know ${PASSWORD}, nor AUTH PLAIN ${plain}`)
    const told = await sendTo(failing).then(
      result => JSON.stringify(result),
      (error: unknown) => describeError(error),
    )
    expect(told).toContain("I don't know [password], nor AUTH PLAIN [password]")
    await server.stop()
    server = await startFaultySmtp(failing)
    await expect(createSender(loginOf(server), FROM).verify()).rejects.toSatisfy(
      error => !describeError(error).includes(PASSWORD) && !describeError(error).includes(plain),
    )
  })

  it.each([
    ...(['connect', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA'] as const).flatMap(at => [
      { at, how: 'cut' } as const,
      { at, how: 'hang' } as const,
    ]),
  ])('has surely not gone out where the server is lost before it had the mail: $at, $how', async failing => {
    expect(await sendTo(failing)).toMatchObject({ kind: 'unreachable' })
    expect(server.received).toEqual([])
    expect(handedOver).toBe(false)
  })

  it.each(['cut', 'hang'] as const)('may have gone out where the server is lost behind it: %s', async how => {
    expect(await sendTo({ at: 'body', how })).toMatchObject({ kind: 'unknown' })
    expect(server.received).toHaveLength(1)
    expect(handedOver).toBe(true)
  })
})

describe('mails handed over one after another', () => {
  async function sendTwo(failing: Failing | null): Promise<readonly SendResult[]> {
    server = await startFaultySmtp(failing)
    const sender = createSender(loginOf(server), FROM)
    try {
      return [await sender.send(MAIL, AT), await sender.send(MAIL, AT)]
    } finally {
      sender.close()
    }
  }

  it('share a connection and a login', async () => {
    expect(await sendTwo(null)).toEqual([{ kind: 'sent' }, { kind: 'sent' }])
    expect(server.connections()).toBe(1)
  })

  it.each([
    { at: 'MAIL', how: 'cut', onceAfter: 1 },
    { at: 'MAIL', how: { answer: '421 idle for too long' }, onceAfter: 1 },
    { at: 'MAIL', how: { answer: '503 one mail for each session' }, onceAfter: 1 },
    { at: 'MAIL', how: { answer: '530 log in first' }, onceAfter: 1 },
    { at: 'RCPT', how: 'cut', onceAfter: 1 },
    { at: 'DATA', how: 'cut', onceAfter: 1 },
  ] as const)('are sent where the server had enough of the connection meanwhile: $at', async failing => {
    expect(await sendTwo(failing)).toEqual([{ kind: 'sent' }, { kind: 'sent' }])
    expect(server.received).toHaveLength(2)
    expect(server.connections()).toBe(2)
  })

  it('are never handed over twice: where the connection breaks behind one, nobody knows of it', async () => {
    expect(await sendTwo({ at: 'body', how: 'cut', onceAfter: 2 })).toMatchObject([
      { kind: 'sent' },
      { kind: 'unknown' },
    ])
    expect(server.received).toHaveLength(2)
  })

  it('go over a new connection where one was refused', async () => {
    const failing = { at: 'RCPT', how: { answer: '550 no such user' }, onceAfter: 0 } as const
    expect(await sendTwo(failing)).toMatchObject([{ kind: 'refused' }, { kind: 'sent' }])
    expect(server.connections()).toBe(2)
  })
})
