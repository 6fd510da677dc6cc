import { existsSync } from 'node:fs'
import { ImapFlow } from 'imapflow'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { waitFor } from '../support/ports.ts'
import { type Postfix, startPostfix } from '../support/postfix.ts'
import { startRecordingProxy } from '../support/recording-proxy.ts'
import { processesOf } from '../support/server-process.ts'

const COMMITTEE = 'jxdw@dlut.edu.cn'
const APPLICANT = 'zhibu@branch.example'
const PASSWORDS: Record<string, string> = { [COMMITTEE]: 'pass:word «秘»', [APPLICANT]: 'secret' }

let dovecot: Dovecot
let postfix: Postfix

beforeAll(async () => {
  dovecot = await startDovecot({ users: PASSWORDS })
  postfix = await startPostfix({
    lmtpPort: dovecot.lmtpPort,
    authSocket: dovecot.authSocket,
    domains: ['dlut.edu.cn', 'mail.dlut.edu.cn', 'branch.example'],
    hostname: 'mail.dlut.edu.cn',
  })
})

afterAll(async () => {
  await postfix?.stop()
  await dovecot?.stop()
})

interface Mail {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly login?: string
}

async function send({ from, to, subject, login }: Mail): Promise<void> {
  const auth = login === undefined ? {} : { auth: { user: login, pass: PASSWORDS[login] ?? 'wrong' } }
  const transport = nodemailer.createTransport({ host: postfix.host, port: postfix.port, secure: false, ...auth })
  try {
    await transport.sendMail({ from, to, subject, text: '见附件' })
  } finally {
    transport.close()
  }
}

function clientOf(user: string, port = dovecot.imapPort): ImapFlow {
  const auth = { user, pass: PASSWORDS[user] ?? '' }
  return new ImapFlow({ host: dovecot.host, port, secure: false, auth, logger: false })
}

/** The raw message with this subject, as soon as it is in INBOX. */
function arrived(user: string, subject: string): Promise<string> {
  return waitFor(() => dovecot.asStaff(user, client => rawOf(client, subject)), {
    what: `«${subject}» in the mailbox of ${user}; Postfix says: ${postfix.log().slice(-500)}`,
  })
}

async function rawOf(client: ImapFlow, subject: string): Promise<string | null> {
  await client.mailboxOpen('INBOX', { readOnly: true })
  const [uid] = (await client.search({ subject }, { uid: true })) || []
  if (uid === undefined) return null
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true })
  if (!message) return null
  return message.source?.toString() ?? null
}

describe('Postfix', () => {
  it('puts a mail given by plain SMTP into the Dovecot mailbox, with Received headers by mail.dlut.edu.cn', async () => {
    await send({ from: APPLICANT, to: COMMITTEE, subject: 'over smtp' })
    const raw = await arrived(COMMITTEE, 'over smtp')
    expect(raw).toMatch(/^Return-Path: <zhibu@branch\.example>\r\n/)
    expect(raw).toMatch(/^Received: from mail\.dlut\.edu\.cn [\s\S]*?by mail\.dlut\.edu\.cn with LMTP/m)
    expect(raw).toMatch(/^Received: from [\s\S]*?by mail\.dlut\.edu\.cn \(Postfix\) with ESMTP id/m)
  })

  it('takes a reply from who has logged in and brings it to the other mailbox', async () => {
    await send({ login: COMMITTEE, from: COMMITTEE, to: APPLICANT, subject: 'the answer' })
    expect(await arrived(APPLICANT, 'the answer')).toContain('with ESMTPA id')
  })

  it('refuses a wrong password', async () => {
    const mail = { login: 'nobody@dlut.edu.cn', from: COMMITTEE, to: APPLICANT, subject: 'no' }
    await expect(send(mail)).rejects.toMatchObject({ responseCode: 535 })
  })

  it.each([
    { who: 'a stranger', login: {}, answer: 554 },
    { who: 'who has logged in', login: { login: COMMITTEE }, answer: 550 },
  ])('refuses an address of a foreign domain to $who', async ({ login, answer }) => {
    const mail = { ...login, from: COMMITTEE, to: 'someone@qq.com', subject: 'abroad' }
    await expect(send(mail)).rejects.toMatchObject({ responseCode: answer })
  })

  it('sends the bounce home when a mailbox of its own domains does not exist', async () => {
    await send({ login: COMMITTEE, from: COMMITTEE, to: 'gone@branch.example', subject: 'lost' })
    expect(await arrived(COMMITTEE, 'Undelivered Mail Returned to Sender')).toMatch(/^Return-Path: <>/)
  })
})

