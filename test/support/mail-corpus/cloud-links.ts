import { base64Body, gbk, quotedPrintable, utf8 } from './encode.ts'
import { accepted, docx, type Fixture, FROM, fixture, mail, NAME, part, returned, skipped } from './fixture.ts'

const text = (words: string) =>
  part('Content-Type: text/plain; charset="gb18030"\nContent-Transfer-Encoding: base64', base64Body(gbk(words)))
const html = (words: string) =>
  part(
    'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable',
    quotedPrintable(utf8(words)).replace(/.{60}[^=]{3}/g, '$&=\n'),
  )

const LINKED = returned(['file.link'], {
  from: FROM,
  subject: NAME,
  naming: { subject: 'exact', file: 'wrong' },
  documents: [],
})

const link = (name: string, address: string, words = '申报书见附件。'): Fixture =>
  fixture(
    `ordinary/cloud-${name}`,
    mail({ parts: [text(words), html(`<p>${words}</p><a href="https://${address}">党建工作样板支部申报书.docx</a>`)] }),
    LINKED,
  )

/** Only a link came: a file is asked for, the link is never followed. */
export const cloudLinks: readonly Fixture[] = [
  link('qq', 'mail.qq.com/cgi-bin/ftnExs_download?k=0a1b&t=exs_ftn_download&code=x'),
  link('wx-qq', 'wx.mail.qq.com/ftn/download?func=3&key=0a1b&code=x'),
  link('exmail', 'exmail.qq.com/cgi-bin/ftnExs_download?k=0a1b&code=x'),
  link('163', 'mail.163.com/large-attachment-download/index.html?p=X-NETEASE-HUGE-ATTACHMENT&file=x'),
  link('126', 'mail.126.com/large-attachment-download/index.html?file=x'),
  link('dashi', 'dashi.163.com/html/cloud-attachment-download/?key=0a1b'),
  link('netease-enterprise', 'edisk.qiye.163.com/api/biz/attachment/download?identity=0a1b'),
  link('generic', 'disk.example.com/s/0a1b', '从邮箱发来的超大附件（80.96M，2026年8月17日 0:49 到期）'),
  fixture(
    'ordinary/cloud-plain-text-only',
    mail({
      parts: [text('云附件：申报书.docx(1.2M, 2024年6月18日 16:00 到期)\n下载：https://disk.example.com/s/0a1b')],
    }),
    LINKED,
  ),
  fixture(
    'ordinary/cloud-beside-form',
    mail({ parts: [text('另有视频见云附件 https://disk.example.com/s/0a1b'), docx()] }),
    accepted(),
  ),
  fixture(
    'ordinary/cloud-words-far-from-a-link',
    mail({
      parts: [text(`申报书材料没有大附件。${'支部工作情况良好。'.repeat(60)}学院网站 https://me.example.edu.cn/`)],
    }),
    { ...LINKED, problems: ['file.missing'] },
  ),
  fixture(
    'ordinary/cloud-beside-text-file',
    mail({
      parts: [
        html('<p>超大附件</p><a href="https://mail.qq.com/cgi-bin/ftnExs_download?k=0a1b">申报书.docx</a>'),
        docx({
          disposition: 'attachment; filename="readme.txt"',
          type: 'text/plain',
          bytes: Buffer.from('see the link\n'),
        }),
      ],
    }),
    { ...LINKED, documents: [skipped('readme.txt', 'txt')] },
  ),
]
