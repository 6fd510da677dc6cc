import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Variables } from '../../src/config/environment.ts'
import type { ListedSubmission } from '../../src/store/overview.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { LOGIN, liveConfigFolder, liveVariables } from '../support/live-config.ts'
import { waitFor } from '../support/ports.ts'
import { type Postfix, startPostfix } from '../support/postfix.ts'
import { shenbao, startShenbao } from '../support/shenbao-process.ts'

const APPLICANT = 'chenlixin@branch.example'
const STRANGER = 'someone@elsewhere.example'
const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
const DAY = 86_400_000

/** Real servers stamp today's date: the call was announced yesterday and runs for five days more. */
const deadline = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 5 * DAY)
const month = (years: number) => new Date(deadline.getTime() + years * 365 * DAY).toISOString().slice(0, 7)
const edit = (call: string) =>
  call
    .replace(/^announced:.*$/m, `announced: ${new Date(Date.now() - DAY).toISOString().slice(0, 10)}`)
    .replace(/^deadline:.*$/m, `deadline: ${deadline.toISOString()}`)
    .replace(/^cycle:.*$/m, `cycle: { from: ${month(0)}, to: ${month(2)} }`)

let dovecot: Dovecot
let postfix: Postfix
let config: string
let data: string
let variables: Variables

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [LOGIN.user]: LOGIN.password, [APPLICANT]: 'x', [STRANGER]: 'x' } })
  const domains = ['dlut.edu.cn', 'branch.example', 'elsewhere.example']
  postfix = await startPostfix({
    lmtpPort: dovecot.lmtpPort,
    authSocket: dovecot.authSocket,
    domains,
    hostname: 'mail.dlut.edu.cn',
  })
  config = liveConfigFolder(edit)
  data = mkdtempSync(join(tmpdir(), 'shenbao-servers-'))
  variables = {
    ...liveVariables({ imap: dovecot.imapPort, smtp: postfix.port }),
    SHENBAO_CONFIG: config,
    SHENBAO_DATABASE: join(data, 'shenbao.db'),
    SHENBAO_MAILBOX_SINCE: new Date(Date.now() - DAY).toISOString().slice(0, 10),
  }
})

afterAll(async () => {
  await postfix?.stop()
  await dovecot?.stop()
  for (const folder of [config, data]) rmSync(folder, { recursive: true, force: true })
})

const form = async (change: Parameters<typeof filledAnswers>[0] = {}) => ({
  filename: `${NAME}.docx`,
  content: await formDocx(filledAnswers({ deadline, ...change })),
})

/** A mail as any client hands it to the committee's server, over plain SMTP. */
const mailTo = async (mail: {
  from: string
  subject: string
  attachments?: { filename: string; content: Buffer }[]
}) => {
  const transport = createTransport({ host: postfix.host, port: postfix.port, ignoreTLS: true })
  await transport.sendMail({ to: LOGIN.user, text: '请查收。', ...mail })
  transport.close()
}

/** Mails in a mailbox, read as its owner would. */
const mailsOf = (user: string) =>
  dovecot.asStaff(user, async client => {
    await client.mailboxOpen('INBOX', { readOnly: true })
    const mails = client.mailbox && client.mailbox.exists > 0 ? await client.fetchAll('1:*', { source: true }) : []
    return Promise.all(mails.map(({ source }) => simpleParser(source ?? Buffer.alloc(0))))
  })

const list = async (): Promise<ListedSubmission[]> => {
  const { stdout } = await shenbao(['list', '--json'], variables)
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as ListedSubmission)
}

/** Our own digest lies in the mailbox too. */
const applications = async () => (await list()).filter(({ relation }) => relation === 'application')

