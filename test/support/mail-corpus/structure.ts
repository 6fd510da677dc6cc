import { base64, base64Body, gbk, piecesOf, quotedPrintable, utf8, wordB } from './encode.ts'
import {
  accepted,
  BODY,
  docx,
  FILE,
  type Fixture,
  FORM,
  FROM,
  file,
  fixture,
  header,
  held,
  joined,
  mail,
  multipart,
  NAME,
  oddFile,
  part,
  read,
  returned,
  skipped,
  unreadable,
} from './fixture.ts'

const NAMED = `attachment; filename="${wordB('utf-8', utf8(FILE))}"`
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const built = (name: string, content: string, expected = accepted()): Fixture =>
  fixture(`structure/${name}`, `${header({})}\n${content}`, expected)
const mixed = (name: string, parts: Parameters<typeof joined>[1], expected = accepted()): Fixture =>
  built(name, multipart('multipart/mixed', 'b', parts), expected)

const picture = part(
  `Content-Type: image/png; name="logo.png"\nContent-ID: <logo>\nContent-Transfer-Encoding: base64`,
  base64(Buffer.from('\x89PNG\r\n\x1a\n small', 'latin1')),
)
const html = part('Content-Type: text/html; charset=utf-8', '<p>see attachment</p>')
const nested = (type: string, boundary: string, parts: Parameters<typeof joined>[1]) =>
  part(`Content-Type: multipart/${type}; boundary=${boundary}`, `\n${joined(boundary, parts)}`)
const SCANNED = 'This message was scanned by the university mail gateway (KSE 2.0).\nNo threat was found.'

