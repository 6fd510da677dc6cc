import { afterEach, describe, expect, it } from 'vitest'
import type { DeliveryResult } from '../../src/core/sending/delivery-result.ts'
import { describeError, LoginRefused, SenderRefused } from '../../src/errors.ts'
import { createSender } from '../../src/mail/sender.ts'
import { type Failing, type FaultySmtp, type Habit, startFaultySmtp } from '../support/faulty-smtp.ts'

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
  ({ host: '127.0.0.1', port, tls: 'none', user: 'jxdw', password: PASSWORD, patience: 600 }) as const

async function sendTo(failing: Failing | Habit | null): Promise<DeliveryResult> {
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
    refusing('RCPT', '451 greylisted, please try again later'),
    refusing('DATA', '452 no room'),
    refusing('body', '451 local error'),
    refusing('RCPT', '550 暂时无法投递，请稍后再试'),
  ])('is sent later where the server refuses it for now: $at $how.answer', async failing => {
    expect(await sendTo(failing)).toMatchObject({ kind: 'later' })
  })

  it.each([
    { ...refusing('connect', '421 too busy'), named: false },
    { ...refusing('MAIL', '450 try later'), named: false },
    { ...refusing('AUTH', '535 login frequency limited'), named: false },
    { ...refusing('AUTH', '454 temporary failure'), named: false },
    { ...refusing('RCPT', '550 sending frequency limited'), named: true },
    { ...refusing('body', '421 shutting down'), named: true },
    { ...refusing('body', '550 Mail rate limit exceeded, 请稍后再试'), named: true },
    { ...refusing('body', '554 您的发送频率过高'), named: true },
    { ...refusing('body', '554 MI:STC 163 smtp12,C8CowADn'), named: true },
    { ...refusing('RCPT', '550 RP:TRC 163 smtp14,D9CowAB'), named: true },
  ])('waits with all others where the server wants less mail: $at $how.answer', async ({ named, ...failing }) => {
    expect(await sendTo(failing)).toMatchObject({ kind: 'busy', named })
  })

  it('is the one that was named where the server hangs up with a 421 to commands that came at once', async () => {
    const habit: Habit = moment => {
      if (moment === 'EHLO') return { answer: '250-x\r\n250-PIPELINING\r\n250 AUTH PLAIN' }
      return moment === 'RCPT' ? { answer: '421 4.3.0 go away' } : null
    }
    expect(await sendTo(habit)).toMatchObject({ kind: 'busy', named: true })
  })

  it('waits with all others also where the server says so in GBK', async () => {
    const words = Buffer.concat([Buffer.from('550 '), Buffer.from('b7a2cbcdc6b5c2cab9fdb8df', 'hex')]).toString(
      'latin1',
    )
    expect(await sendTo(refusing('RCPT', words))).toEqual({ kind: 'busy', reason: '550 发送频率过高', named: true })
  })

  it.each([
    refusing('RCPT', '550 no such user'),
    refusing('RCPT', '550 5.1.1 <zs@dlut.edu.cn>: Recipient address rejected: User unknown'),
    refusing('body', '554 content rejected'),
  ])('is refused for good where the server says so: $at $how.answer', async failing => {
    expect(await sendTo(failing)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('5') })
  })

  it.each([
    refusing('MAIL', '553 sender must be the login'),
    refusing('MAIL', '501 mail from address must be same as authorization user'),
    refusing('MAIL', '550 rejected'),
    refusing('MAIL', '530 5.7.0 Authentication required'),
    refusing('RCPT', '530 log in first'),
    refusing('RCPT', '553 5.7.1 <jxdw@dlut.edu.cn>: Sender address rejected: not owned by user jxdw'),
    refusing('RCPT', '550 Access denied'),
  ])('is no mail’s fault where the server takes none from us: $at $how.answer', async failing => {
    await expect(sendTo(failing)).rejects.toBeInstanceOf(SenderRefused)
    expect(server.received).toEqual([])
  })

  it.each([
    { answer: '554 5.7.1 <zs@dlut.edu.cn>: Relay access denied', kind: 'barred' },
    { answer: '550 Access denied', kind: 'refused' },
  ])('goes where we may send: what is refused to one address alone, $answer', async ({ answer, kind }) => {
    const only: Habit = (moment, said) => (moment === 'RCPT' && said.includes('zs@') ? { answer } : null)
    expect(await sendTo(only)).toMatchObject({ kind, reason: answer })
  })

  it.each([
    '535 authentication failed',
    '535 Login fail. Account is abnormal, password is incorrect, login frequency limited, or system is busy.',
  ])('is none where the server refuses the login: %s', async answer => {
    await expect(sendTo(refusing('AUTH', answer))).rejects.toBeInstanceOf(LoginRefused)
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
    ...(['connect', 'EHLO', 'AUTH'] as const).flatMap(at => [
      { at, how: 'cut', kind: 'unreachable' } as const,
      { at, how: 'hang', kind: 'unreachable' } as const,
    ]),
    ...(['MAIL', 'RCPT', 'DATA'] as const).flatMap(at => [
      { at, how: 'cut', kind: 'broken' } as const,
      { at, how: 'hang', kind: 'broken' } as const,
    ]),
  ])(
    'has surely not gone out where the server is lost before it had the mail: $at, $how: $kind',
    async ({ kind, ...failing }) => {
      expect(await sendTo(failing)).toMatchObject({ kind })
      expect(server.received).toEqual([])
      expect(handedOver).toBe(false)
    },
  )

  it.each(['cut', 'hang'] as const)('may have gone out where the server is lost behind it: %s', async how => {
    expect(await sendTo({ at: 'body', how })).toMatchObject({ kind: 'unknown' })
    expect(server.received).toHaveLength(1)
    expect(handedOver).toBe(true)
  })
})

