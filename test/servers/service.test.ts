import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { LOGIN } from '../support/live-config.ts'
import { waitFor } from '../support/ports.ts'
import { DAY, type RealService, startRealService } from '../support/real-service.ts'
import { shenbao, startShenbao } from '../support/shenbao-process.ts'

const APPLICANT = 'chenlixin@branch.example'
const STRANGER = 'someone@elsewhere.example'
const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'

const deadline = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 5 * DAY)

let service: RealService
let variables: RealService['variables']

beforeAll(async () => {
  service = await startRealService(deadline, [APPLICANT, STRANGER])
  variables = service.variables
})
afterAll(() => service?.stop())

const form = async (change: Parameters<typeof filledAnswers>[0] = {}) => ({
  filename: `${NAME}.docx`,
  content: await formDocx(filledAnswers({ deadline, ...change })),
})

/** Our own digest lies in the mailbox too. */
const applications = async () => (await service.list()).filter(({ relation }) => relation === 'application')

describe('the worker on Dovecot and Postfix', () => {
  it('answers a mail sent by plain SMTP in the sender’s mailbox, records it, and tells staff', async () => {
    const worker = startShenbao(['run'], variables)
    try {
      await waitFor(() => worker.log().includes('worker started'), { what: 'the worker to start' })
      await service.mail({ from: `陈立新 <${APPLICANT}>`, subject: NAME, attachments: [await form()] })
      const receipt = await waitFor(async () => (await service.mailsOf(APPLICANT))[0], {
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
        async () => (await service.mailsOf(LOGIN.user)).find(({ subject }) => subject?.startsWith('申报日报')),
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
    await service.mail({ from: APPLICANT, subject: '申报材料', attachments: [await form()] })
    await service.mail({ from: STRANGER, subject: NAME, attachments: [await form({ memberCount: '7' })] })
    await waitFor(async () => (await service.mailsOf(LOGIN.user)).length >= 4, { what: 'both mails' })
    expect((await shenbao(['sweep'], variables)).code).toBe(0)
    const outcomes = (await applications()).map(({ outcome, standing }) => [outcome, standing])
    expect(outcomes).toEqual([
      ['accepted', true],
      ['returned', false],
      ['held', false],
    ])
    const returned = await waitFor(async () => (await service.mailsOf(APPLICANT))[1], { what: 'what to fix' })
    expect(returned.text).toContain(NAME)
    expect((await service.list()).find(({ relation }) => relation !== 'application')?.reply).toBeNull()
  })

  it('finds everything answered when it starts again', async () => {
    const before = (await service.mailsOf(APPLICANT)).length
    expect((await shenbao(['sweep'], variables)).code).toBe(0)
    expect((await service.mailsOf(APPLICANT)).length).toBe(before)
  })

  it('writes the digest to files', async () => {
    const { stdout, code } = await shenbao(['digest', '--out', join(service.data, 'digest')], variables)
    expect(code).toBe(0)
    const [html = '', text = ''] = stdout.trim().split('\n')
    expect(await readFile(text, 'utf8')).toContain('教工第一党支部')
    expect(await readFile(html, 'utf8')).toContain('教工第一党支部')
  })

  it('has only read: the server’s own log shows no command that writes, and no flag was set', async () => {
    const said = await waitFor(
      () => /LOGOUT/i.test(service.dovecot.protocolLog(LOGIN.user)) && service.dovecot.protocolLog(LOGIN.user),
      { what: 'the log' },
    )
    const commands = said.split(/\r?\n/).map(line => line.replace(/^\S+ (?:UID )?/, ''))
    expect(commands.some(command => command.startsWith('EXAMINE'))).toBe(true)
    expect(
      commands.filter(command => /^(?:SELECT|STORE|COPY|MOVE|APPEND|EXPUNGE|CREATE|DELETE|RENAME)\b/i.test(command)),
    ).toEqual([])
    expect(commands.filter(command => /FETCH .*(?:BODY\[|RFC822(?!\.SIZE))/i.test(command))).toEqual([])
    for (const flags of (await service.dovecot.flags(LOGIN.user)).values()) expect(flags).toEqual([])
  })
})

describe('a worker that can’t log in', () => {
  it('says host, user and the server’s words, and waits', async () => {
    const worker = startShenbao(['run'], {
      ...variables,
      SHENBAO_MAILBOX_PASSWORD: 'wrong',
      SHENBAO_DATABASE: join(service.data, 'other.db'),
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
      SHENBAO_DATABASE: join(service.data, 'other.db'),
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