/** How the parts of a mail may lie, and what programs on the way do to them. */
export const structure: readonly Fixture[] = [
  mixed('octet-stream', [BODY, docx({ type: 'application/octet-stream' })]),
  mixed('wrong-type-for-docx', [BODY, docx({ type: 'image/jpeg' })]),
  mixed('text-type-for-docx', [
    BODY,
    docx({ type: 'text/plain; charset=gb2312', disposition: NAMED.replace('attachment', 'inline') }),
  ]),
  mixed('no-disposition', [BODY, docx({ type: `${WORD}; name="${wordB('utf-8', utf8(FILE))}"`, disposition: null })]),
  mixed('no-type', [BODY, docx({ type: null })]),
  mixed('no-name-at-all', [BODY, docx({ type: 'application/octet-stream', disposition: null })], oddFile('')),
  mixed('text-type-and-no-name', [BODY, docx({ type: 'text/plain', disposition: null })], oddFile('')),
  mixed('broken-type', [BODY, docx({ type: 'application; name=x' })]),
  mixed(
    'inline-text-file',
    [
      BODY,
      docx({
        type: 'text/plain; charset=utf-8',
        disposition: 'inline; filename="notes.txt"',
        bytes: Buffer.from('notes\n'),
      }),
      docx(),
    ],
    accepted({ documents: [skipped('notes.txt', 'txt'), read(FILE)] }),
  ),
  mixed(
    'inline-text-file-alone',
    [
      BODY,
      docx({
        type: 'text/plain; charset=gbk',
        disposition: `inline; filename="${gbk(`${NAME}.txt`)}"`,
        bytes: Buffer.from(utf8('申报材料正文'), 'latin1'),
      }),
    ],
    returned(['file.format'], { documents: [skipped(`${NAME}.txt`, 'txt')] }),
  ),
  mixed('text-around-inline-document', [
    BODY,
    docx({ disposition: NAMED.replace('attachment', 'inline') }),
    BODY,
    part('Content-Type: text/plain; name="ATT00001.txt"', 'sent from somewhere'),
  ]),
  built(
    'document-alone',
    `Content-Type: ${WORD}\nContent-Disposition: ${NAMED}\nContent-Transfer-Encoding: base64\n\n${base64Body(FORM)}\n`,
  ),
  mixed('related-alternative', [nested('related', 'r', [nested('alternative', 'a', [BODY, html]), picture]), docx()]),
  mixed('document-in-related', [nested('related', 'r', [html, docx()])]),
  mixed('document-in-alternative', [nested('alternative', 'a', [BODY, docx()])]),
  mixed('ten-levels', [
    Array.from({ length: 9 }, (_, level) => `m${level}`).reduce(
      (inner, boundary) => nested('mixed', boundary, [inner]),
      docx(),
    ),
  ]),
  mixed('boundary-that-begins-like-another', [nested('mixed', 'bb', [BODY]), nested('mixed', 'b-b', [docx()])]),
  mixed('encoding-in-capitals', [
    BODY,
    part(
      `CONTENT-TYPE: Application/Octet-Stream\nCONTENT-DISPOSITION: ${NAMED}\nCONTENT-TRANSFER-ENCODING:   BASE64  (as ever)`,
      base64Body(FORM),
    ),
  ]),
  mixed('quoted-printable-document', [
    BODY,
    part(
      `Content-Type: ${WORD}\nContent-Disposition: ${NAMED}\nContent-Transfer-Encoding: quoted-printable`,
      quotedPrintable(FORM.toString('latin1'), /[^\x21-\x3c\x3e-\x7e]/g).replace(/(?:=..|[^=]){20}/g, '$&=\n'),
    ),
  ]),
  mixed('uuencoded', [
    BODY,
    part(`Content-Type: ${WORD}\nContent-Disposition: ${NAMED}\nContent-Transfer-Encoding: x-uuencode`, uuencode(FORM)),
  ]),
  // As mail programs attached before MIME.
  mixed('uuencoded-in-text', [
    part(
      'Content-Type: text/plain; charset="gb2312"\nContent-Transfer-Encoding: 8bit',
      `${gbk('申报书见附件。')}\n\n${uuencode(FORM, gbk(FILE))}\n`,
    ),
  ]),
  mixed('base64-in-pieces', [
    BODY,
    part(
      `Content-Type: ${WORD}\nContent-Disposition: ${NAMED}\nContent-Transfer-Encoding: base64`,
      piecesOf(FORM.toString('latin1'), 100).map(base64).join('\n'),
    ),
  ]),
  mixed('scanner-text-behind-base64', [BODY, part(docx().header, `${base64Body(FORM)}\n\n${SCANNED}`)]),
  mixed('scanner-text-before-base64', [BODY, part(docx().header, `${SCANNED}\n\n${base64Body(FORM)}`)]),
  mixed('scanner-text-glued-to-base64', [
    BODY,
    part(docx().header, `${base64Body(FORM)}\n${SCANNED.replaceAll('\n', ' ')}`),
  ]),
  built('no-end-boundary', multipart('multipart/mixed', 'b', [BODY, docx()]).replace(/\n--b--\n$/, '\n')),
  built(
    'no-inner-end-boundary',
    multipart('multipart/mixed', 'b', [nested('alternative', 'a', [BODY, html]), docx()]).replace('\n--a--\n', '\n'),
  ),
  built('spaces-behind-boundary', multipart('multipart/mixed', 'b', [BODY, docx()]).replaceAll('\n--b\n', '\n--b  \n')),
  built(
    'boundary-never-comes',
    multipart('multipart/mixed', 'b', [BODY, docx()]).replace('boundary="b"', 'boundary="other"'),
  ),
  built('boundary-not-declared', multipart('multipart/mixed', 'b', [BODY, docx()]).replace('; boundary="b"', '')),
  built('type-lost', multipart('multipart/mixed', 'b', [BODY, docx()]).replace(/^Content-Type:.*\n/, '')),
  built('parts-behind-the-end', multipart('multipart/mixed', 'b', [BODY]) + joined('b', [docx()])),
  built('text-behind-the-end', `${multipart('multipart/mixed', 'b', [BODY, docx()])}\n-- \n${SCANNED}\n`),
  fixture('structure/two-subjects', mail({ headers: ['Subject: [SPAM?]'] }), accepted()),
  fixture(
    'structure/two-subjects-first-lost',
    mail({ subject: '????????', headers: [`Subject: ${wordB('utf-8', utf8(NAME))}`] }),
    accepted(),
  ),
  fixture(
    'structure/from-without-address',
    mail({ from: wordB('utf-8', utf8('张三')) }),
    held(['sender.unauthenticated'], { from: null }),
  ),
  fixture(
    'structure/two-froms',
    mail({ headers: ['From: other@example.com'] }),
    held(['sender.unauthenticated'], { from: FROM }),
  ),
  fixture('structure/no-from', mail().replace(/\nFrom: .*/, ''), held(['sender.unauthenticated'], { from: null })),
  mixed(
    'piece-of-a-split-mail',
    [BODY, part('Content-Type: message/partial; id=1; number=1; total=2', 'Subject: x\n\npiece')],
    held(['file.unreadable'], { documents: [unreadable('', 'undecodable')] }),
  ),
  mixed(
    'two-documents',
    [BODY, docx(), file('佐证材料.docx', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'))],
    accepted({ documents: [read(FILE), unreadable('佐证材料.docx', 'corrupt', 'zip')] }),
  ),
]

function uuencode(bytes: Buffer, name = 'form.docx'): string {
  const character = (value: number) => String.fromCharCode(value === 0 ? 96 : value + 32)
  const lines = piecesOf(bytes.toString('latin1'), 45).map(piece => {
    const groups = piecesOf(piece, 3).map(three => {
      const [a = 0, b = 0, c = 0] = [...three].map(one => one.charCodeAt(0))
      return [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map(character).join('')
    })
    return character(piece.length) + groups.join('')
  })
  return `begin 644 ${name}\n${lines.join('\n')}\n\`\nend`
}
