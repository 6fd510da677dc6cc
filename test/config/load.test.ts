import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requireSecrets } from '../../src/config/config.ts'
import type { Variables } from '../../src/config/environment.ts'
import { loadConfig } from '../../src/config/load.ts'
import { ConfigurationError, type Mistake } from '../../src/errors.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-config-'))
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')))

function mistakes(variables: Variables = {}): readonly Mistake[] {
  try {
    loadConfig(folder, variables)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes
    throw error
  }
}

const CALL = 'calls/2024-model-branch.yaml'
const ROSTER = 'calls/2024-model-branch.roster.csv'

describe('the configuration', () => {
  it('is read as it ships, and frozen', () => {
    const config = loadConfig(SHIPPED_CONFIG, {})
    expect(config.limits.messageBytes).toBe(64 * 1024 * 1024)
    expect(config.calls[0]?.deadline.toISOString()).toBe('2024-05-20T02:00:00.000Z')
    expect(config.calls[0]?.roster.length).toBeGreaterThan(25)
    expect(Object.isFrozen(config.mailbox)).toBe(true)
  })

  it.each([
    ["['王老师 <wang@dlut.edu.cn>', 'li@dlut.edu.cn']", null],
    ["['全体教师 <all@dlut.edu.cn>']", 'staff.desk.0'],
    ["['dangwei-list@dlut.edu.cn']", 'staff.desk.0'],
    ["['No-Reply <no-reply@dlut.edu.cn>']", 'staff.desk.0'],
    ["['postmaster@dlut.edu.cn']", 'staff.desk.0'],
    ["['王老师 <wang@dlut.edu.cn>, 李老师 <li@dlut.edu.cn>']", 'staff.desk.0'],
    ["['党委: wang@dlut.edu.cn, li@dlut.edu.cn;']", 'staff.desk.0'],
    ["['王老师 <wang@dlut.edu.cn>', 'WANG@dlut.edu.cn']", 'staff.desk'],
    ['wang@dlut.edu.cn', 'staff.desk'],
  ])("takes for staff.desk what is one person's address: %s", (desk, mistake) => {
    edit('service.yaml', text => text.replace('desk: []', `desk: ${desk}`))
    expect(mistakes().map(({ path }) => path)).toEqual(mistake === null ? [] : [mistake])
  })

  it('lists every mistake at once, with file and path', () => {
    edit('service.yaml', text =>
      text
        .replace('port: 993', 'port: 99300')
        .replace('idle: true', 'idel: true')
        .replace("sweep: '* * * * *'", 'sweep: often'),
    )
    edit(CALL, text => text.replace('+08:00', '').replace('deadline', 'deadline'))
    edit(ROSTER, text => `${text}教工第一党支部,教师,,,\n`)
    const found = mistakes({ SHENBAO_SMTP_PRT: '25' }).map(({ file, path }) => `${file} ${path}`)
    expect(found).toContain('service.yaml mailbox.port')
    expect(found).toContain('service.yaml schedule.sweep')
    expect(found).toContain(`${CALL} deadline`)
    expect(found).toContain('environment SHENBAO_SMTP_PRT')
  })

  it.each([
    ['an unknown key', 'service.yaml', 'idle: true', 'idle: true\n  ide: 1', 'service.yaml mailbox'],
    ['a size without unit', 'service.yaml', '64MiB', '64', 'service.yaml limits.messageBytes'],
    [
      'tls none beyond loopback',
      'service.yaml',
      'tls: implicit # implicit | starttls | none (loopback only)',
      'tls: none',
      'service.yaml mailbox.tls',
    ],
    ['an unknown time zone', 'service.yaml', 'Asia/Shanghai', 'Asia/Dalian', 'service.yaml timezone'],
    ['a deadline without offset', CALL, '2024-05-20T10:00:00+08:00', '2024-05-20T10:00:00', `${CALL} deadline`],
    ['a missing roster', CALL, 'roster: 2024-model-branch.roster.csv', 'roster: none.csv', `${CALL} applicant.roster`],
    [
      'an unknown token in a name',
      CALL,
      "subject: '党建工作样板支部申报书-{unit}{branch}'",
      "subject: '申报书-{unti}{branch}'",
      `${CALL} naming.subject`,
    ],
    ['live replies with an example roster', 'service.yaml', 'replies: hold', 'replies: live', `${CALL} example`],
    ['a cycle that ends before it begins', CALL, 'to: 2026-05', 'to: 2023-05', `${CALL} cycle`],
    ['YAML that is none', 'service.yaml', 'mailbox:', 'mailbox: {', 'service.yaml'],
  ])('refuses %s', (_, file, from, to, expected) => {
    edit(file, text => text.replace(from, to))
    expect(
      mistakes()
        .map(({ file, path }) => `${file} ${path}`)
        .join('\n'),
    ).toContain(expected)
  })

  it.each([
    ['a branch twice', '教工第二党支部,教师,,,', '教工第一党支部,教师,,,'],
    ['a name that is no 党支部', '教工第二党支部,教师,,,', '教工第二支部,教师,,,'],
    ['an unknown type', '教工第二党支部,教师,,,', '教工第二党支部,老师,,,'],
    ['a column that is nearly one of ours', '联系邮箱', '联系邮相'],
  ])('refuses a roster with %s and says the line', (_, from, to) => {
    edit(ROSTER, text => text.replace(from, to))
    expect(mistakes()[0]?.path).toMatch(/^line \d/)
  })

  it('says once that a roster lacks the column of names, and nothing of its lines', () => {
    edit(ROSTER, text => text.replace('支部名称', '单位'))
    expect(mistakes().map(({ path, message }) => `${path}: ${message}`)).toEqual([
      expect.stringContaining('line 1: needs the column 支部名称'),
    ])
  })

  it('does not take rows without a name for the same branch', () => {
    writeFileSync(join(folder, ROSTER), '支部名称,类型\n,教师\n,学生\n教工第一党支部,教师\n')
    expect(mistakes().map(({ path }) => path)).toEqual(['line 2', 'line 3'])
  })

  it('needs a call, but for drafting the first one', () => {
    rmSync(join(folder, 'calls'), { recursive: true })
    expect(mistakes().map(({ file }) => file)).toEqual(['calls'])
    expect(loadConfig(folder, {}, { mayLackCalls: true }).calls).toEqual([])
  })

  it('takes a short name for a call, else its id', () => {
    expect(loadConfig(folder, {}).calls[0]?.short).toBe('2024-model-branch')
    edit(CALL, text => `${text}\nshort: 样板支部\n`)
    expect(loadConfig(folder, {}).calls[0]?.short).toBe('样板支部')
  })

  it('reads a roster as Chinese Excel saves it', () => {
    const iconv = (text: string) =>
      Buffer.concat([...text].map(character => GB18030.get(character) ?? Buffer.from(character)))
    writeFileSync(join(folder, ROSTER), iconv('支部名称,类型\r\n教工第一党支部,教师\r\n'))
    expect(loadConfig(folder, {}).calls[0]?.roster.map(({ name }) => name)).toEqual(['教工第一党支部'])
    writeFileSync(join(folder, ROSTER), '\ufeff支部名称,类型\r\n教工第一党支部,教师\r\n')
    expect(loadConfig(folder, {}).calls[0]?.roster.map(({ name }) => name)).toEqual(['教工第一党支部'])
  })

  it('takes any scalar from the environment, and names the variable when it is wrong', () => {
    const config = loadConfig(folder, {
      SHENBAO_MAILBOX_HOST: 'imap.example',
      SHENBAO_SMTP_PER_MINUTE: '7',
      SHENBAO_MAILBOX_FOLDERS: 'INBOX, 申报',
    })
    expect(config.mailbox.host).toBe('imap.example')
    expect(config.smtp.perMinute).toBe(7)
    expect(config.mailbox.folders).toEqual(['INBOX', '申报'])
    expect(mistakes({ SHENBAO_SMTP_PORT: '25abc' })).toMatchObject([{ file: 'environment', path: 'SHENBAO_SMTP_PORT' }])
  })

  it('takes secrets from the environment or a file, and shows them to no one', () => {
    writeFileSync(join(folder, 'secret'), 'geheim\n')
    const config = loadConfig(folder, {
      SHENBAO_MAILBOX_PASSWORD_FILE: join(folder, 'secret'),
      SHENBAO_SMTP_PASSWORD: 'x',
    })
    expect(requireSecrets(config).mailbox.password.reveal()).toBe('geheim')
    expect(JSON.stringify(config)).not.toContain('geheim')
    expect(() => requireSecrets(loadConfig(folder, {}))).toThrow(/SHENBAO_MAILBOX_PASSWORD.*\n.*SHENBAO_SMTP_PASSWORD/)
  })
})

/** Enough of GB18030 for the test: what `iconv -t GB18030` gives. */
const GB18030 = new Map(
  Object.entries({
    支: 'd6a7',
    部: 'b2bf',
    名: 'c3fb',
    称: 'b3c6',
    类: 'c0e0',
    型: 'd0cd',
    教: 'bdcc',
    工: 'b9a4',
    第: 'b5da',
    一: 'd2bb',
    党: 'b5b3',
    师: 'caa6',
  }).map(([character, hex]) => [character, Buffer.from(hex, 'hex')]),
)