describe('the worker on Dovecot and Postfix', () => {
  it('answers a mail sent by plain SMTP in the sender’s mailbox, records it, and tells staff', async () => {
    const worker = startShenbao(['run'], variables)
    try {
      await waitFor(() => worker.log().includes('worker started'), { what: 'the worker to start' })
      await mailTo({ from: `陈立新 <${APPLICANT}>`, subject: NAME, attachments: [await form()] })
      const receipt = await waitFor(async () => (await mailsOf(APPLICANT))[0], {
        what: 'the receipt',
        timeoutMs: 90_000,
      })
      expect(receipt.subject).toBe(`回复: ${NAME}`)
      expect(receipt.text).toContain('受理编号：2024-model-branch-0001')
      expect(receipt.headers.get('auto-submitted')).toBe('auto-replied')
      expect(await applications()).toMatchObject([
        { outcome: 'accepted', branch: '教工第一党支部', standing: true, reply: { kind: 'receipt' } },
      ])
      const digest = await waitFor(
        async () => (await mailsOf(LOGIN.user)).find(({ subject }) => subject?.startsWith('申报日报')),
        { what: 'the digest' },
      )
      expect(digest.text).toContain('教工第一党支部')
    } finally {
      const { code, stderr } = await worker.end('SIGTERM')
      expect(stderr).toContain('worker stopped')
      expect(code).toBe(0)
    }
  }, 120_000)

  it('returns what can be mended, holds a stranger’s try, and ignores its own digest', async () => {
    await mailTo({ from: APPLICANT, subject: '申报材料', attachments: [await form()] })
    await mailTo({ from: STRANGER, subject: NAME, attachments: [await form({ memberCount: '7' })] })
    await waitFor(async () => (await mailsOf(LOGIN.user)).length >= 4, { what: 'both mails' })
    expect((await shenbao(['sweep'], variables)).code).toBe(0)
    const outcomes = (await applications()).map(({ outcome, standing }) => [outcome, standing])
    expect(outcomes).toEqual([
      ['accepted', true],
      ['returned', false],
      ['held', false],
    ])
    const returned = await waitFor(async () => (await mailsOf(APPLICANT))[1], { what: 'what to fix' })
    expect(returned.text).toContain(NAME)
    expect((await list()).find(({ relation }) => relation !== 'application')?.reply).toBeNull()
  })

  it('finds everything answered when it starts again', async () => {
    const before = (await mailsOf(APPLICANT)).length
    expect((await shenbao(['sweep'], variables)).code).toBe(0)
    expect((await mailsOf(APPLICANT)).length).toBe(before)
  })

  it('writes the digest to files', async () => {
    const { stdout, code } = await shenbao(['digest', '--out', join(data, 'digest')], variables)
    expect(code).toBe(0)
    const [html = '', text = ''] = stdout.trim().split('\n')
    expect(await readFile(text, 'utf8')).toContain('教工第一党支部')
    expect(await readFile(html, 'utf8')).toContain('教工第一党支部')
  })

  it('has only read: the server’s own log shows no command that writes, and no flag was set', async () => {
    const said = await waitFor(
      () => /LOGOUT/i.test(dovecot.protocolLog(LOGIN.user)) && dovecot.protocolLog(LOGIN.user),
      { what: 'the log' },
    )
    const commands = said.split(/\r?\n/).map(line => line.replace(/^\S+ (?:UID )?/, ''))
    expect(commands.some(command => command.startsWith('EXAMINE'))).toBe(true)
    expect(
      commands.filter(command => /^(?:SELECT|STORE|COPY|MOVE|APPEND|EXPUNGE|CREATE|DELETE|RENAME)\b/i.test(command)),
    ).toEqual([])
    expect(commands.filter(command => /FETCH .*(?:BODY\[|RFC822(?!\.SIZE))/i.test(command))).toEqual([])
    for (const flags of (await dovecot.flags(LOGIN.user)).values()) expect(flags).toEqual([])
  })
})

describe('a worker that can’t log in', () => {
  it('says host, user and the server’s words, and waits', async () => {
    const worker = startShenbao(['run'], {
      ...variables,
      SHENBAO_MAILBOX_PASSWORD: 'wrong',
      SHENBAO_DATABASE: join(data, 'other.db'),
    })
    try {
      const log = await waitFor(() => /login refused.*/.test(worker.log()) && worker.log(), { what: 'the refusal' })
      expect(log).toContain('127.0.0.1')
      expect(log).toContain(LOGIN.user)
      expect(log).toMatch(/Authentication failed/i)
      expect(log).toContain('15 minutes')
      expect(log).not.toContain('wrong')
    } finally {
      expect((await worker.end('SIGTERM')).code).toBe(0)
    }
  })

  it('ends a sweep with exit code 1 and one sentence', async () => {
    const { code, stderr } = await shenbao(['sweep'], {
      ...variables,
      SHENBAO_MAILBOX_PASSWORD: 'wrong',
      SHENBAO_DATABASE: join(data, 'other.db'),
    })
    expect(code).toBe(1)
    expect(stderr).toMatch(/refused the login of jxdw@dlut\.edu\.cn/)
  })
})

describe('a second worker', () => {
  it('refuses with a sentence while the first is at work', async () => {
    const first = startShenbao(['run'], variables)
    try {
      await waitFor(() => first.log().includes('worker started'), { what: 'the first worker' })
      const { code, stderr } = await shenbao(['sweep'], variables)
      expect(code).toBe(1)
      expect(stderr).toContain('another worker')
    } finally {
      await first.end('SIGTERM')
    }
  })
})
