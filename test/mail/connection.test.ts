import { afterEach, describe, expect, it } from 'vitest'
import { describeError, LoginRefused, Unreachable } from '../../src/errors.ts'
import { connect } from '../../src/mail/connection.ts'
import { createMailbox } from '../../src/mail/mailbox.ts'
import { amended, bare, exmail, sina } from '../support/imap-dialogues.ts'
import { CUT, type Dialogue, rule, type ScriptedImap, STALL, startScriptedImap } from '../support/scripted-imap.ts'

let server: ScriptedImap

afterEach(() => server.stop())

async function connecting(dialogue: Dialogue, patience = 2000) {
  server = await startScriptedImap(dialogue)
  return connect(
    { host: '127.0.0.1', port: server.port, tls: 'none', user: 'jxdw', password: 'secret', patience },
    '1.0',
  )
}

const failure = async (dialogue: Dialogue, patience?: number): Promise<Error> => {
  const error = await connecting(dialogue, patience).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Error)
  return error as Error
}

/** Until no socket is open on either side. */
const allClosed = async (): Promise<void> => {
  while (server.open() > 0) await new Promise(resolve => setImmediate(resolve))
}

const empty = () => []

const namespaced = (prefix: string) => [
  rule(/^CAPABILITY$/, '* CAPABILITY IMAP4rev1 NAMESPACE', 'OK done'),
  rule(/^NAMESPACE$/, `* NAMESPACE (("${prefix}" "${prefix.at(-1)}")) NIL (("shared." "."))`, 'OK done'),
]