describe('Dovecot', () => {
  it('delivers over LMTP with a Received header on top and the bytes below unchanged', async () => {
    const message = 'From: a@branch.example\r\nSubject: over lmtp\r\n\r\n.dot\r\n\r\nend\r\n'
    await dovecot.deliver(COMMITTEE, message, { from: 'bounce@branch.example' })
    const raw = await arrived(COMMITTEE, 'over lmtp')
    expect(raw).toMatch(/^Return-Path: <bounce@branch\.example>\r\n/)
    expect(raw).toContain('by mail.dlut.edu.cn with LMTP')
    expect(raw.endsWith(message)).toBe(true)
  })

  it('delivers with an empty envelope sender', async () => {
    await dovecot.deliver(COMMITTEE, 'Subject: null sender\r\n\r\n', { from: '' })
    expect(await arrived(COMMITTEE, 'null sender')).toMatch(/^Return-Path: <>\r\n/)
  })

  it('refuses mail for a user that it does not know', async () => {
    await expect(dovecot.deliver('gone@dlut.edu.cn', 'Subject: x\r\n\r\n')).rejects.toThrow("User doesn't exist")
  })

  it('shows the flags of each message without touching them', async () => {
    const receivedAt = new Date('2024-05-19T08:00:00Z')
    const how = { folder: 'Junk', flags: ['\\Seen', '$Work'], receivedAt }
    const first = await dovecot.append(COMMITTEE, 'Subject: a\r\n\r\n', how)
    const second = await dovecot.append(COMMITTEE, 'Subject: b\r\n\r\n', { folder: 'Junk' })
    const expected = new Map([
      [first, ['$Work', '\\Seen']],
      [second, []],
    ])
    expect(await dovecot.flags(COMMITTEE, 'Junk')).toEqual(expected)
    expect(await dovecot.flags(COMMITTEE, 'Junk')).toEqual(expected)
    expect(await dovecot.flags(COMMITTEE, 'Sent')).toEqual(new Map())
  })

  it('announces new mail to a client that idles', async () => {
    const client = clientOf(APPLICANT)
    await client.connect()
    try {
      await client.mailboxOpen('INBOX', { readOnly: true })
      const announced = new Promise(resolve => client.once('exists', resolve))
      const idling = client.idle()
      await waitFor(() => dovecot.protocolLog(APPLICANT).includes('IDLE'), { what: 'IDLE in the protocol log' })
      await dovecot.deliver(APPLICANT, 'Subject: wake up\r\n\r\n')
      await announced
      await client.noop()
      await idling
    } finally {
      await client.logout()
    }
  })

  it('has folders for Sent and Junk', async () => {
    const folders = await dovecot.asStaff(APPLICANT, client => client.list())
    expect(Object.fromEntries(folders.map(({ path, specialUse }) => [path, specialUse]))).toEqual({
      INBOX: '\\Inbox',
      Sent: '\\Sent',
      Junk: '\\Junk',
    })
  })
})

describe('the protocol log', () => {
  it('holds what a client says after login, and neither its password nor what staff do', async () => {
    await dovecot.append(COMMITTEE, 'Subject: by staff\r\n\r\n', { folder: 'Sent' })
    const client = clientOf(COMMITTEE)
    await client.connect()
    await client.mailboxOpen('Sent', { readOnly: true })
    await client.append('Junk', 'Subject: 写入\r\n\r\nbody\r\n')
    await client.logout()
    const log = await waitFor(
      () => /^\S+ LOGOUT/m.test(dovecot.protocolLog(COMMITTEE)) && dovecot.protocolLog(COMMITTEE),
      {
        what: 'LOGOUT in the protocol log',
      },
    )
    expect(log).toMatch(/^\S+ EXAMINE "?Sent"?/m)
    expect(log).toMatch(/^\S+ APPEND "?Junk"? .*\r\nSubject: 写入\r\n\r\nbody\r\n/m)
    expect(log).not.toContain('by staff')
    expect(log).not.toMatch(/LOGIN|AUTHENTICATE/)
    expect(dovecot.log()).not.toContain('pass:word')
  })
})

describe('the recording proxy', () => {
  it('passes a whole session on and keeps both sides of it', async () => {
    const proxy = await startRecordingProxy({ host: dovecot.host, port: dovecot.imapPort })
    const client = clientOf(COMMITTEE, proxy.port)
    await client.connect()
    await client.mailboxOpen('INBOX', { readOnly: true })
    await client.logout()
    expect(proxy.clientSaid()).toMatch(/^\S+ EXAMINE "?INBOX"?\r$/m)
    expect(proxy.serverSaid()).toMatch(/^\* OK /)
    await proxy.stop()
  })
})

describe('an instance of its own', () => {
  it('runs beside another and leaves no process and no folder behind when it is stopped', async () => {
    const users = { 'other@dlut.edu.cn': 'x' }
    const beside = await startDovecot({ users })
    const { lmtpPort, authSocket } = beside
    const gate = await startPostfix({ lmtpPort, authSocket, domains: ['dlut.edu.cn'], hostname: 'mail.dlut.edu.cn' })
    await beside.deliver('other@dlut.edu.cn', 'Subject: x\r\n\r\n')
    expect([...processesOf(beside.pid), ...processesOf(gate.pid)]).toEqual(
      expect.arrayContaining([beside.pid, gate.pid]),
    )
    await gate.stop()
    await beside.stop()
    for (const { pid, folder } of [gate, beside]) {
      expect(processesOf(pid)).toEqual([])
      expect(existsSync(folder)).toBe(false)
    }
    expect((await dovecot.flags(APPLICANT)).size).toBeGreaterThan(0)
  })
})
