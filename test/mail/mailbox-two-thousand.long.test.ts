import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Service, startService } from '../support/service.ts'

/** A part of a mail: its headers and its content. */
type Part = { readonly type: string; readonly disposition?: string; readonly body?: string }
type Kind = {
  readonly subject: string
  readonly parts?: readonly Part[]
  readonly headers?: string
  readonly wanted: boolean
}

const file = (name: string, type = 'application/octet-stream', body = 'eA=='): Part => ({
  type: `${type}; name="${name}"`,
  disposition: `attachment; filename="${name}"`,
  body,
})
const picture = { type: 'image/png; name="image001.png"', disposition: 'inline; filename="image001.png"', body: 'eA==' }
const gbk = (bytes: readonly number[]) => String.fromCharCode(...bytes)

/** What a committee's mailbox is full of, and what in it may be an application. */
const KINDS: readonly Kind[] = [
  { subject: 'Re: meeting on Friday', wanted: false },
  {
    subject: 'Newsletter',
    headers: 'List-Id: <news.example>\r\n',
    parts: [{ type: 'text/html' }, picture],
    wanted: false,
  },
  {
    subject: 'Photos',
    parts: [file('IMG_2041.jpg', 'image/jpeg'), file('IMG_2042.HEIC', 'image/heic')],
    wanted: false,
  },
  {
    subject: 'Invitation',
    parts: [{ type: 'text/calendar; method=REQUEST' }, file('invite.ics', 'application/ics')],
    wanted: false,
  },
  {
    subject: 'Budget',
    parts: [file('budget.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')],
    wanted: false,
  },
  {
    subject: 'Slides',
    parts: [file('talk.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation')],
    wanted: false,
  },
  {
    subject: 'Signed',
    parts: [{ type: 'text/plain' }, file('smime.p7s', 'application/pkcs7-signature')],
    wanted: false,
  },
  { subject: 'Recording', parts: [file('recording.mp3', 'audio/mpeg')], wanted: false },
  { subject: '=?utf-8?B?5a2m5pyv5oql5ZGK6YCa55+l?=', wanted: false },
  { subject: '=?utf-8?B?5YWz5LqO5ZCs6K++55qE6YCa55+l?=', parts: [{ type: 'text/html' }], wanted: false },
  { subject: 'hello', parts: [file('form.docx')], wanted: true },
  { subject: 'hello', parts: [file('form.wps', 'application/vnd.ms-works')], wanted: true },
  { subject: 'hello', parts: [file('scan.pdf', 'application/pdf')], wanted: true },
  { subject: 'hello', parts: [file('material.rar', 'application/x-rar-compressed')], wanted: true },
  { subject: 'hello', parts: [{ type: 'application/x-unheard-of', body: 'eA==' }], wanted: true },
  { subject: 'hello', parts: [{ type: 'text/plain', disposition: 'attachment', body: 'x' }], wanted: true },
  { subject: 'hello', parts: [file(gbk([0xc9, 0xea, 0xb1, 0xa8, 0xca, 0xe9]), 'image/jpeg')], wanted: true },
  { subject: 'Fwd: hello', parts: [{ type: 'message/rfc822', body: 'Subject: inner\r\n\r\nx' }], wanted: true },
  { subject: 'hello', parts: [file('tcmime.1388.bin', 'image/jpeg')], wanted: true },
  { subject: '=?utf-8?B?0fmw5dansr/J6rGoyuk=?=', wanted: true },
  { subject: '=?utf-8?B?5qC35p2/5pSv6YOo55Sz5oql5Lmm?=', wanted: true },
  { subject: gbk([0xd1, 0xf9, 0xb0, 0xe5, 0xd6, 0xa7, 0xb2, 0xbf, 0xc9, 0xea, 0xb1, 0xa8, 0xca, 0xe9]), wanted: true },
]
const COUNT = 2000
/** Of each of the wanted kinds only a few: most mail is no application. */
const EVERY = 20

function kindOf(index: number): Kind {
  const wanted = index % EVERY === 0
  const kinds = KINDS.filter(kind => kind.wanted === wanted)
  const kind = kinds[(wanted ? index / EVERY : index) % kinds.length]
  if (kind === undefined) throw new Error('no such kind')
  return kind
}

function mail(index: number): Uint8Array {
  const { subject, parts = [{ type: 'text/plain' }], headers = '' } = kindOf(index)
  const written = parts.map(({ type, disposition, body = 'text' }) => {
    const encoding = body === 'eA==' ? 'Content-Transfer-Encoding: base64\r\n' : ''
    const disposed = disposition === undefined ? '' : `Content-Disposition: ${disposition}\r\n`
    return `--b\r\nContent-Type: ${type}\r\n${disposed}${encoding}\r\n${body}\r\n`
  })
  const head = `From: zs${index}@dlut.edu.cn\r\nSubject: ${subject}\r\nMessage-ID: <${index}@client.example>\r\n${headers}`
  const text = `${head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${written.join('')}--b--\r\n`
  return Buffer.from(text, 'latin1')
}

let service: Service

beforeAll(async () => {
  service = await startService()
  const at = new Date('2024-05-15T09:00:00+08:00')
  for (let index = 0; index < COUNT; index += 1) service.imap.deliver(mail(index), at)
})

afterAll(() => service.stop())

it('a sweep of 2,000 mixed messages downloads the bodies of those that may be applications, each once, and accounts for all', async () => {
  let left = true
  while (left) left = (await service.app().sweep()).more
  await service.app().sweep()
  const downloads = service.imap.commands.filter(command => /BODY\.PEEK\[\]/.test(command))
  const downloaded = downloads.map(command => Number(/^UID FETCH (\d+) /.exec(command)?.[1])).sort((a, b) => a - b)
  const candidates = Array.from({ length: COUNT }, (_, index) => index).filter(index => kindOf(index).wanted)
  expect(candidates).toHaveLength(COUNT / EVERY)
  expect(downloaded).toEqual(candidates.map(index => index + 1))
  expect(service.list()).toHaveLength(COUNT)
  expect(service.imap.flags().every(flags => flags.length === 0)).toBe(true)
}, 60_000)
