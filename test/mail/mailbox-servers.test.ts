import { afterEach, describe, expect, it } from 'vitest'
import { createMailbox, type Mailbox } from '../../src/mail/mailbox.ts'
import { aliyun, amended, bare, exmail, JUNK_UTF7, netease, sina } from '../support/imap-dialogues.ts'
import { type Dialogue, rule, type ScriptedImap, startScriptedImap } from '../support/scripted-imap.ts'
import type { ScriptedMessage } from '../support/scripted-mailbox.ts'

const messages: readonly ScriptedMessage[] = [
  { uid: 1320000001, header: 'Subject: old', internalDate: '01-Apr-2024 09:00:00 +0800' },
  { uid: 1320000005, header: 'Subject: first' },
  { uid: 1320000009, header: 'Subject: second' },
]
const SINCE = new Date('2024-05-13T16:00:00Z')

let server: ScriptedImap
let mailbox: Mailbox

const start = async (dialogue: Dialogue): Promise<Mailbox> => {
  server = await startScriptedImap(dialogue)
  const login = {
    host: '127.0.0.1',
    port: server.port,
    tls: 'none',
    user: 'jxdw',
    password: 'pw',
    patience: 2000,
  } as const
  mailbox = createMailbox(login, '1.0')
  return mailbox
}

afterEach(async () => {
  await mailbox.close()
  await server.stop()
})

const previewed = async (range: Parameters<Mailbox['previews']>[0]) => {
  const all: string[] = []
  for await (const chunk of mailbox.previews(range))
    all.push(...chunk.map(({ uid, preview }) => `${uid} ${preview.subject}`))
  return all
}

describe.each([
  ['NetEase', netease, 1],
  ['Tencent Exmail', exmail, 1628767717],
  ['Aliyun', aliyun, 2],
  ['Sina', sina, 0],
  ['a server without extensions', bare, 0],
] as const)('on %s', (_, dialogue, uidValidity) => {
  it('a first look and the looks after it find every message once', async () => {
    await start(dialogue(() => messages))
    expect(await mailbox.open('INBOX')).toMatchObject({ path: 'INBOX', uidValidity, exists: 3 })
    expect(await mailbox.lastUid()).toBe(1320000009)
    const uids = await mailbox.uids(SINCE)
    expect(uids).toEqual([1320000005, 1320000009])
    expect(await previewed({ uids })).toEqual(['1320000005 first', '1320000009 second'])
    expect(await previewed({ above: 1320000005 })).toEqual(['1320000009 second'])
    expect(await previewed({ above: 1320000009 })).toEqual([])
    expect(await mailbox.uids(null)).toHaveLength(3)
  })

  it('a message is downloaded, and nothing is ever written', async () => {
    await start(dialogue(() => messages))
    const source = await mailbox.source({ folder: 'INBOX', uidValidity, uid: 1320000005 })
    expect(Buffer.from(source ?? []).toString()).toBe('Subject: first\r\n\r\nab')
    expect(await mailbox.source({ folder: 'INBOX', uidValidity, uid: 77 })).toBeNull()
    expect(await mailbox.source({ folder: 'INBOX', uidValidity: uidValidity + 1, uid: 1320000005 })).toBeNull()
    expect(server.commands.filter(command => /^SELECT|STORE|APPEND|COPY|MOVE|EXPUNGE|BODY\[/.test(command))).toEqual([])
  })
})

describe('a folder that has another UIDVALIDITY each time it is opened, as shared ones on Courier', () => {
  it('gives its messages out by their headers, and no other in their place', async () => {
    let opened = 0
    const folder = {
      when: /^EXAMINE "?Shared/,
      answer: () => {
        opened += 1
        return ['* 3 EXISTS', `* OK [UIDVALIDITY ${opened}] UIDs valid`, 'OK [READ-ONLY] EXAMINE completed']
      },
    }
    await start(
      amended(
        bare(() => messages),
        folder,
      ),
    )
    const { uidValidity } = await mailbox.open('Shared')
    let headerSha256 = ''
    for await (const [found] of mailbox.previews({ uids: [1320000005] })) headerSha256 = found?.headerSha256 ?? ''
    await mailbox.open('INBOX')
    const at = { folder: 'Shared', uidValidity, uid: 1320000005, headerSha256 }
    expect(Buffer.from((await mailbox.source(at)) ?? []).toString()).toContain('Subject: first')
    await mailbox.open('INBOX')
    expect(await mailbox.source({ ...at, headerSha256: 'of another message' })).toBeNull()
  })
})

describe('the folder for junk', () => {
  it.each([
    ['NetEase', netease(() => []), '垃圾邮件', JUNK_UTF7],
    ['Tencent Exmail', exmail(() => []), 'Junk', 'Junk'],
    ['Aliyun', aliyun(() => []), '垃圾邮件', JUNK_UTF7],
    ['Sina, whose last folder is no prefix', sina(() => []), '垃圾邮件', JUNK_UTF7],
    ['a server that gives it no special use', bare(() => [], `() "/" "${JUNK_UTF7}"`), '垃圾邮件', JUNK_UTF7],
    ['one that calls it 垃圾箱', bare(() => [], '() "/" "&V4NXPnux-"'), '垃圾箱', '&V4NXPnux-'],
    ['one that calls it Spam', bare(() => [], '() "/" "Spam"'), 'Spam', 'Spam'],
    ['one that keeps it below INBOX', bare(() => [], '() "/" "INBOX/Junk"'), 'INBOX/Junk', 'INBOX/Junk'],
    [
      'one that marks it without announcing special uses',
      bare(() => [], '(\\Junk) "/" "Werbung"'),
      'Werbung',
      'Werbung',
    ],
  ])('is found on %s', async (_, dialogue, path, onTheWire) => {
    await start(dialogue)
    expect(await mailbox.resolveFolders(['INBOX', '\\Junk'])).toEqual(['INBOX', path])
    await mailbox.open(path)
    expect(server.commands.at(-1)?.replaceAll('"', '')).toBe(`EXAMINE ${onTheWire}`)
  })

  it('may be missing, and may be named beside its special use', async () => {
    await start(bare(() => []))
    expect(await mailbox.resolveFolders(['INBOX', '\\Junk'])).toEqual(['INBOX'])
    expect(await mailbox.resolveFolders(['INBOX', '收件', 'INBOX'])).toEqual(['INBOX', '收件'])
  })

  it('is found where a server announces NAMESPACE and refuses it', async () => {
    const dialogue = amended(
      sina(() => []),
      rule(/^CAPABILITY$/, '* CAPABILITY IMAP4 IMAP4rev1 ID NAMESPACE XAPPLEPUSHSERVICE', 'OK CAPABILITY completed'),
      rule(/^NAMESPACE$/, 'BAD command syntax error'),
    )
    await start(dialogue)
    expect(await mailbox.resolveFolders(['INBOX', '\\Junk'])).toEqual(['INBOX', '垃圾邮件'])
  })
})

it('says who it is before it logs in, and compresses nothing', async () => {
  await start(exmail(() => messages))
  await mailbox.open('INBOX')
  const order = ['ID', 'AUTHENTICATE', 'EXAMINE'].map(word => server.commands.findIndex(said => said.startsWith(word)))
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(server.commands.some(command => command.startsWith('COMPRESS'))).toBe(false)
})
