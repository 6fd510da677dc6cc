import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Variables } from '../../src/config/environment.ts'
import { loadConfig } from '../../src/config/load.ts'
import { ConfigurationError } from '../../src/errors.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

const CALL = 'calls/2024-model-branch.yaml'
const ROSTER = 'calls/2024-model-branch.roster.csv'
let folder: string
const path = (name: string) => join(folder, name)
const edit = (file: string, change: (text: string) => string | Uint8Array) =>
  writeFileSync(path(file), change(readFileSync(path(file), 'utf8')))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-words-'))
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function said(variables: Variables = {}, from = folder): string {
  try {
    loadConfig(from, variables)
    return ''
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message.replace(/(\.yaml): line \d+/g, '$1')
    throw error
  }
}

describe('a mistake in the configuration is told in one sentence that says what to do', () => {
  it('a folder that isn’t there', () => {
    const how = ['/.dockerenv', '/run/.containerenv'].some(mark => existsSync(mark))
      ? 'mount it'
      : 'make it after the model of config/'
    expect(said({}, path('none'))).toBe(
      `${path('none')}: the configuration folder is not there: ${how}, or name it by --config or SHENBAO_CONFIG`,
    )
  })

  it.each([
    ['99300', 'service.yaml: mailbox.port: expected a port from 1 to 65535, got 99300'],
    ['25abc', 'service.yaml: mailbox.port: expected a port from 1 to 65535, got "25abc"'],
    ['~', 'service.yaml: mailbox.port: expected a port from 1 to 65535, got null'],
    ['{ a: 1 }', 'service.yaml: mailbox.port: expected a port from 1 to 65535, got several keys'],
  ])('a port that is none: %s', (port, words) => {
    edit('service.yaml', text => text.replace('port: 993', `port: ${port}`))
    expect(said()).toBe(words)
  })

  it.each([
    ['replies: hold', 'replies: maybe', 'service.yaml: replies: expected hold or live, got "maybe"'],
    ['idle: true', 'idel: true', 'service.yaml: mailbox: unknown key idel: is idle meant?'],
    ['  host: mail.dlut.edu.cn\n  port: 465', '  port: 465', 'service.yaml: smtp.host: is missing'],
    ["folders: [INBOX, '\\Junk']", 'folders: INBOX', 'service.yaml: mailbox.folders: expected a list, got "INBOX"'],
    ['idle: true', 'idle: ja', 'service.yaml: mailbox.idle: expected true or false, got "ja"'],
    ['attempts: 3', 'attempts: 0', 'service.yaml: limits.attempts: expected at least 1, got 0'],
    ['readers: 2', 'readers: 99', 'service.yaml: limits.readers: expected at most 64, got 99'],
    ['documentSeconds: 20', 'documentSeconds: 0', 'service.yaml: limits.documentSeconds: expected more than 0, got 0'],
    ['user: jxdw@dlut.edu.cn\n  f', 'user:\n  f', 'service.yaml: mailbox.user: expected a text, got null'],
    ['digestTo: [jxdw@dlut.edu.cn]', 'digestTo: []', 'service.yaml: staff.digestTo: may not be empty'],
  ])('a setting that isn’t right: %s', (right, wrong, words) => {
    edit('service.yaml', text => text.replace(right, wrong))
    expect(said()).toBe(words)
  })

  it.each([
    'https://mail.dlut.edu.cn',
    'mail.dlut.edu.cn:993',
    'jxdw@mail.dlut.edu.cn',
    '@dlut.edu.cn',
    '*.dlut.edu.cn',
    '',
  ])('what is more than a name where a name belongs: %s', written => {
    const words = 'expected a name such as mail.dlut.edu.cn by itself: without protocol, port or @'
    for (const name of ['MAILBOX_HOST', 'SMTP_HOST', 'MAILBOX_RECEIVED_BY', 'SENDERS_DOMAINS'])
      expect(said({ [`SHENBAO_${name}`]: written })).toBe(`environment: SHENBAO_${name}: ${words}`)
  })

  it.each(['mail', '10.1.2.3', '::1', 'MAIL.dlut.edu.cn'])('a host is taken as it is called: %s', host => {
    expect(said({ SHENBAO_MAILBOX_HOST: host, SHENBAO_SMTP_HOST: host })).toBe('')
  })

  it('what a variable says, at the variable: of a list and of a file that is named, too', () => {
    expect(said({ SHENBAO_STAFF_DIGEST_TO: 'jxdw@dlut.edu.cn,王老师' })).toBe(
      'environment: SHENBAO_STAFF_DIGEST_TO: expected an address such as jxdw@dlut.edu.cn',
    )
    expect(said({ SHENBAO_MAILBOX_FOLDERS: '' })).toBe('environment: SHENBAO_MAILBOX_FOLDERS: may not be empty')
    expect(said({ SHENBAO_SMTP_CA: 'nowhere.pem' })).toMatch(/^environment: SHENBAO_SMTP_CA: .*nowhere\.pem/)
  })

  it('a password in service.yaml, without showing it', () => {
    edit('service.yaml', text => text.replace('  idle: true', '  idle: true\n  password: geheim'))
    expect(said()).toMatch(/^service\.yaml: mailbox: a password may not stand here: SHENBAO_MAILBOX_PASSWORD_FILE/)
    expect(said()).not.toContain('geheim')
  })

  it('a variable that is none, with the one that may be meant', () => {
    expect(said({ SHENBAO_SMTP_PRT: '25' })).toBe(
      'environment: SHENBAO_SMTP_PRT: unknown variable: is SHENBAO_SMTP_PORT meant?',
    )
    expect(said({ SHENBAO_MAILBOX_PASWORD: 'geheim' })).toBe(
      'environment: SHENBAO_MAILBOX_PASWORD: unknown variable: is SHENBAO_MAILBOX_PASSWORD meant?',
    )
    expect(said({ SHENBAO_NONSENSE: '1' })).toMatch(/unknown variable: it is SHENBAO_ and a path of service\.yaml/)
  })

  it('live replies with the example roster', () => {
    expect(said({ SHENBAO_REPLIES: 'live' })).toBe(
      `${CALL}: example: replies: live is refused while the roster is the invented example: put your own in its place and take this line out`,
    )
  })

  it('no call', () => {
    rmSync(path('calls'), { recursive: true })
    expect(said()).toMatch(/^calls: can't be read: ENOENT.*; a folder with a file for each call is needed$/)
  })
})

describe('a secret', () => {
  const both = (file: string): Variables => ({ SHENBAO_MAILBOX_PASSWORD_FILE: file, SHENBAO_SMTP_PASSWORD: 'x' })

  it('is read from a file as an editor saves it', () => {
    writeFileSync(path('secret'), '\ufeff ge heim\r\n')
    expect(loadConfig(folder, both(path('secret'))).mailbox.password?.reveal()).toBe(' ge heim')
  })

  it('may be in no file that is missing or empty', () => {
    writeFileSync(path('secret'), '\n')
    expect(said(both(path('secret')))).toMatch(/SHENBAO_MAILBOX_PASSWORD_FILE: .*secret is empty: write the password/)
    expect(said(both(path('none')))).toMatch(/can't be read: ENOENT.*; the file must be there, and belong to the user/)
  })
})

describe('files as Chinese office programs save them', () => {
  it('a service.yaml in GB18030 is read, so that replies name the contact rightly', () => {
    const contact = Buffer.from('d1a7d4bab5b3ceafb0ecb9abcad2', 'hex')
    const [head = '', tail = ''] = readFileSync(path('service.yaml'), 'utf8')
      .replace('机械工程学院党委 <', 'x <')
      .replace(/#.*/g, '')
      .split('学院党委办公室')
    writeFileSync(path('service.yaml'), Buffer.concat([Buffer.from(head), contact, Buffer.from(tail)]))
    expect(loadConfig(folder, {}).staff.contact).toBe('学院党委办公室, 0411-84700000')
  })

  it('one that is neither UTF-8 nor GB18030 is refused', () => {
    edit('service.yaml', text => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xff])]))
    edit(ROSTER, text => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xff])]))
    expect(said().split('\n')).toEqual([
      'service.yaml: is neither UTF-8 nor GB18030: save it again as UTF-8',
      `${ROSTER}: is neither UTF-8 nor GB18030: save it again in Excel as «CSV UTF-8（逗号分隔）»`,
    ])
  })

  it('a roster may end in the empty rows that Excel leaves', () => {
    edit(ROSTER, text => `${text}\r\n,,,,\r\n,,,,\r\n`)
    expect(said()).toBe('')
  })

  it.each(['', '支部名称,类型,别名,联系邮箱,排除原因\n', '支部名称,类型\r\n,\r\n'])(
    'a roster without a branch is refused',
    text => {
      writeFileSync(path(ROSTER), text)
      expect(said()).toBe(`${ROSTER}: the roster is empty: it needs a line for each branch`)
    },
  )

  it.each(['教工第一党支部', '教工第1党支部', '机械工程学院教工第01党支部', '教工党支部,教师,教工第一党支部'])(
    'a branch may stand there once, however it is written: %s',
    name => {
      writeFileSync(path(ROSTER), `支部名称,类型,别名\n教工第一党支部,教师,\n${name}\n`)
      expect(said()).toMatch(/line 2, 3: 教工第一党支部.*: the same branch or alias may stand in one line only$/)
    },
  )

  it('a field’s label in braces is told with its token', () => {
    edit(CALL, text => text.replaceAll('{branch}', '{党支部书记姓名}'))
    expect(said()).toContain('unknown token {党支部书记姓名}: is {secretary.name} meant? (allowed: ')
  })
})
