import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64Lines, decodeBase64 } from '../../src/mail/base64.ts'
import { mimePartsOf } from '../../src/mail/mime-parts.ts'
import { decodeQuotedPrintable } from '../../src/mail/quoted-printable.ts'
import { openSmime } from '../../src/mail/signed-content.ts'
import { filesInTnef } from '../../src/mail/tnef.ts'
import { contentOf } from '../../src/mail/transfer-encoding.ts'
import { unwrap } from '../../src/mail/unwrap.ts'
import { base64Body, quotedPrintable } from '../support/mail-corpus/encode.ts'
import { opaqueP7m, streamedP7m } from '../support/mail-corpus/p7m.ts'
import { tnef } from '../support/mail-corpus/tnef.ts'

const partsOf = (text: string, most = 1000) => mimePartsOf(Buffer.from(text, 'latin1'), most)
const bodies = (text: string) => partsOf(text).parts.map(({ body }) => body.toString('latin1').trim())
const multipart = (boundary: string, ...parts: readonly string[]) =>
  `Content-Type: multipart/mixed; boundary="${boundary}"\n\n${parts.map(part => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`

const bytes = fc.uint8Array({ maxLength: 400 }).map(array => Buffer.from(array))
/** Pieces of mails in any order: what random bytes hit too seldom. */
const rubble = fc
  .array(
    fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=b\n',
      'Content-Type: message/rfc822\n',
      'Content-Type: multipart/x; boundary="b--"\n',
      'Content-Transfer-Encoding: base64\n',
      '\n',
      '\r\n',
      '--b\n',
      '--b--\n',
      '--b',
      '--',
      'x',
      'begin 644 a\n',
      'UEsDB',
      '\0',
      'A: b\n',
      ' \n',
    ),
    { maxLength: 60 },
  )
  .map(pieces => Buffer.from(pieces.join('')))

describe('the parts of a mail', () => {
  it('are all found, whatever stands in them', () => {
    const body = fc.string({ unit: 'grapheme-ascii', maxLength: 80 }).filter(text => !text.includes('--'))
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 12 }), fc.boolean(), (texts, crlf) => {
        const source = multipart('b1', ...texts.map(text => `A: b\n\n${text}`))
        expect(bodies(crlf ? source.replaceAll('\n', '\r\n') : source)).toEqual(texts.map(text => text.trim()))
      }),
    )
  })

  it('know what they are within, and their type', () => {
    const source = multipart('o', 'A: b\n\n1', `${multipart('i', 'Content-Type: TEXT/HTML; x=y\n\n2')}`)
    expect(partsOf(source).parts.map(({ type, within }) => ({ type, within }))).toEqual([
      { type: 'text/plain', within: 'multipart/mixed' },
      { type: 'text/html', within: 'multipart/mixed' },
    ])
  })

  it('are no more than asked for, and the rest is known to be missing', () => {
    const source = multipart('b', ...Array.from({ length: 50 }, (_, index) => `\n${index}`))
    expect(partsOf(source, 10)).toMatchObject({ whole: false })
    expect(partsOf(source, 10).parts.length).toBeLessThanOrEqual(10)
    expect(partsOf(source, 100).whole).toBe(true)
    expect(partsOf(source, 100).parts).toHaveLength(50)
  })

  it('never throw, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, rubble), source => {
        for (const part of mimePartsOf(source, 100).parts) {
          const content = contentOf(part)
          expect(content.length).toBeLessThanOrEqual(Math.max(400, source.length))
          unwrap({ name: '', bytes: content }, part.type)
        }
      }),
    )
  })
})

describe('the content of a part comes back', () => {
  it('from base64, folded at any length, with text of others around it', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 4, max: 100 }), (content, width) => {
        const lines = content.toString('base64').replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n')
        expect(decodeBase64(base64Lines(lines))).toEqual(content)
      }),
    )
    const body = base64Body(Buffer.alloc(200, 7))
    for (const text of [
      `${body}\n\nScanned by the gateway.\n`,
      `No virus found: ok\n${body}`,
      `${body}\n-----\n邮件已扫描\n`,
    ])
      expect(decodeBase64(base64Lines(text))).toEqual(Buffer.alloc(200, 7))
  })

  it('from quoted-printable', () => {
    fc.assert(
      fc.property(bytes, content => {
        const encoded = quotedPrintable(content.toString('latin1'), /[^\x21-\x3c\x3e-\x7e]/g).replace(
          /(?:=..|[^=]){20}/g,
          '$&=\r\n',
        )
        expect(decodeQuotedPrintable(Buffer.from(encoded, 'latin1'))).toEqual(content)
      }),
    )
    const text = 'a  \r\nb=\nc =20 \nd=ZZ='
    expect(decodeQuotedPrintable(Buffer.from(text)).toString()).toBe('a\r\nbc  \nd=ZZ')
  })
})

describe('what is wrapped', () => {
  it('comes back from S/MIME that tells its lengths and from S/MIME that doesn’t', () => {
    fc.assert(
      fc.property(bytes, content => {
        expect(openSmime(opaqueP7m(content))).toEqual({ content })
        expect(openSmime(streamedP7m(content))).toEqual({ content })
      }),
    )
  })

  it('comes back from winmail.dat', () => {
    fc.assert(
      fc.property(bytes, content => {
        expect(filesInTnef(tnef({ title: 'a.docx', codepage: 936, longName: '申报书.docx', data: content }))).toEqual([
          { name: '申报书.docx', bytes: content },
        ])
      }),
    )
  })

  it('never throws, cut off or overwritten anywhere', () => {
    const whole = [
      opaqueP7m(Buffer.alloc(50)),
      streamedP7m(Buffer.alloc(2500)),
      tnef({ title: 'a', codepage: 936, longName: 'b', data: Buffer.alloc(50) }),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(), fc.nat(), fc.nat(255), (source, end, at, byte) => {
        const broken = Buffer.from(source.subarray(0, 1 + (end % source.length)))
        broken[at % broken.length] = byte
        openSmime(broken)
        filesInTnef(broken)
        unwrap({ name: 'smime.p7m', bytes: broken }, 'application/octet-stream')
      }),
    )
  })
})