describe('mails handed over one after another', () => {
  async function sendTwo(failing: Failing | Habit | null): Promise<readonly DeliveryResult[]> {
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

  it.each(['RCPT', 'DATA', 'body'] as const)('go on in the same session where one was refused: %s', async at => {
    const answer = at === 'RCPT' ? '550 no such user' : '554 content rejected'
    expect(await sendTwo({ at, how: { answer }, onceAfter: at === 'body' ? 1 : 0 })).toMatchObject([
      { kind: 'refused' },
      { kind: 'sent' },
    ])
    expect([server.connections(), server.commands.filter(said => said === 'RSET')]).toEqual([1, ['RSET']])
  })

  it('go over a new session where the server knows no RSET', async () => {
    const habit: Habit = (moment, said) => {
      if (moment === 'RSET') return { answer: '502 not implemented' }
      return moment === 'RCPT' && server.connections() === 1 && said !== '' ? { answer: '550 no such user' } : null
    }
    expect(await sendTwo(habit)).toMatchObject([{ kind: 'refused' }, { kind: 'sent' }])
    expect(server.connections()).toBe(2)
  })
})

describe('a server that is asked whether it takes mail from us', () => {
  const verify = async (habit: Habit | null) => {
    server = await startFaultySmtp(habit)
    const sender = createSender(loginOf(server), FROM)
    try {
      return await sender.verify()
    } finally {
      sender.close()
    }
  }

  it('is asked for a way to ourselves, and gets no mail', async () => {
    expect(await verify(null)).toEqual({ loggedIn: true, mechanisms: ['PLAIN'] })
    expect(server.commands).toEqual(
      expect.arrayContaining(['MAIL FROM:<jxdw@dlut.edu.cn>', 'RCPT TO:<jxdw@dlut.edu.cn>']),
    )
    expect(server.commands.some(said => said === 'DATA')).toBe(false)
    expect(server.commands.at(-1)).toMatch(/RSET|QUIT/)
  })

  it('tells of a login only where one took place', async () => {
    const none: Habit = moment => (moment === 'EHLO' ? { answer: '250 faulty' } : null)
    expect(await verify(none)).toEqual({ loggedIn: false, mechanisms: [] })
  })

  it('is no good where it takes none, whatever it said to the login', async () => {
    const refuses: Habit = moment => (moment === 'MAIL' ? { answer: '550 not you' } : null)
    await expect(verify(refuses)).rejects.toBeInstanceOf(SenderRefused)
  })
})
