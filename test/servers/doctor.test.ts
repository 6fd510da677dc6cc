import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Variables } from '../../src/config/environment.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { LOGIN, liveConfigFolder, liveVariables } from '../support/live-config.ts'
import { type Postfix, startPostfix } from '../support/postfix.ts'
import { shenbao } from '../support/shenbao-process.ts'

let dovecot: Dovecot
let postfix: Postfix
let config: string
let data: string
let variables: Variables

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [LOGIN.user]: LOGIN.password } })
  postfix = await startPostfix({
    lmtpPort: dovecot.lmtpPort,
    authSocket: dovecot.authSocket,
    domains: ['dlut.edu.cn'],
    hostname: 'mail.dlut.edu.cn',
  })
  config = liveConfigFolder(call => call.replace(/^deadline:.*$/m, 'deadline: 2099-05-20T10:00:00+08:00'))
  // As an operator leaves it: the blank form is the notice's own.
  const form = join(config, 'forms', 'party-branch.yaml')
  writeFileSync(form, readFileSync(form, 'utf8').replace(', example: true', ''))
  data = mkdtempSync(join(tmpdir(), 'shenbao-doctor-'))
  variables = {
    ...liveVariables({ imap: dovecot.imapPort, smtp: postfix.port }),
    SHENBAO_CONFIG: config,
    SHENBAO_DATABASE: join(data, 'shenbao.db'),
  }
})

afterAll(async () => {
  await postfix?.stop()
  await dovecot?.stop()
  for (const folder of [config, data]) rmSync(folder, { recursive: true, force: true })
})

const doctor = (more: Variables = {}, ...args: string[]) => shenbao(['doctor', ...args], { ...variables, ...more })

describe('shenbao doctor', () => {
  it('sends a test mail, finds it in the mailbox, and then reads the clock and everything else from it', async () => {
    const sent = await doctor({}, '--send-test', LOGIN.user)
    expect(sent.stdout).toContain('✓ test mail: was sent to jxdw@dlut.edu.cn and found in the mailbox')
    const { stdout, code } = await doctor()
    expect(stdout).not.toContain('✗')
    for (const line of [
      '✓ configuration:',
      '✓ call 2024-model-branch: deadline 2099年5月20日 10:00',
      '✓ replies: live',
      '✓ IMAP login: jxdw@dlut.edu.cn at 127.0.0.1',
      '✓ IMAP IDLE: offered',
      '✓ folder INBOX: INBOX: 1 messages, UIDVALIDITY ',
      '✓ folder \\Junk: Junk: 0 messages',
      '✓ Sent folder: Sent',
      '✓ time of receipt: from the Received header',
      '✓ SMTP login: jxdw@dlut.edu.cn at 127.0.0.1',
      '✓ SMTP From: jxdw@dlut.edu.cn, the same as the login',
      'shenbao.db will be made by the first sweep',
      '✓ disk:',
    ])
      expect(stdout).toContain(line)
    expect(code).toBe(0)
  })

  it('is one JSON object for those who watch many', async () => {
    const { stdout, code } = await doctor({}, '--json')
    const { ok, diagnoses } = JSON.parse(stdout) as { ok: boolean; diagnoses: readonly { about: string }[] }
    expect({ ok, code }).toEqual({ ok: true, code: 0 })
    expect(diagnoses.map(({ about }) => about)).toEqual(expect.arrayContaining(['IMAP login', 'SMTP login', 'disk']))
    expect((await doctor({ SHENBAO_SMTP_PORT: '1' }, '--json')).stdout).toContain('{"ok":false,')
  })

  it('leaves its own test mail to the worker as automatic mail, never answered', async () => {
    expect((await shenbao(['sweep'], variables)).code).toBe(0)
    const { stdout } = await shenbao(['list', '--json'], variables)
    const mails = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { relation: string; reply: unknown })
    expect(mails.length).toBeGreaterThan(0)
    for (const { relation, reply } of mails) {
      expect(relation).not.toBe('application')
      expect(reply).toBeNull()
    }
  })

  it('says what to do about a refused login, an unreachable server and a host name that is not the server’s, each in its line', async () => {
    const { stdout, stderr, code } = await doctor({
      SHENBAO_MAILBOX_PASSWORD: 'a-wrong-password',
      SHENBAO_SMTP_PORT: '1',
    })
    expect(code).toBe(1)
    expect(stderr).toContain('2 things are to be done')
    expect(stdout).toMatch(
      /✗ IMAP: IMAP 127\.0\.0\.1 refused the login of jxdw@dlut\.edu\.cn: .*\n {4}→ check user and password/,
    )
    expect(stdout).toMatch(/✗ SMTP: SMTP 127\.0\.0\.1:1.*\n {4}→ check host, port and tls/)
    expect(stdout + stderr).not.toContain('a-wrong-password')
    expect((await doctor({ SHENBAO_MAILBOX_RECEIVED_BY: 'mx.example.com' })).stdout).toMatch(
      /✗ time of receipt: .*by mx\.example\.com.*\n {4}→ .*«by mail\.dlut\.edu\.cn»/,
    )
  })

  it('says that a database can’t be written, and that a file is none', async () => {
    const nowhere = await doctor({ SHENBAO_DATABASE: join(config, 'service.yaml', 'shenbao.db') })
    expect(nowhere.stdout).toMatch(/✗ data folder: .*shenbao\.db can't be written/)
    const noDatabase = await doctor({ SHENBAO_DATABASE: join(config, 'service.yaml') })
    expect(noDatabase.stdout).toMatch(/✗ database: .*is damaged\n {4}→ .*restore a backup/)
  })
})
