import { afterEach, describe, expect, it } from 'vitest'
import type { PreviewedMessage } from '../../src/core/application/recorded-message.ts'
import { mayBeApplication } from '../../src/core/message/may-be-application.ts'
import { LoginRefused, NotGiven } from '../../src/errors.ts'
import { createMailbox, type Mailbox } from '../../src/mail/mailbox.ts'
import { amended, bare, exmail, netease } from '../support/imap-dialogues.ts'
import {
  CUT,
  type Dialogue,
  type Rule,
  rule,
  type ScriptedImap,
  STALL,
  startScriptedImap,
} from '../support/scripted-imap.ts'
import { fetched, type ScriptedMessage, searchRule, withFile } from '../support/scripted-mailbox.ts'
import { shippedCall } from '../support/shipped-call.ts'

const messages: ScriptedMessage[] = [
  { uid: 1, header: 'Subject: one' },
  { uid: 2, header: 'Subject: two' },
  { uid: 3, header: 'Subject: three' },
]
const SINCE = new Date('2024-05-13T16:00:00Z')
const at = (uid: number) => ({ folder: 'INBOX', uidValidity: 0, uid })

let server: ScriptedImap
let mailbox: Mailbox

async function start(dialogue: Dialogue, patience = 5000): Promise<void> {
  server = await startScriptedImap(dialogue)
  const login = { host: '127.0.0.1', port: server.port, tls: 'none', user: 'jxdw', password: 'pw', patience } as const
  mailbox = createMailbox(login, '1.0')
}

const startWith = (...rules: readonly Rule[]): Promise<void> =>
  start(
    amended(
      bare(() => messages),
      ...rules,
    ),
  )

afterEach(async () => {
  await mailbox.close()
  await server.stop()
})

async function previews(range: Parameters<Mailbox['previews']>[0]): Promise<PreviewedMessage[]> {
  const all: PreviewedMessage[] = []
  for await (const chunk of mailbox.previews(range)) all.push(...chunk)
  return all
}

const subjects = async (range: Parameters<Mailbox['previews']>[0]) =>
  (await previews(range)).map(({ uid, preview }) => `${uid} ${preview.subject}`)

const first = (uid: number, asked: string) => fetched(asked, messages[uid - 1] ?? { uid, header: '' }, uid)
const ALL_THREE = ['1 one', '2 two', '3 three']

describe('a SEARCH that can’t be trusted is made good by the dates themselves', () => {
  const old = { uid: 1, header: 'Subject: old', internalDate: '01-Apr-2024 09:00:00 +0800' }
  const undated = { uid: 2, header: 'Subject: undated', internalDate: 'yesterday' }
  const recent = { uid: 3, header: 'Subject: new' }

  it.each([
    ['refused', rule(/SEARCH/, 'NO SEARCH failed')],
    ['not understood', rule(/SEARCH/, 'BAD invalid command or parameters')],
    ['answered without a result', rule(/SEARCH/, 'OK SEARCH completed')],
    ['answered with too few', rule(/SEARCH/, '* SEARCH 1', 'OK SEARCH completed')],
  ])('%s', async (_, search) => {
    await start(
      amended(
        bare(() => [old, undated, recent]),
        search,
      ),
    )
    await mailbox.open('INBOX')
    expect(await mailbox.uids(SINCE)).toEqual([2, 3])
    expect(await mailbox.uids(null)).toEqual([1, 2, 3])
  })

  it('and one of a large folder misses none of those that stay while others are removed', async () => {
    const present = Array.from({ length: 20_001 }, (_, index) => ({ uid: index + 1, header: `Subject: ${index}` }))
    const { when, answer } = searchRule(() => present)
    const found = answer as (heard: never) => readonly string[]
    const removing: Rule = {
      when,
      answer: heard => [...found(heard as never), ...present.splice(0, 100).map(() => '* 1 EXPUNGE')].sort(),
    }
    await start(
      amended(
        bare(() => present),
        removing,
      ),
    )
    await mailbox.open('INBOX')
    const told = new Set(await mailbox.uids(SINCE))
    expect(present.length).toBeLessThan(20_000)
    expect(present.filter(({ uid }) => !told.has(uid))).toEqual([])
  })

  it('and an honest one that finds nothing is believed', async () => {
    await start(bare(() => [old]))
    await mailbox.open('INBOX')
    expect(await mailbox.uids(SINCE)).toEqual([])
    expect(server.commands.some(command => command.startsWith('UID FETCH 1:*'))).toBe(false)
  })
})

