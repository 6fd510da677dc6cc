import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createTcp, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTls } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { describeError, LoginRefused } from '../../src/errors.ts'
import { connect } from '../../src/mail/connection.ts'
import { createMailbox } from '../../src/mail/mailbox.ts'
import { createSender } from '../../src/mail/sender.ts'
import { tokenFrom } from '../../src/mail/token.ts'
import { type FaultySmtp, type Habit, startFaultySmtp } from '../support/faulty-smtp.ts'
import { amended, bare } from '../support/imap-dialogues.ts'
import { CUT, rule, type ScriptedImap, startScriptedImap } from '../support/scripted-imap.ts'

const FROM = { name: '', address: 'jxdw@dlut.edu.cn' }
const TOKEN = 'ya29.a-token'
const USER = 'jxdw@dlut.edu.cn'
const base64 = (text: string) => Buffer.from(text).toString('base64')
const XOAUTH2 = base64(`user=${USER}\x01auth=Bearer ${TOKEN}\x01\x01`)

let folder: string
const stops: (() => unknown)[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-credentials-'))
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = (port: number, host = '127.0.0.1') => ({ host, port, user: USER, patience: 3000 }) as const
const byToken = (port: number) => ({ ...at(port), tls: 'none', password: '', token: async () => TOKEN }) as const

async function smtpWith(habit: Habit): Promise<FaultySmtp> {
  const server = await startFaultySmtp(habit)
  stops.push(() => server.stop())
  return server
}

async function imapWith(capability: string, ...rules: Parameters<typeof rule>[]): Promise<ScriptedImap> {
  const told = rule(/^CAPABILITY$/, `* CAPABILITY IMAP4rev1 ${capability}`, 'OK done')
  const server = await startScriptedImap(
    amended(
      bare(() => []),
      told,
      ...rules.map(one => rule(...one)),
    ),
  )
  stops.push(() => server.stop())
  return server
}

describe('a token', () => {
  it.each(['XOAUTH2', 'OAUTHBEARER'])('logs in over SMTP where the server offers %s', async method => {
    const server = await smtpWith(moment =>
      moment === 'EHLO' ? { answer: `250-x\r\n250 AUTH ${method} LOGIN` } : null,
    )
    const sender = createSender(byToken(server.port), FROM)
    expect(await sender.verify()).toEqual({ loggedIn: true, mechanisms: [method, 'LOGIN'] })
    sender.close()
    const bearer = base64(`n,a=${USER},\x01host=127.0.0.1\x01port=${server.port}\x01auth=Bearer ${TOKEN}\x01\x01`)
    expect(server.commands).toContain(`AUTH ${method} ${method === 'XOAUTH2' ? XOAUTH2 : bearer}`)
  })

  it.each(['XOAUTH2', 'OAUTHBEARER'])('logs in over IMAP where the server offers %s', async method => {
    const server = await imapWith(`AUTH=${method}`, [/^AUTHENTICATE /, 'OK welcome'])
    const client = await connect(byToken(server.port), '1')
    await client.logout()
    expect(server.commands.find(said => said.startsWith('AUTHENTICATE'))).toMatch(`AUTHENTICATE ${method} `)
  })

  it('that is refused is a refused login, over both', async () => {
    const smtp = await smtpWith((moment, said) => {
      if (moment === 'EHLO') return { answer: '250-x\r\n250 AUTH XOAUTH2' }
      return moment === 'AUTH' && said !== '' ? { answer: '535 5.7.8 token expired' } : null
    })
    await expect(createSender(byToken(smtp.port), FROM).verify()).rejects.toThrow(/refused the login .*token expired/)
    const imap = await imapWith('AUTH=XOAUTH2', [/^AUTHENTICATE /, 'NO [AUTHENTICATIONFAILED] token expired'])
    await expect(connect(byToken(imap.port), '1')).rejects.toThrow(/refused the login .*token expired/)
  })

  /** As long as Microsoft's: longer than what is kept of a server's words. */
  const LONG = `eyJ0eXAi.${'Abc4-_xYz9'.repeat(140)}`
  const repeated = (method: string) => {
    const fields =
      method === 'XOAUTH2'
        ? `user=${USER}\x01auth=Bearer ${LONG}\x01\x01`
        : `n,a=${USER},\x01auth=Bearer ${LONG}\x01\x01`
    return [
      ['as it is', `token ${LONG} is expired`],
      ['as a field', `bad response user=${USER} auth=Bearer ${LONG}`],
      ['as it was sent', `what is AUTH ${method} ${base64(fields)}?`],
      ['cut', `token ${LONG.slice(0, 60)}... is expired`],
      ['as it was sent, and cut', `line too long: AUTH ${method} ${base64(fields).slice(0, 300)}`],
      ['in a link', `see https://login.example/?token=${encodeURIComponent(LONG)}`],
    ] as const
  }
  const telling = (told: unknown) => {
    const words = describeError(told)
    for (let at = 0; at + 16 <= LONG.length; at += 16) expect(words).not.toContain(LONG.slice(at, at + 16))
    expect(words).not.toMatch(/[\w+/-]{64,}/)
    expect(words).toContain('[password]')
    return words
  }

  it.each(repeated('XOAUTH2'))('that the server repeats %s is not told', async (_, words) => {
    const server = {
      user: USER,
      password: '',
      tls: 'none',
      token: async () => LONG,
      host: '127.0.0.1',
      patience: 3000,
    } as const
    const smtp = await smtpWith((moment, said) => {
      if (moment === 'EHLO') return { answer: '250-x\r\n250 AUTH XOAUTH2' }
      return moment === 'AUTH' && said !== '' ? { answer: `535 5.7.8 ${words}` } : null
    })
    telling(
      await createSender({ ...server, port: smtp.port }, FROM)
        .verify()
        .catch((error: unknown) => error),
    )
    const imap = await imapWith('AUTH=XOAUTH2', [/^AUTHENTICATE /, `NO [AUTHENTICATIONFAILED] ${words}`])
    expect(
      telling(await connect({ ...server, port: imap.port }, '1').catch((error: unknown) => error)).length,
    ).toBeLessThan(300)
  })

  it('or password that a server repeats behind the login, of a folder, is not told', async () => {
    for (const login of [
      { password: 'geheim"wort', token: null },
      { password: '', token: async () => LONG },
    ]) {
      const secret = login.password === '' ? LONG : login.password
      const imap = await imapWith(
        'AUTH=XOAUTH2',
        [/^(?:LOGIN|AUTHENTICATE) /, 'OK'],
        [/^EXAMINE /, `NO ${secret} may not`],
      )
      const mailbox = createMailbox({ ...at(imap.port), tls: 'none', ...login }, '1')
      const words = describeError(await mailbox.open('x').catch((error: unknown) => error))
      expect(words).toContain('[password] may not')
      expect(words).not.toContain(secret)
      await mailbox.close()
    }
  })

  it('comes fresh from its file, or from a command, each time', async () => {
    const tokenFile = join(folder, 'token')
    writeFileSync(tokenFile, 'one\n')
    const fromFile = tokenFrom({ tokenFile }, USER)
    expect(await fromFile()).toBe('one')
    writeFileSync(tokenFile, 'two')
    expect(await fromFile()).toBe('two')
    expect(await tokenFrom({ command: [process.execPath, '-p', '"thr" + "ee"'] }, USER)()).toBe('three')
  })

  it.each([
    ['a file that is not there', { tokenFile: '/nowhere/token' }],
    ['a command that fails', { command: ['false'] }],
    ['a command that prints nothing', { command: ['true'] }],
    ['a command that prints an error', { command: ['echo', 'no refresh token'] }],
  ])('that can’t be had is a refused login: %s', async (_, source) => {
    await expect(tokenFrom(source, USER)()).rejects.toBeInstanceOf(LoginRefused)
  })

  it('is told without the command’s arguments, which may be secret, but with what it said', async () => {
    const source = { command: ['sh', '-c', 'echo "the grant expired" >&2; exit 3', 'geheim'] }
    const error = await tokenFrom(source, USER)().catch(describeError)
    expect(error).toContain('could be had from sh: exit code 3: the grant expired')
    expect(error).not.toContain('geheim')
    const late = { command: [process.execPath, '-e', '"geheim"; process.kill(process.pid)'] }
    expect(await tokenFrom(late, USER)().catch(describeError)).toMatch(/could be had from \S+: SIGTERM$/)
    expect(await tokenFrom({ command: ['no-such-program', 'geheim'] }, USER)().catch(describeError)).toMatch(/ENOENT$/)
  })
})

describe('a server that offers nothing we know', () => {
  const password = { password: 'geheim', tls: 'none' } as const
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => error,
    )

  it.each(['CRAM-MD5', 'GSSAPI NTLM'])('is told as such over IMAP, and the password is not sent: %s', async offered => {
    const words = offered.split(' ').map(name => `AUTH=${name}`)
    const server = await imapWith(`LOGINDISABLED ${words.join(' ')}`)
    const error = await failure(connect({ ...at(server.port), ...password }, '1'))
    expect(error).toMatchObject({
      why: 'mechanism',
      message: expect.stringContaining(`it offers ${offered.replace(' ', ', ')}`),
    })
    expect(server.commands.join()).not.toContain('geheim')
  })

  it('is told as such over SMTP', async () => {
    const server = await smtpWith(moment => (moment === 'EHLO' ? { answer: '250-x\r\n250 AUTH XOAUTH2' } : null))
    const error = await failure(createSender({ ...at(server.port), ...password }, FROM).verify())
    expect(error).toMatchObject({ why: 'mechanism', message: expect.stringContaining('it wants a token, see auth') })
    expect(server.commands.some(said => said.startsWith('AUTH'))).toBe(false)
  })

  it('is logged into by CRAM-MD5 over SMTP, where that is all it offers', async () => {
    const server = await smtpWith((moment, said) => {
      if (moment === 'EHLO') return { answer: '250-x\r\n250 AUTH CRAM-MD5' }
      return said === 'AUTH CRAM-MD5' ? { answer: `334 ${base64('<1@x>')}` } : null
    })
    expect(await failure(createSender({ ...at(server.port), ...password }, FROM).verify())).not.toMatchObject({
      why: 'mechanism',
    })
    expect(server.commands).toContain('AUTH CRAM-MD5')
  })
})

