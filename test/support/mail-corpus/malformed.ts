import { base64Body, gbk, utf8, wordB } from './encode.ts'
import {
  accepted,
  BODY,
  docx,
  FILE,
  type Fixture,
  FORM,
  FROM,
  fixture,
  header,
  held,
  ignored,
  mail,
  multipart,
  NAME,
  part,
  read,
  returned,
  unreadable,
} from './fixture.ts'

const broken = (name: string, source: string, expected: Fixture['expected']): Fixture =>
  fixture(`malformed/${name}`, source, expected)
const SUBJECT = wordB('utf-8', utf8(NAME))
const content = multipart('multipart/mixed', 'b', [BODY, docx()])

/** A mail in so many multiparts within each other, the form at the bottom. */
const deep = (levels: number): string =>
  `${Array.from({ length: levels }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`).join('')}${docx().header}\n\n${docx().body}\n`

const NOTHING = { from: null, subject: null, documents: [] } as const

/** Bytes that no client should write: each has a defined answer. */
export const malformed: readonly Fixture[] = [
  broken('empty', '', { ...ignored('unrelated'), ...NOTHING }),
  broken('one-line-break', '\n', { ...ignored('unrelated'), ...NOTHING }),
  broken('no-header', 'just some words\nwithout any header\n', { ...ignored('unrelated'), ...NOTHING }),
  broken('rubbish', Array.from({ length: 2000 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join(''), {
    ...ignored('unrelated'),
    from: null,
  }),
  broken('only-header', header({}), returned(['file.missing'], { subject: NAME, documents: [] })),
  broken('no-blank-line', `${header({})}\n${content.replace('\n\n', '\n')}`, accepted()),
  broken('no-blank-line-in-part', `${header({})}\n${content.replaceAll('base64\n\n', 'base64\n')}`, accepted()),
  broken('mbox-line', `From zhangsan@dlut.edu.cn Sun May 19 16:00:00 2024\n${mail()}`, accepted()),
  broken(
    'stray-line-in-header',
    mail({ headers: ['X-Note: first', 'a line without a name or an indent'] }),
    accepted(),
  ),
  broken(
    'subject-broken-without-indent',
    mail({ subject: `${gbk(NAME.slice(0, 11))}\n${gbk(NAME.slice(11))}` }),
    accepted({ subject: `${NAME.slice(0, 11)} ${NAME.slice(11)}`, naming: { subject: 'cosmetic', file: 'exact' } }),
  ),
  broken('space-before-colon', mail().replace('\nSubject:', '\nSubject :'), accepted()),
  broken('nul-bytes', mail().replace('Subject: =?', 'Subject: \0=?\0').replaceAll('UEsDB', 'UEs\0DB'), accepted()),
  broken(
    'nul-bytes-in-name',
    mail({ parts: [BODY, docx({ disposition: `attachment; filename="${gbk(NAME)}\0.docx\0\0"` })] }),
    accepted(),
  ),
  broken(
    'controls-in-subject',
    mail({ subject: wordB('utf-8', utf8(`\u001b[31m${NAME}\u0007\r\nBcc: x@example.com`)) }),
    returned(['subject.pattern'], { subject: `[31m${NAME} Bcc: x@example.com` }),
  ),
  broken(
    'base64-rubbish',
    mail({ parts: [BODY, part(docx().header, `${'!'.repeat(500)}\n${'%%%\n'.repeat(50)}`)] }),
    held(['file.unreadable'], { documents: [unreadable(FILE, 'corrupt')] }),
  ),
  broken(
    'base64-cut-off',
    mail({ parts: [BODY, part(docx().header, base64Body(FORM).slice(0, 2000))] }),
    held(['file.unreadable'], { documents: [unreadable(FILE, 'corrupt', 'docx')] }),
  ),
  broken(
    'unknown-transfer-encoding',
    mail({ parts: [BODY, part(docx().header.replace('base64', 'x-none-such'), base64Body(FORM))] }),
    accepted(),
  ),
  broken(
    'five-hundred-levels',
    `${header({})}\n${deep(500)}`,
    held(['file.unreadable'], { subject: NAME, documents: [unreadable('', 'too-large')] }),
  ),
  broken('twenty-five-levels', `${header({})}\n${deep(25)}`, accepted()),
  broken(
    'twenty-thousand-parts',
    `${header({})}\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(20_000)}--b--\n`,
    held(['file.unreadable'], { subject: NAME, documents: [unreadable('', 'too-large')] }),
  ),
  broken(
    'form-before-twenty-thousand-parts',
    `${header({})}\nContent-Type: multipart/mixed; boundary=b\n\n--b\n${docx().header}\n\n${docx().body}\n${'--b\n\nx\n'.repeat(5000)}--b--\n`,
    accepted({ documents: [read(FILE), unreadable('', 'too-large')] }),
  ),
  broken(
    'mails-within-mails',
    Array.from({ length: 40 }).reduce(
      (inner: string) => `${header({})}\nContent-Type: message/rfc822\n\n${inner}`,
      mail(),
    ),
    held(['file.unreadable'], { subject: NAME, documents: [unreadable('', 'too-large')] }),
  ),
  broken(
    'boundary-of-nothing',
    `${header({})}\nContent-Type: multipart/mixed; boundary=""\n\n--\n\nx\n----\n`,
    returned(['file.missing'], { documents: [] }),
  ),
  broken(
    'thousand-addresses',
    mail({ from: Array.from({ length: 1000 }, (_, index) => `a${index}@example.com`).join(', ') }),
    held(['sender.unauthenticated'], { from: 'a0@example.com' }),
  ),
  broken(
    'nested-comments',
    mail({ from: `${'('.repeat(3000)}${FROM}` }),
    held(['sender.unauthenticated'], { from: null }),
  ),
  broken('long-subject', mail({ subject: 'a'.repeat(100_000) }), returned(['subject.pattern'])),
  broken('lone-word-marks', mail({ subject: '=?utf-8?B?=?utf-8?Q?=?=?=?' }), {
    relation: 'application',
    outcome: 'accepted',
    from: FROM,
    problems: [],
    naming: { subject: 'cosmetic', file: 'exact' },
  }),
  broken(
    'many-parameters',
    mail({
      parts: [
        BODY,
        docx({
          disposition: `attachment; ${Array.from({ length: 600 }, (_, index) => `x${index}=y`).join('; ')}`,
          type: `application/octet-stream; name="${wordB('utf-8', utf8(FILE))}"`,
        }),
      ],
    }),
    accepted(),
  ),
  broken('subject-only-spaces', mail({ subject: '   \n\t  ' }), returned(['subject.missing'], { subject: '' })),
  broken(
    'carriage-returns-doubled',
    `Subject: ${SUBJECT}\nFrom: ${FROM}\n${header({}).split('\n').slice(0, 2).join('\n')}\n${content}`.replaceAll(
      '\n',
      '\r\n',
    ),
    accepted(),
  ),
]