describe('what a look shows', () => {
  it('takes the last message, which n:* always gives, for no new one', async () => {
    await startWith()
    await mailbox.open('INBOX')
    expect(await subjects({ above: 3 })).toEqual([])
    expect(await subjects({ above: 1 })).toEqual(['2 two', '3 three'])
  })

  it('is nothing new where the server refuses n:* for that reason, and an error where there is something', async () => {
    await startWith(rule(/^UID FETCH \d+:\* UID$/, 'NO no matching messages'))
    await mailbox.open('INBOX')
    expect(await subjects({ above: 3 })).toEqual([])
    await expect(subjects({ above: 2 })).rejects.toThrow('Command failed')
  })

  it('is not confused by news of flags, even with the UID, nor by mail that comes meanwhile', async () => {
    await startWith({
      when: /^UID FETCH (\S+) \(UID BODYSTRUCTURE/,
      answer: ({ command }) => [
        '* 3 FETCH (FLAGS (\\Seen))',
        '* 2 FETCH (UID 2 FLAGS (\\Seen))',
        ...[1, 2, 3].map(uid => first(uid, command)),
        '* 1 FETCH (UID 1 FLAGS (\\Answered))',
        '* 4 EXISTS',
        'OK done',
      ],
    })
    await mailbox.open('INBOX')
    expect(await subjects({ above: 0 })).toEqual(ALL_THREE)
  })

  it('comes in the order of UIDs, whatever order the server keeps', async () => {
    await startWith({
      when: /^UID FETCH (\S+) \(UID BODYSTRUCTURE/,
      answer: ({ command }) => [...[3, 1, 2].map(uid => first(uid, command)), 'OK done'],
    })
    await mailbox.open('INBOX')
    expect(await subjects({ above: 0 })).toEqual(ALL_THREE)
  })

  it.each([
    ['refuses all for the sake of one', rule(/^UID FETCH 1:3 \(UID BODYSTRUCTURE/, 'NO message 2 is damaged')],
    [
      'leaves one out',
      {
        when: /^UID FETCH 1:3 \(UID BODYSTRUCTURE/,
        answer: ({ command }) => [first(1, command), first(3, command), 'OK done'],
      } satisfies Rule,
    ],
    [
      'tells no header of one',
      {
        when: /^UID FETCH 1:3 \(UID BODYSTRUCTURE/,
        answer: ({ command }) => [
          first(1, command),
          '* 2 FETCH (UID 2 BODYSTRUCTURE NIL BODY[HEADER] NIL)',
          first(3, command),
          'OK done',
        ],
      } satisfies Rule,
    ],
  ])('is asked for one by one where the server %s', async (_, refusing) => {
    await startWith(refusing)
    await mailbox.open('INBOX')
    expect(await subjects({ above: 0 })).toEqual(ALL_THREE)
  })

  it('is whatever can be had of a message whose structure no parser can read, and that is downloaded', async () => {
    const broken: ScriptedMessage = {
      uid: 2,
      header: 'Subject: two',
      structure: '("TEXT" "PLAIN" ("NAME" "a"b.docx") NIL',
    }
    await start(bare(() => [...messages.slice(0, 1), broken]))
    await mailbox.open('INBOX')
    const [one, two] = await previews({ above: 0 })
    expect([one, two].map(shown => shown?.preview.subject)).toEqual(['one', 'two'])
    expect([one, two].map(shown => shown !== undefined && mayBeApplication(shown.preview, [shippedCall]))).toEqual([
      false,
      true,
    ])
  })

  it('is a message to download where the server says nothing of it at all', async () => {
    await startWith(rule(/^UID FETCH \S+ .*BODY/, 'NO message is damaged'))
    await mailbox.open('INBOX')
    const shown = await previews({ uids: [2] })
    expect(shown.map(({ uid }) => uid)).toEqual([2])
    expect(shown.every(({ preview }) => mayBeApplication(preview, [shippedCall]))).toBe(true)
  })

  it('leaves out what staff deleted since', async () => {
    await startWith()
    await mailbox.open('INBOX')
    expect(await subjects({ uids: [2, 77] })).toEqual(['2 two'])
  })

  it('has no date where the server’s can’t be read', async () => {
    await start(bare(() => [{ uid: 1, header: 'Subject: x', internalDate: '99-Foo-2024' }]))
    await mailbox.open('INBOX')
    expect((await previews({ above: 0 })).map(({ internalDate }) => internalDate)).toEqual([null])
  })
})

describe('a raw GBK name in the structure', () => {
  const gbk = Buffer.from([0xc9, 0xea, 0xb1, 0xa8, 0xca, 0xe9]).toString('latin1')
  it.each([
    [withFile(`${gbk}.docx`), true],
    [withFile(gbk, '"IMAGE" "JPEG"'), true],
    [withFile('', '"TEXT" "PLAIN"'), true],
    [withFile('photo.jpg', '"IMAGE" "JPEG"'), false],
    [withFile('=?GBK?B?1NqzodXVxqw=?=.jpg', '"IMAGE" "JPEG"'), false],
  ])('leads to downloading: %#', async (structure, downloaded) => {
    await start(bare(() => [{ uid: 1, header: 'Subject: hello', structure }]))
    await mailbox.open('INBOX')
    const [shown] = await previews({ above: 0 })
    expect(shown !== undefined && mayBeApplication(shown.preview, [shippedCall])).toBe(downloaded)
  })
})

describe('a large folder', () => {
  it('is looked at in portions of bounded size', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ uid: 3 * index + 1, header: `Subject: ${index}` }))
    await start(bare(() => many))
    await mailbox.open('INBOX')
    const sizes: number[] = []
    for await (const chunk of mailbox.previews({ above: 0 })) sizes.push(chunk.length)
    expect(sizes).toEqual([200, 200, 200, 200, 200])
    expect(Math.max(...server.commands.map(command => command.length))).toBeLessThan(2000)
  })
})

describe('a connection that is lost', () => {
  it('during a list is never taken for an empty folder', async () => {
    await startWith(rule(/SEARCH/, CUT))
    await mailbox.open('INBOX')
    await expect(mailbox.uids(SINCE)).rejects.toThrow('lost')
    await expect(mailbox.lastUid()).rejects.toThrow('lost')
    await expect(previews({ above: 0 })).rejects.toThrow('lost')
    await expect(previews({ uids: [1] })).rejects.toThrow('lost')
  })

  it('between two portions is never taken for their end', async () => {
    const many = Array.from({ length: 450 }, (_, index) => ({ uid: index + 1, header: 'Subject: x' }))
    await start(
      amended(
        bare(() => many),
        rule(/^UID FETCH 201:400/, CUT),
      ),
    )
    await mailbox.open('INBOX')
    await expect(previews({ above: 0 })).rejects.toThrow()
  })

  it('in the middle of a literal is an error, and the next try begins anew', async () => {
    let cut = true
    await startWith({
      when: /^UID FETCH 2 \(?.*BODY\.PEEK\[\]/,
      answer: ({ command }) => {
        const answers = cut
          ? [['* 2 FETCH (UID 2 BODY[] {5000}\r\n', 'Subject: tw'], CUT]
          : [first(2, command), 'OK done']
        cut = false
        return answers as ReturnType<typeof first>[]
      },
    })
    await expect(mailbox.source(at(2))).rejects.toThrow()
    expect(Buffer.from((await mailbox.source(at(2))) ?? []).toString()).toContain('Subject: two')
    expect(server.connections()).toBe(2)
  })

  it('by silence is noticed', async () => {
    await start(
      amended(
        bare(() => messages),
        rule(/BODY\.PEEK\[\]/, STALL),
      ),
      150,
    )
    await expect(mailbox.source(at(2))).rejects.toThrow()
    expect(await mailbox.open('INBOX')).toMatchObject({ exists: 3 })
  })

  it('is made again for the next command', async () => {
    await startWith()
    await mailbox.open('INBOX')
    server.push('* BYE shutting down', CUT)
    while (server.open() > 0) await new Promise(resolve => setImmediate(resolve))
    expect(await mailbox.resolveFolders(['INBOX', '\\Junk'])).toEqual(['INBOX'])
    expect(await mailbox.open('INBOX')).toMatchObject({ exists: 3 })
  })
})

describe('a message that the server has and doesn’t hand out', () => {
  it.each([
    ['answers without the bytes', rule(/BODY\.PEEK\[\]/, '* 2 FETCH (UID 2)', 'OK done')],
    ['answers with NIL', rule(/BODY\.PEEK\[\]/, '* 2 FETCH (UID 2 BODY[] NIL)', 'OK done')],
    ['answers with news of flags only', rule(/BODY\.PEEK\[\]/, '* 2 FETCH (FLAGS (\\Seen))', 'OK done')],
    ['refuses', rule(/BODY\.PEEK\[\]/, 'NO message is damaged')],
    ['refuses whatever is asked of it', rule(/^UID FETCH 2 /, 'NO message is damaged')],
  ])('is not taken for a deleted one where the server %s', async (_, refusing) => {
    await startWith(refusing)
    await expect(mailbox.source(at(2))).rejects.toBeInstanceOf(NotGiven)
    expect(await mailbox.source(at(77))).toBeNull()
  })

  it('because it breaks the connection each time, is told apart from a broken network', async () => {
    await startWith(rule(/^UID FETCH 2 .*BODY\.PEEK\[\]/, CUT))
    for (const _ of [1, 2]) await expect(mailbox.source(at(2))).rejects.not.toBeInstanceOf(NotGiven)
    await expect(mailbox.source(at(2))).rejects.toBeInstanceOf(NotGiven)
    expect(await mailbox.source(at(3))).not.toBeNull()
  })

  it('is not taken for the note that Exchange gives in its place', async () => {
    const header = 'Subject: Retrieval using the IMAP4 protocol failed for the following message: 2'
    await start(
      bare(() => [
        { uid: 1, header: 'Subject: one' },
        { uid: 2, header },
      ]),
    )
    await mailbox.open('INBOX')
    const [, note] = await previews({ above: 0 })
    expect(mayBeApplication(note?.preview as never, [shippedCall])).toBe(true)
    await expect(mailbox.source(at(2))).rejects.toBeInstanceOf(NotGiven)
  })

  it('is not read into memory where it is many times as large as it was said to be', async () => {
    const endless = { size: 9, uid: 2, header: 'Subject: two' }
    const bytes = Buffer.from(['* 2 FETCH (UID 2 BODY[] {900000000}', ''].join('\r\n'))
    await start(
      amended(
        bare(() => [endless]),
        rule(/BODY\.PEEK\[\]/, [bytes], STALL),
      ),
      60_000,
    )
    await expect(mailbox.source(at(2))).rejects.toThrow('lost')
  })

  it('is found by its UID among news of other messages', async () => {
    await startWith({
      when: /BODY\.PEEK\[\]/,
      answer: ({ command }) => [
        '* 1 FETCH (FLAGS (\\Seen))',
        '* 2 FETCH (UID 2 FLAGS (\\Seen))',
        first(2, command),
        'OK done',
      ],
    })
    expect(Buffer.from((await mailbox.source(at(2))) ?? []).toString()).toContain('Subject: two')
  })
})

describe('a folder that is not opened', () => {
  it('because the account is distrusted, is a refused login', async () => {
    await start(
      amended(
        netease(() => []),
        rule(/^ID /, 'BAD unknown command'),
        rule(/^EXAMINE/, 'NO EXAMINE Unsafe Login. Please contact kefu@188.com for help'),
      ),
    )
    await expect(mailbox.open('INBOX')).rejects.toBeInstanceOf(LoginRefused)
  })

  it('is named with the server’s words', async () => {
    await startWith(rule(/^EXAMINE/, 'NO 文件夹不存在'))
    await expect(mailbox.open('INBOX')).rejects.toThrow('INBOX: 文件夹不存在')
  })

  it('and one that is opened without a count, are no empty folders', async () => {
    await startWith(rule(/^EXAMINE/, '* OK [UIDVALIDITY 1]', 'OK done'))
    await expect(mailbox.open('INBOX')).rejects.toThrow('how many')
  })
})

describe('listening', () => {
  it('to a folder that has a name asks for no list of folders', async () => {
    await start(exmail(() => messages))
    await mailbox.open('INBOX')
    const lists = () => server.commands.filter(command => /^X?LIST "" "\*"/.test(command)).length
    const before = lists()
    const heard = mailbox.waitForMail(['INBOX', '\\Junk'])
    await server.said(/^IDLE$/)
    server.push('* 4 EXISTS')
    expect(await heard).toBe('announced')
    expect(lists()).toBe(before)
  })

  it('hears mail that is announced, by IDLE', async () => {
    await start(exmail(() => messages))
    await mailbox.open('INBOX')
    const heard = mailbox.waitForMail(['INBOX'])
    await server.said(/^IDLE$/)
    server.push('* 4 EXISTS')
    expect(await heard).toBe('announced')
  })

  it('hears it at the next NOOP where there is no IDLE', async () => {
    await startWith(rule(/^NOOP$/, '* 4 EXISTS', 'OK NOOP completed'))
    await mailbox.open('INBOX')
    expect(await mailbox.waitForMail(['INBOX'])).toBe('announced')
  })

  it('hears of mail that came since the folder was looked at', async () => {
    const growing = [...messages]
    await start(bare(() => growing))
    await mailbox.open('INBOX')
    await mailbox.open('Junk')
    growing.push({ uid: 4, header: 'Subject: four' })
    expect(await mailbox.waitForMail(['INBOX'])).toBe('announced')
  })

  it('ends when the connection is lost, and when the server refuses IDLE', async () => {
    await start(exmail(() => messages))
    await mailbox.open('INBOX')
    const heard = mailbox.waitForMail(['INBOX'])
    await server.said(/^IDLE$/)
    server.push(CUT)
    expect(await heard).toBe('ended')
    await mailbox.close()
    await server.stop()
    await start(
      amended(
        exmail(() => messages),
        rule(/^IDLE$/, 'NO not now'),
      ),
    )
    await mailbox.open('INBOX')
    expect(await mailbox.waitForMail(['INBOX'])).toBe('ended')
  })

  it('goes on after a NOOP has kept a quiet connection alive', async () => {
    await start(
      exmail(() => messages),
      1200,
    )
    await mailbox.open('INBOX')
    const heard = mailbox.waitForMail(['INBOX'])
    await server.said(/^NOOP$/)
    while (server.commands.filter(command => command === 'IDLE').length < 2)
      await new Promise(resolve => setImmediate(resolve))
    server.push('* 4 EXISTS')
    expect(await heard).toBe('announced')
  })

  it('ends when somebody wants to look, and never opens another folder under them', async () => {
    await start(exmail(() => messages))
    await mailbox.open('INBOX')
    await mailbox.open('Junk')
    const heard = mailbox.waitForMail(['INBOX'])
    const opened = mailbox.open('Junk')
    const shown = opened.then(() => subjects({ above: 0 }))
    expect(await heard).toBe('ended')
    expect(await shown).toEqual(ALL_THREE)
    const examined = server.commands.filter(command => command.startsWith('EXAMINE'))
    expect(examined).toEqual(['EXAMINE INBOX', 'EXAMINE Junk', 'EXAMINE Junk'])
  })
})