describe('a certificate', () => {
  /** A private authority, and a certificate of it for that name. */
  function certificateFor(name: string, days = '30') {
    const file = (what: string) => join(folder, what)
    const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' })
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    openssl(
      'req',
      '-x509',
      ...key,
      '-keyout',
      file('ca.key'),
      '-out',
      file('ca.pem'),
      '-subj',
      '/CN=校内',
      '-days',
      '30',
    )
    openssl('req', ...key, '-keyout', file('key'), '-out', file('csr'), '-subj', `/CN=${name}`)
    writeFileSync(file('ext'), `subjectAltName=DNS:${name}`)
    const sign = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-extfile', file('ext')]
    openssl('x509', '-req', '-in', file('csr'), ...sign, '-out', file('pem'), '-days', days)
    return { key: readFileSync(file('key')), cert: readFileSync(file('pem')), ca: readFileSync(file('ca.pem'), 'utf8') }
  }

  const listen = async (server: Server): Promise<number> => {
    const open = new Set<Socket>()
    server.on('connection', socket => open.add(socket))
    stops.push(() => {
      for (const socket of open) socket.destroy()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    stops.push(() => new Promise(resolve => server.close(resolve)))
    return (server.address() as { port: number }).port
  }
  const failureOf = async (port: number, ca: string | null) => {
    const smtp = { ...at(port, 'localhost'), password: 'x', tls: 'implicit', ca } as const
    const errors = await Promise.all(
      [createSender(smtp, FROM).verify(), connect(smtp, '1')].map(work => work.then(() => '', describeError)),
    )
    return errors.join('\n')
  }
  const greeting = (made: ReturnType<typeof certificateFor>) =>
    listen(createTls(made, socket => socket.on('error', () => undefined).end('* BYE 421 hello\r\n')))

  it('by an authority of one’s own is trusted where its file is named, and else told in words that help', async () => {
    const made = certificateFor('localhost')
    const port = await greeting(made)
    expect(await failureOf(port, null)).toMatch(
      /its certificate is signed by an authority that is not (?:known|trusted).*\n.*its certificate is/,
    )
    expect(await failureOf(port, made.ca)).not.toContain('certificate')
  })

  it('for another name, an expired one, and no TLS at all are told without OpenSSL’s own lines', async () => {
    const other = certificateFor('mail.example.cn')
    expect(await failureOf(await greeting(other), other.ca)).toMatch(/is for another host name/)
    const expired = certificateFor('localhost', '-1')
    expect(await failureOf(await greeting(expired), expired.ca)).toMatch(/its certificate has expired/)
    const plain = await listen(
      createTcp(socket => socket.on('error', () => undefined).write('220 plain words, no TLS\r\n')),
    )
    const said = await failureOf(plain, null)
    for (const one of said.split('\n')) expect(one).toMatch(/it speaks no TLS on this port/)
    expect(said).not.toMatch(/:error:|ssl3_get_record/)
  })
})

describe('a proxy', () => {
  it('is asked for the way to both servers', async () => {
    const asked: string[] = []
    const proxy = createTcp(socket => {
      socket.on('error', () => undefined)
      socket.once('data', chunk => {
        asked.push(chunk.toString().split(' HTTP')[0] ?? '')
        socket.end('HTTP/1.1 200 OK\r\n\r\n* BYE\r\n421 no service here\r\n')
      })
    })
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
    stops.push(() => new Promise(resolve => proxy.close(resolve)))
    const url = `http://127.0.0.1:${(proxy.address() as { port: number }).port}`
    const server = { ...at(993, 'mail.dlut.edu.cn'), password: 'x', tls: 'none', proxy: url } as const
    await Promise.allSettled([createSender(server, FROM).verify(), connect(server, '1')])
    expect(asked).toEqual(['CONNECT mail.dlut.edu.cn:993', 'CONNECT mail.dlut.edu.cn:993'])
  })

  it('that speaks SOCKS is spoken to in SOCKS', async () => {
    const heard: number[] = []
    const proxy = createTcp(socket => {
      socket.on('error', () => undefined)
      socket.once('data', chunk => {
        heard.push(chunk[0] ?? 0)
        socket.destroy()
      })
    })
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
    stops.push(() => new Promise(resolve => proxy.close(resolve)))
    const url = `socks5://127.0.0.1:${(proxy.address() as { port: number }).port}`
    const server = { ...at(993, '127.0.0.1'), password: 'x', tls: 'none', proxy: url } as const
    const ends = await Promise.allSettled([createSender(server, FROM).verify(), connect(server, '1')])
    expect(heard).toEqual([5, 5])
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})

describe('a server that says goodbye at the login', () => {
  it('was reached: its words are told', async () => {
    const server = await imapWith('', [/^LOGIN /, '* BYE 帐号已停用', CUT])
    const error = await connect({ ...at(server.port), password: 'x', tls: 'none' }, '1').catch(describeError)
    expect(error).toMatch(/ended the session before the login was done: «帐号已停用»/)
  })
})
