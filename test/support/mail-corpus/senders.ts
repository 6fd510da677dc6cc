import { gbk, quotedPrintable, utf8, wordB } from './encode.ts'
import { accepted, BODY, docx, type Fixture, FROM, fixture, held, ignored, mail, part } from './fixture.ts'

const from = (name: string, written: string): Fixture =>
  fixture(`encodings/from-${name}`, mail({ from: written }), accepted())

const authenticated = (name: string, expected: Fixture['expected'], ...results: readonly string[]): Fixture =>
  fixture(
    `ordinary/authentication-${name}`,
    mail({ headers: results.map(result => `Authentication-Results: ${result}`) }),
    expected,
  )

const UNAUTHENTICATED = held(['sender.unauthenticated'], { naming: { subject: 'exact', file: 'exact' } })

const asking = (name: string, contentType: string, bytes: string): Fixture =>
  fixture(
    `encodings/body-${name}`,
    mail({
      subject: wordB('utf-8', utf8('样板支部')),
      parts: [
        part(`Content-Type: ${contentType}\nContent-Transfer-Encoding: quoted-printable`, quotedPrintable(bytes)),
      ],
    }),
    ignored('inquiry'),
  )

const QUESTION = '老师您好，请问样板支部申报书的党员人数是否包含预备党员？'

/** Names of senders, what our own server says of them, and the charsets of bodies. */
export const senders: readonly Fixture[] = [
  from('raw-gbk', `${gbk('张三')} <${FROM}>`),
  from('raw-gbk-in-quotes', `"${gbk('张三')}" <${FROM}>`),
  from('word-in-quotes', `"${wordB('gb2312', gbk('张三'))}" <${FROM}>`),
  from('utf-8-label-on-gbk', `${wordB('utf-8', gbk('张三'))} <${FROM}>`),
  from('comma-in-word', `${wordB('utf-8', utf8('机械学院, 张三 <教工第一党支部>'))} <${FROM}>`),
  from('address-in-name', `"jxdw@dlut.edu.cn" <${FROM}>`),
  from('name-behind', `${FROM} (${wordB('gbk', gbk('张三'))})`),
  from('address-alone', FROM),
  authenticated(
    'pass',
    accepted(),
    `mail.dlut.edu.cn; spf=pass smtp.mailfrom=${FROM}; dmarc=pass header.from=dlut.edu.cn`,
  ),
  authenticated('dmarc-fails', UNAUTHENTICATED, 'mail.dlut.edu.cn; dmarc=fail header.from=dlut.edu.cn'),
  authenticated(
    'spf-and-dkim-fail',
    UNAUTHENTICATED,
    'mail.dlut.edu.cn; spf=fail smtp.mailfrom=dlut.edu.cn; dkim=fail header.d=dlut.edu.cn',
  ),
  authenticated('of-another-server', accepted(), 'mx.example.com; dmarc=fail header.from=dlut.edu.cn'),
  authenticated(
    'forged-below-ours',
    UNAUTHENTICATED,
    'mail.dlut.edu.cn; dmarc=fail header.from=dlut.edu.cn',
    'mail.dlut.edu.cn; dmarc=pass header.from=dlut.edu.cn',
  ),
  authenticated('softfail', accepted(), `mail.dlut.edu.cn; spf=softfail smtp.mailfrom=${FROM}; dkim=none`),
  asking('gbk-labelled-utf-8', 'text/plain; charset=utf-8', gbk(QUESTION)),
  asking('utf-8-labelled-gb2312', 'text/plain; charset=gb2312', utf8(QUESTION)),
  asking('gbk-without-label', 'text/plain', gbk(QUESTION)),
  asking(
    'html-gbk-labelled-iso-8859-1',
    'text/html; charset=iso-8859-1',
    gbk(`<html><body><p>${QUESTION}</p></body></html>`),
  ),
  fixture(
    'encodings/body-nobody-knows',
    mail({ parts: [part('Content-Type: text/plain; charset=x-none-such', '\xff\xfe\xfd'), docx()] }),
    accepted(),
  ),
  fixture(
    'encodings/body-raw-gbk',
    mail({ parts: [part('Content-Type: text/plain', gbk('申报书见附件')), docx()] }),
    accepted(),
  ),
  fixture(
    'encodings/body-utf-8-bom',
    mail({ parts: [part('Content-Type: text/plain; charset=utf-8', utf8('\ufeff附件')), docx()] }),
    accepted(),
  ),
  fixture(
    'encodings/everything-raw-gbk',
    mail({
      from: `${gbk('张三')} <${FROM}>`,
      subject: gbk(accepted().subject ?? ''),
      parts: [
        BODY,
        docx({ disposition: `attachment; filename=${gbk('党建工作样板支部申报书-机械工程学院教工第一党支部.docx')}` }),
      ],
    }),
    accepted(),
  ),
]