describe('a refused login', () => {
  it.each([
    ['in UTF-8', 'NO 用户名或密码错误', '用户名或密码错误'],
    ['in GBK', [Buffer.from('NO '), Buffer.from([0xb5, 0xc7, 0xc2, 0xbc, 0xca, 0xa7, 0xb0, 0xdc])], '登录失败'],
    ['with a code', 'NO [AUTHENTICATIONFAILED] LOGIN Login error or password error', 'Login error or password error'],
    ['with BAD', 'BAD login frequency limited', 'login frequency limited'],
  ] as const)('says host, user and the server’s words %s, never the password', async (_, answer, words) => {
    const line = typeof answer === 'string' ? answer : (['', ...answer] as const)
    const refused = { when: /^LOGIN /, answer: () => [line] }
    const error = await failure(amended(bare(empty), refused))
    expect(error).toBeInstanceOf(LoginRefused)
    expect(error.message).toContain('IMAP 127.0.0.1 refused the login of jxdw')
    expect(error.message).toContain(words)
    expect(error.message).not.toContain('secret')
    await allClosed()
  })

  it.each([
    ['as it is', 'NO LOGIN jxdw secret failed'],
    ['as AUTHENTICATE PLAIN writes it', `NO bad response ${Buffer.from('\0jxdw\0secret').toString('base64')}`],
  ])('says nothing of a password that the server repeats %s', async (_, answer) => {
    const error = await failure(amended(bare(empty), { when: /^LOGIN /, answer: () => [answer] }))
    expect(error.message).toMatch(/\[password\]/)
    expect(describeError(error)).not.toMatch(/secret|c2VjcmV0/)
  })

  it('is tried once, however many messages waited for the connection, and again by who comes later', async () => {
    server = await startScriptedImap(amended(bare(empty), rule(/^LOGIN /, 'NO wrong password')))
    const at = { host: '127.0.0.1', port: server.port, tls: 'none', user: 'jxdw', password: 'secret' } as const
    const mailbox = createMailbox(at, '1.0')
    const download = (uid: number) => mailbox.source({ folder: 'INBOX', uidValidity: 1, uid })
    const all = await Promise.allSettled([1, 2, 3, 4].map(download))
    expect(all.map(one => one.status === 'rejected' && one.reason instanceof LoginRefused)).toEqual(Array(4).fill(true))
    expect(server.connections()).toBe(1)
    await expect(download(5)).rejects.toBeInstanceOf(LoginRefused)
    expect(server.connections()).toBe(2)
    await mailbox.close()
  })

  it('is one with AUTHENTICATE too', async () => {
    const error = await failure(amended(exmail(empty), rule(/^\+ \w|^AUTHENTICATE PLAIN ./, 'NO 授权码错误')))
    expect(error).toBeInstanceOf(LoginRefused)
    expect(error.message).toContain('授权码错误')
  })

  it('is one where the server allows none on this connection', async () => {
    const disabled = rule(/^CAPABILITY$/, '* CAPABILITY IMAP4rev1 LOGINDISABLED', 'OK done')
    expect(await failure(amended(bare(empty), disabled))).toBeInstanceOf(LoginRefused)
  })

  it.each([
    'NO [UNAVAILABLE] Temporary authentication failure.',
    'NO [INUSE] Mailbox is locked by another session',
    'NO [SERVERBUG] Internal error occurred',
    'NO [ALERT] Too many simultaneous connections. (Failure)',
    'NO Server Unavailable. 15',
    'NO 系统繁忙，请稍后再试',
  ])('is none where the server has no time for it: «%s»', async answer => {
    const error = await failure(amended(bare(empty), rule(/^LOGIN /, answer)))
    expect(error).toBeInstanceOf(Unreachable)
    expect(error.message).toContain(answer.slice(3))
  })

  it('is one where the server names the password beside all else that it may be, as Tencent does', async () => {
    const answer = 'NO Login fail. Password is incorrect, login frequency limited, or system is busy.'
    expect(await failure(amended(bare(empty), rule(/^LOGIN /, answer)))).toBeInstanceOf(LoginRefused)
  })

  it('is none where the connection breaks in it', async () => {
    const error = await failure(amended(bare(empty), rule(/^LOGIN /, CUT)))
    expect(error).not.toBeInstanceOf(LoginRefused)
    expect(error.message).toMatch(/^IMAP 127\.0\.0\.1:\d+ can't be reached/)
    await allClosed()
  })
})

describe('a connection that fails leaves nothing open and is the network’s fault', () => {
  it.each([
    ['the server closes it behind its greeting', { greeting: ['* OK ready', CUT], rules: [] }],
    ['the server closes it before any greeting', { greeting: [CUT], rules: [] }],
    ['the server has too many already', { greeting: ['* BYE 连接数过多'], rules: [] }],
    ['the server never greets', { greeting: [STALL], rules: [] }],
    ['the server falls silent', { greeting: ['* OK ready'], rules: [rule(/^CAPABILITY/, STALL)] }],
    ['the server speaks something else', { greeting: ['HTTP/1.1 400 Bad Request'], rules: [] }],
  ] as const)('when %s', async (_, dialogue) => {
    const error = await failure(dialogue, 150)
    expect(error).not.toBeInstanceOf(LoginRefused)
    expect(error.message).toMatch(/can't be reached|ended the session before the login was done: «连接数过多»$/)
    await allClosed()
  })

  it('and says why the server closed it', async () => {
    expect((await failure({ greeting: ['* BYE 连接数过多'], rules: [] })).message).toContain('连接数过多')
  })

  it('when nothing listens there', async () => {
    const client = await connecting(bare(empty))
    await client.logout()
    await server.stop()
    const nobody = { host: '127.0.0.1', port: server.port, tls: 'none', user: 'x', password: 'y' } as const
    await expect(connect(nobody, '1.0')).rejects.toThrow("can't be reached")
    server = await startScriptedImap(bare(empty))
  })
})

describe('the prefix of folder names', () => {
  it('is never guessed from a list of folders', async () => {
    const client = await connecting(sina(empty))
    expect(client.namespace?.prefix).toBe('')
    await client.logout()
  })

  it('that the server tells stands before no path by itself', async () => {
    const client = await connecting(amended(bare(empty), ...namespaced('INBOX.')))
    expect(client.namespace?.prefix).toBe('')
    await client.logout()
  })
})

describe('a folder', () => {
  const LISTED = ['() "." "INBOX.Junk"', '() "." "shared.committee"', '() "." "&V4NXPpCuTvY-"']
  const open = async (...names: string[]) => {
    server = await startScriptedImap(amended(bare(empty, ...LISTED), ...namespaced('INBOX.')))
    const at = { host: '127.0.0.1', port: server.port, tls: 'none', user: 'jxdw', password: 'secret' } as const
    const mailbox = createMailbox({ ...at, patience: 2000 }, '1.0')
    for (const path of await mailbox.resolveFolders(names)) {
      await mailbox.open(path)
      await mailbox.uids(null)
    }
    await mailbox.close()
    return server.commands.filter(said => said.startsWith('EXAMINE'))
  }

  it.each([
    ['shared.committee', 'shared.committee'],
    ['Junk', 'INBOX.Junk'],
    ['INBOX.Junk', 'INBOX.Junk'],
    ['垃圾邮件', '&V4NXPpCuTvY-'],
    ['#shared.secret', '#shared.secret'],
    ['inbox', 'INBOX'],
  ])('is opened as LIST shows it, whatever its namespace: %s', async (name, path) => {
    expect(await open(name)).toEqual([
      expect.stringMatching(new RegExp(`^EXAMINE "?${path.replace(/[.#]/g, '\\$&')}"?$`)),
    ])
  })
})

describe('a folder whose name the server lists in raw bytes', () => {
  const JUNK = Buffer.from('c0acbbf8d3cabcfe', 'hex')
  it.each([
    ['GBK, quoted', 'GBK', [Buffer.from('* LIST () "/" "'), JUNK, Buffer.from('"')]],
    ['GBK, bare', 'GBK', [Buffer.from('* LIST () "/" '), JUNK]],
    ['GBK, as a literal', 'GBK', [Buffer.from('* LIST () "/" {8}\r\n'), JUNK]],
    ['UTF-8', 'UTF-8', ['* LIST () "/" "垃圾邮件"']],
  ] as const)('is found, by its name or its use, and opened by the same bytes: %s', async (_, charset, line) => {
    const listed = rule(/^X?LIST "" "\*"/, '* LIST () "/" "INBOX"', line, 'OK done')
    server = await startScriptedImap(amended(bare(empty), listed))
    const at = { host: '127.0.0.1', port: server.port, tls: 'none', user: 'jxdw', password: 'secret' } as const
    const mailbox = createMailbox({ ...at, patience: 2000 }, '1.0')
    expect(await mailbox.resolveFolders(['INBOX', '\\Junk'])).toEqual(['INBOX', '垃圾邮件'])
    await mailbox.open('INBOX')
    await mailbox.uids(null)
    await mailbox.open('垃圾邮件')
    const bytes = charset === 'GBK' ? JUNK : Buffer.from('垃圾邮件')
    expect(server.commands.filter(said => said.startsWith('EXAMINE'))).toEqual([
      'EXAMINE INBOX',
      `EXAMINE ${bytes.toString('latin1')}`,
    ])
    await mailbox.close()
  })
})

it('survives an error of the socket after the login', async () => {
  const client = await connecting(bare(empty))
  const closed = new Promise(resolve => client.once('close', resolve))
  server.push('* BYE', CUT)
  await closed
  expect(client.usable).toBe(false)
})
