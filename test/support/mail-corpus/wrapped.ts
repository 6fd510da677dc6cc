import { makeOle } from '../../documents/make-ole.ts'
import { base64Body, gbk, utf8, wordB } from './encode.ts'
import {
  accepted,
  BODY,
  docx,
  FILE,
  type Fixture,
  FORM,
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
import { envelopedP7m, opaqueP7m, streamedP7m } from './p7m.ts'
import { tnef } from './tnef.ts'

const wrap = (name: string, parts: readonly ReturnType<typeof part>[], expected = accepted()): Fixture =>
  fixture(`structure/${name}`, mail({ parts }), expected)

const inner = mail({ subject: wordB('utf-8', utf8('转给党委')) })
const entity = multipart('multipart/mixed', 'in', [BODY, docx()])
const attached = (source: string) => part('Content-Type: message/rfc822\nContent-Disposition: attachment', source)
const p7m = (bytes: Buffer, type = 'application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"') =>
  `${header({})}\nContent-Type: ${type}\nContent-Disposition: attachment; filename="smime.p7m"\nContent-Transfer-Encoding: base64\n\n${base64Body(bytes)}\n`
const winmail = (bytes: Buffer) =>
  part(
    'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Disposition: attachment; filename="winmail.dat"\nContent-Transfer-Encoding: base64',
    base64Body(bytes),
  )
const PGP = '-----BEGIN PGP MESSAGE-----\n\nhQEMA5dj\n-----END PGP MESSAGE-----\n'
const APPLE_DOUBLE = Buffer.from('0005160700020000', 'hex')
const LOCKED_PAGE =
  '<html><body>请输入密码查看<form><input id="p" type="password"><button>解密</button></form></body></html>'
const PNG = Buffer.from('\x89PNG\r\n\x1a\n small', 'latin1')
const closed = (name: string, why: string) => held(['file.unreadable'], { documents: [unreadable(name, why)] })

/** Mails within mails, signed mails, and what Outlook wraps up. */
export const wrapped: readonly Fixture[] = [
  wrap('mail-attached', [BODY, attached(inner)]),
  wrap('mail-attached-in-base64', [
    BODY,
    part('Content-Type: message/rfc822\nContent-Transfer-Encoding: base64', base64Body(inner)),
  ]),
  wrap('mail-as-eml-file', [BODY, file('申报邮件.eml', Buffer.from(inner, 'latin1'))]),
  wrap('mail-as-octet-stream-without-name', [BODY, docx({ disposition: null, bytes: Buffer.from(inner, 'latin1') })]),
  wrap(
    'mail-as-outlook-keeps-it',
    [BODY, file('申报邮件.msg', makeOle([{ name: '__properties_version1.0', data: Buffer.alloc(64) }]))],
    held(['file.unreadable'], { documents: [unreadable('申报邮件.msg', 'undecodable')] }),
  ),
  wrap('mail-in-mail-in-mail', [BODY, attached(mail({ parts: [attached(inner)] }))]),
  wrap('digest', [part('Content-Type: multipart/digest; boundary=d', `\n--d\n\n${inner}\n--d--\n`)]),
  wrap('signed', [
    part(
      'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=s',
      `\n--s\n${entity}\n--s\nContent-Type: application/pkcs7-signature; name="smime.p7s"\nContent-Disposition: attachment; filename="smime.p7s"\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQ==\n--s--\n`,
    ),
  ]),
  fixture('structure/opaque-signed', p7m(opaqueP7m(Buffer.from(entity, 'latin1'))), accepted()),
  fixture('structure/opaque-signed-streamed', p7m(streamedP7m(Buffer.from(entity, 'latin1'))), accepted()),
  fixture(
    'structure/opaque-signed-x-type',
    p7m(opaqueP7m(Buffer.from(entity, 'latin1')), 'application/x-pkcs7-mime'),
    accepted(),
  ),
  fixture(
    'structure/opaque-encrypted',
    p7m(envelopedP7m(), 'application/pkcs7-mime; smime-type=enveloped-data'),
    closed('smime.p7m', 'encrypted'),
  ),
  fixture('structure/opaque-broken', p7m(Buffer.from('30800609', 'hex')), closed('smime.p7m', 'undecodable')),
  fixture(
    'structure/opaque-encrypted-damaged',
    p7m(Buffer.from('30800609', 'hex'), 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"'),
    closed('smime.p7m', 'encrypted'),
  ),
  wrap(
    'protected-by-outlook',
    [BODY, file('message.rpmsg', Buffer.from('76e80460c411e386', 'hex'), 'application/x-microsoft-rpmsg-message')],
    closed('message.rpmsg', 'encrypted'),
  ),
  wrap(
    'encrypted-by-webmail',
    [BODY, file('加密邮件.html', Buffer.from(LOCKED_PAGE), 'text/html')],
    closed('加密邮件.html', 'encrypted'),
  ),
  wrap('document-p7m', [BODY, file(`${FILE}.p7m`, opaqueP7m(FORM), 'application/pkcs7-mime')]),
  wrap('winmail-dat', [BODY, winmail(tnef({ title: gbk(FILE), codepage: 936, data: FORM }))]),
  wrap('winmail-dat-long-name', [
    BODY,
    winmail(tnef({ title: 'DANGJI~1.DOC', codepage: 1252, longName: FILE, data: FORM })),
  ]),
  wrap('winmail-dat-without-name', [BODY, winmail(tnef({ title: '', codepage: 936, data: FORM }))], oddFile('')),
  wrap('winmail-dat-in-winmail-dat', [
    BODY,
    winmail(tnef({ title: 'mail', codepage: 936, object: tnef({ title: gbk(FILE), codepage: 936, data: FORM }) })),
  ]),
  wrap('winmail-dat-under-another-name', [
    BODY,
    docx({
      disposition: 'attachment; filename="ATT00001.dat"',
      bytes: tnef({ title: gbk(FILE), codepage: 936, data: FORM }),
    }),
  ]),
  wrap(
    'winmail-dat-cut-off',
    [BODY, winmail(tnef({ title: gbk(FILE), codepage: 936, data: FORM }).subarray(0, 900))],
    closed('winmail.dat', 'undecodable'),
  ),
  wrap('winmail-dat-rubbish', [BODY, winmail(Buffer.from('not what it says'))], closed('winmail.dat', 'undecodable')),
  fixture(
    'structure/winmail-dat-beside-form',
    mail({ parts: [BODY, winmail(Buffer.from('not what it says')), docx()] }),
    accepted({ documents: [unreadable('winmail.dat', 'undecodable'), ...(accepted().documents ?? [])] }),
  ),
  fixture(
    'structure/mail-attached-only',
    mail({ subject: wordB('utf-8', utf8(NAME)), parts: [attached(inner)] }),
    accepted(),
  ),
  fixture(
    'structure/pgp-mail',
    `${header({})}\n${multipart('multipart/encrypted; protocol="application/pgp-encrypted"', 'pgp', [
      part('Content-Type: application/pgp-encrypted', 'Version: 1'),
      part('Content-Type: application/octet-stream; name="encrypted.asc"', PGP),
    ])}`,
    closed('encrypted.asc', 'encrypted'),
  ),
  wrap('pgp-file', [BODY, file(`${FILE}.gpg`, Buffer.from('8c0d04090302', 'hex'))], closed(FILE, 'encrypted')),
  wrap('pgp-file-armoured', [BODY, file(`${FILE}.asc`, Buffer.from(PGP))], closed(FILE, 'encrypted')),
  wrap('pgp-text', [part('Content-Type: text/plain; charset=us-ascii', PGP)], closed('', 'encrypted')),
  wrap('pgp-signature-and-key', [
    BODY,
    docx(),
    file('申报书.asc', Buffer.from(PGP.replace('MESSAGE', 'SIGNATURE'))),
    file('OpenPGP_0x1234.asc', Buffer.from(PGP.replace('MESSAGE', 'PUBLIC KEY BLOCK')), 'application/pgp-keys'),
  ]),
  wrap('smime-signature-by-name', [BODY, docx(), file('smime.p7s', Buffer.from('308006092a', 'hex'))]),
  wrap('apple-double', [
    BODY,
    part(
      'Content-Type: multipart/appledouble; boundary=mac',
      `\n${joined('mac', [file(FILE, APPLE_DOUBLE, 'application/applefile'), docx()])}`,
    ),
  ]),
  wrap('apple-double-as-a-file', [BODY, file(`._${FILE}`, APPLE_DOUBLE), docx()]),
  wrap('apple-double-alone', [BODY, file(`._${FILE}`, APPLE_DOUBLE)], returned(['file.missing'], { documents: [] })),
  wrap('business-card', [BODY, docx(), file('张三.vcf', Buffer.from('BEGIN:VCARD'), 'text/vcard')]),
  wrap(
    'logos-alone',
    [BODY, ...['image001.png', 'Outlook-k3x1.png', 'logo.gif', '签名.jpg'].map(name => file(name, PNG, 'image/png'))],
    returned(['file.missing'], { documents: [] }),
  ),
  wrap('picture-in-the-body', [
    part('Content-Type: text/html; charset=utf-8', '<p>请查收</p><img src="cid:s1@qq">'),
    part(
      'Content-Type: image/png; name="A3F1.png"\nContent-ID: <s1@qq>\nContent-Transfer-Encoding: base64',
      base64Body(PNG),
    ),
    docx(),
  ]),
  wrap(
    'picture-that-nobody-shows',
    [BODY, docx(), file('获奖证书.png', PNG, 'image/png')],
    accepted({ documents: [read(FILE), skipped('获奖证书.png', 'image')] }),
  ),
]
