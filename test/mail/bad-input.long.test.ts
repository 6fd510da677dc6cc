import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { judgeJson } from '../../src/commands/judge-json.ts'
import { loadConfig } from '../../src/config/load.ts'
import { createLog } from '../../src/log.ts'
import { parseMessage } from '../../src/mail/parse-message.ts'
import { FROM, header, mail, NAME } from '../support/mail-corpus/fixture.ts'
import { type Service, startService } from '../support/service.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'
import { warmReaders } from '../support/warm-readers.ts'

const MEGABYTE = 1024 * 1024
/** Everything behind the header of a sample. */
const content = mail().slice(header({}).length)
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Accepted all the same: the mail is whole, and what is too much in it is left out. */
const TOO_MUCH: Readonly<Record<string, string>> = {
  'a header field of 2 MB': `${header({ headers: [`X-Long: ${'a'.repeat(2 * MEGABYTE)}`] })}${content}`,
  'a header field of 2 MB, folded': `${header({ headers: [`X-Long: a${'\n bbbbbb'.repeat(MEGABYTE / 4)}`] })}${content}`,
  '250,000 header fields': `${header({})}${'\nX-A: bc'.repeat(MEGABYTE / 4)}${content}`,
  'references to 300,000 mails': `${header({ headers: [`References: ${'<a@b> '.repeat(300_000)}`] })}${content}`,
  'HTML in 50,000 layers': mail({
    parts: [{ header: 'Content-Type: text/html', body: '<div>'.repeat(50_000) }, ...lastPart()],
  }),
  '1 MB of text in one line': mail({
    parts: [{ header: 'Content-Type: text/plain', body: 'a'.repeat(MEGABYTE) }, ...lastPart()],
  }),
  '50,000 lines that look like boundaries': mail({
    parts: [{ header: 'Content-Type: text/plain', body: '--x\n'.repeat(50_000) }, ...lastPart()],
  }),
}

function lastPart() {
  const [, head = '', body = ''] =
    /------=_NextPart_001\n(Content-Type: application[\s\S]*?)\n\n([\s\S]*?)\n------=_NextPart_001--/.exec(mail()) ?? []
  return [{ header: head, body }]
}

const config = loadConfig(SHIPPED_CONFIG, {})
const app = createApp(config, {
  clock: () => new Date('2024-05-19T09:00:00Z'),
  log: createLog('silent'),
  readers: warmReaders(config.limits),
})

afterAll(() => app.close())

const judge = async (source: Buffer) =>
  judgeJson(await app.judgeFile({ file: 'x.eml', source, received: null, internalDate: null, now: null }))

describe('a mail with', () => {
  it.each(Object.entries(TOO_MUCH))('%s is accepted for the form that it brings', async (_, source) => {
    const { outcome, message } = await judge(bytes(source))
    expect({ outcome, subject: message.subject, from: message.from }).toEqual({
      outcome: 'accepted',
      subject: NAME,
      from: FROM,
    })
  })
})

describe('bytes that are no mail at all', () => {
  it.each([
    ['2 MB of NUL', Buffer.alloc(2 * MEGABYTE)],
    ['2 MB of line breaks', Buffer.alloc(2 * MEGABYTE, 10)],
    ['2 MB in one line', Buffer.alloc(2 * MEGABYTE, 97)],
    ['2 MB of bytes beyond ASCII', Buffer.alloc(2 * MEGABYTE, 0xb5)],
    ['a million encoded words without an end', bytes(`Subject: ${'=?utf-8?Q?'.repeat(MEGABYTE)}\n\n`)],
    ['a million quotes', bytes(`Content-Type: multipart/mixed; ${'="'.repeat(MEGABYTE)}\n\n`)],
    ['a million brackets', bytes(`From: ${'(<"'.repeat(MEGABYTE)}\n\n`)],
    [
      'quoted-printable without end',
      bytes(`Content-Transfer-Encoding: quoted-printable\n\n${'= '.repeat(2 * MEGABYTE)}`),
    ],
    ['S/MIME of openings alone', bytes(`Content-Type: application/pkcs7-mime\n\n${'\x30\x80'.repeat(2 * MEGABYTE)}`)],
    [
      'a million attributes of TNEF',
      Buffer.concat([
        bytes('Content-Type: application/ms-tnef\n\n\x78\x9f\x3e\x22\x01\x00'),
        Buffer.alloc(11 * 400_000),
      ]),
    ],
  ])('%s: there is an answer', async (_, source) => {
    const { sha256, attachments } = await parseMessage(source)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(attachments.length).toBeLessThan(1100)
  })
})

describe('in the mailbox', () => {
  let service: Service

  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service.stop())

  it('bad mails are each settled in one sweep, and the good one behind them is accepted', async () => {
    const at = new Date('2024-05-19T16:00:00+08:00')
    const bad = [
      ...[
        TOO_MUCH['a header field of 2 MB'] ?? '',
        mail().replaceAll('\n\n', '\n'),
        mail().replaceAll('UEsDB', '!!!!!'),
      ],
      ...[mail({ subject: '\0\0\0' }), mail({ from: '<<<>>>' }), header({})],
    ]
    for (const source of [...bad, mail()]) service.imap.deliver(bytes(source.replaceAll('\n', '\r\n')), at)
    service.setClock(new Date('2024-05-19T16:00:30+08:00'))
    await service.round()
    const listed = service.list()
    expect(listed).toHaveLength(bad.length + 1)
    expect(listed.map(({ state }) => state)).toEqual(listed.map(() => 'judged'))
    expect(listed.at(-1)?.outcome).toBe('accepted')
  })
})
