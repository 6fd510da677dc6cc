import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Service, startService } from '../support/service.ts'

const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
const RIGHT = `=?UTF-8?B?${Buffer.from(NAME).toString('base64')}?=`
const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`

let service: Service
let minute = 0

beforeAll(async () => {
  service = await startService({ SHENBAO_CAPS_PER_ADDRESS_PER_DAY: '1000' })
})
afterAll(() => service.stop())
beforeEach(() => {
  minute += 20
})

/** A mail just as its bytes are, received by our server; gives its row and what was sent because of it. */
async function receive(headers: readonly string[], body = 'x') {
  const at = new Date(Date.parse('2024-05-15T09:00:00+08:00') + minute * 60_000)
  const stamp = at.toUTCString().replace('GMT', '+0000')
  const before = service.smtp.accepted.length
  const lines = [`Received: from x by mail.dlut.edu.cn; ${stamp}`, ...headers, `Message-ID: <${minute}@x>`, '', body]
  service.imap.deliver(Buffer.from(lines.join('\r\n')), at)
  service.setClock(new Date(at.getTime() + 30_000))
  const errors = await service.round()
  const sent = service.smtp.accepted.slice(before).filter(({ source }) => !source.includes('shenbao.digest'))
  return { message: service.list().at(-1), sent, errors }
}

/** The header of a mail that went out, as its bytes are, without its folds. */
const headerOf = (source: Buffer): string =>
  (source.toString('latin1').split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ')

describe('a mail with bad input', () => {
  it.each([
    ['line breaks in an encoded subject', word('申报书-党建工作样板支部\r\nBcc: victim@example.com\r\n\r\n<b>x</b>')],
    ['bidi marks and zero-width characters', word('党建工作样板支部\u202e申报书\u200b\u2066')],
    ['markup', word('党建工作样板支部申报书<script>alert(1)</script><img src=x onerror=alert(1)>')],
    ['a formula', word('=党建工作样板支部申报书&HYPERLINK("http://evil.example")')],
    ['a NUL and other controls', word('党建工作样板支部申报书\u0000\u0007\u001b[31m')],
  ])('in its subject, %s, gets an answer with a header of ours only and harmless HTML', async (_, subject) => {
    const { sent, errors } = await receive(['From: a@dlut.edu.cn', `Subject: ${subject}`])
    expect(errors).toEqual([])
    expect(sent).toHaveLength(1)
    const [{ source, to } = { source: Buffer.alloc(0), to: [] }] = sent
    expect(to).toEqual(['a@dlut.edu.cn'])
    expect(headerOf(source)).not.toMatch(/^(?:Bcc|Cc):/im)
    expect(headerOf(source)).toMatch(/^[\x20-\x7e\r\n]*$/)
    const [mail] = (await service.replies()).slice(-1)
    expect(`${mail?.subject}${mail?.text}`).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u200b\u202a-\u202e\u2066-\u2069]/)
    expect(mail?.html).not.toMatch(/<script|<img|href=/i)
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toContain('http://evil.example')
  })

  it('of a subject of a megabyte is answered at once with a short one', async () => {
    const { sent, message } = await receive([
      'From: a@dlut.edu.cn',
      `Subject: ${'党建工作样板支部申报书'.repeat(1)}${'a'.repeat(1_000_000)}`,
    ])
    expect(message).toMatchObject({ outcome: 'returned', subject: expect.stringMatching(/^.{1000}$/) })
    expect(sent[0]?.source.length).toBeLessThan(100_000)
  })

  it.each([
    ['two addresses in From', ['From: a@dlut.edu.cn, b@dlut.edu.cn']],
    ['no From', []],
    ['an empty From', ['From: ']],
    ['a From without address', ['From: 陈立新']],
    ['a group as From', ['From: undisclosed-recipients:;']],
    ['two From headers', ['From: a@dlut.edu.cn', 'From: b@dlut.edu.cn']],
    ['our own address in From', ['From: jxdw@dlut.edu.cn']],
  ])('with %s is lost to nobody and answered to nobody that it did not clearly come from', async (_, from) => {
    const { sent, message, errors } = await receive([...from, `Subject: ${RIGHT}`])
    expect(errors).toEqual([])
    expect(message?.state).toBe('judged')
    for (const { to } of sent) expect(to).toHaveLength(1)
    expect(sent.flatMap(({ to }) => to)).not.toContain('jxdw@dlut.edu.cn')
    if (from.length !== 2) expect(sent).toEqual([])
  })

  it.each([
    ['elsewhere', 'x@evil.example', 'a@dlut.edu.cn'],
    ['within the same domain', 'b@dlut.edu.cn', 'b@dlut.edu.cn'],
    ['to ourselves', 'jxdw@dlut.edu.cn', 'a@dlut.edu.cn'],
  ])('with a Reply-To %s is answered where that is safe', async (_, replyTo, expected) => {
    const { sent } = await receive(['From: a@dlut.edu.cn', `Reply-To: ${replyTo}`, `Subject: ${RIGHT}`])
    expect(sent.map(({ to }) => to)).toEqual([[expected]])
  })

  it('with a display name that pretends to be the committee is answered without it, and staff see the address', async () => {
    const from = `From: ${word('机械工程学院党委 <jxdw@dlut.edu.cn>')} <fake@example.com>`
    const { sent, message } = await receive([from, `Subject: ${RIGHT}`])
    expect(sent.map(({ to }) => to)).toEqual([['fake@example.com']])
    expect(headerOf(sent[0]?.source ?? Buffer.alloc(0))).toMatch(/^To: fake@example\.com$/m)
    expect(message?.from).toBe('fake@example.com')
  })

  it('with headers meant to steer the answer is answered in the usual way', async () => {
    const steering = ['In-Reply-To: <x@y>\tBcc: v@example.com', `References: ${'<a@b> '.repeat(5000)}`]
    const { sent } = await receive(['From: a@dlut.edu.cn', `Subject: ${RIGHT}`, ...steering])
    const header = headerOf(sent[0]?.source ?? Buffer.alloc(0))
    expect(header).not.toMatch(/Bcc/)
    expect(header.length).toBeLessThan(4000)
  })
})
