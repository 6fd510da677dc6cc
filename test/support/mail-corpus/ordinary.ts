import { scannedPdf } from '../../documents/make-pdf.ts'
import { base64Body, gbk, percent, quotedPrintable, utf8, wordB, wordQ, wordsB } from './encode.ts'
import {
  accepted,
  BODY,
  BRANCH,
  docx,
  FILE,
  type Fixture,
  FORM,
  FROM,
  file,
  fixture,
  held,
  ignored,
  mail,
  NAME,
  opened,
  part,
  read,
  returned,
  skipped,
  TITLE,
  unreadable,
} from './fixture.ts'
import { tinyBlank, tinyForm, type ZipFile, zipOf } from './tiny-form.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PDF = `${NAME}.pdf`
const ZIP = `${NAME}.zip`
const text = (words: string) =>
  part('Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: base64', base64Body(utf8(words)))

const unpacked = accepted({ documents: [opened(ZIP), read(FILE)] })

const zipped = (name: string, expected: Fixture['expected'], ...files: readonly ZipFile[]): Fixture =>
  fixture(`ordinary/zip-${name}`, mail({ parts: [BODY, file(ZIP, zipOf(...files), 'application/zip')] }), expected)

const RAR = Buffer.from('Rar!\x1a\x07\x01\x00 not for us to open', 'latin1')
const SEVEN = Buffer.from('7z\xbc\xaf\x27\x1c\x00\x04 not for us to open', 'latin1')
const NAMED = { subject: 'exact', file: 'exact' } as const

/** What clients write and people send on an ordinary day. */
export const ordinary: readonly Fixture[] = [
  fixture(
    'ordinary/foxmail',
    mail({
      subject: wordsB('GB2312', gbk(NAME), 30),
      headers: ['X-Mailer: Foxmail 7.2.25.228[cn]', 'X-Priority: 3'],
      parts: [
        part(
          'Content-Type: text/plain;\n\tcharset="GB2312"\nContent-Transfer-Encoding: base64',
          base64Body(gbk('见附件')),
        ),
        docx({
          type: `application/octet-stream;\n\tname="${wordB('GB2312', gbk(FILE))}"`,
          disposition: `attachment;\n\tfilename="${wordB('GB2312', gbk(FILE))}"`,
        }),
      ],
    }),
    accepted(),
  ),
  fixture(
    'ordinary/outlook',
    mail({
      subject: wordsB('utf-8', utf8(NAME), 42),
      headers: ['Thread-Index: AdqpX', 'Content-Language: zh-CN', 'X-MS-Has-Attach: yes'],
      parts: [
        BODY,
        docx({
          type: `${WORD};\n\tname="${wordB('utf-8', utf8(FILE))}"`,
          disposition: `attachment;\n\tfilename*=utf-8''${percent(utf8(FILE))};\n\tsize=4000`,
        }),
      ],
    }),
    accepted(),
  ),
  fixture(
    'ordinary/qq-webmail',
    mail({
      subject: wordB('gb18030', gbk(NAME)),
      headers: ['X-QQ-mid: webmail1716105598t1', 'X-Mailer: QQMail 2.x'],
      parts: [
        part(
          'Content-Type: text/html;\n\tcharset="gb18030"\nContent-Transfer-Encoding: base64',
          base64Body(gbk('<div>见附件</div>')),
        ),
        docx({
          type: `application/octet-stream;\n\tcharset="gb18030";\n\tname="${wordB('gb18030', gbk(FILE))}"`,
          disposition: `attachment; filename="${wordB('gb18030', gbk(FILE))}"`,
        }),
      ],
    }),
    accepted(),
  ),
  fixture(
    'ordinary/netease-163',
    mail({
      subject: wordQ('GBK', gbk(NAME)),
      headers: ['X-Mailer: Coremail Webmail Server Version XT5.0.14'],
      parts: [BODY, docx({ type: `${WORD}; name="${wordB('GBK', gbk(FILE))}"` })],
    }),
    accepted(),
  ),
  fixture(
    'ordinary/iphone',
    mail({
      headers: ['X-Mailer: iPhone Mail (21E236)'],
      parts: [
        part(
          'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable',
          quotedPrintable(utf8('发自我的iPhone')),
        ),
        docx({
          type: `${WORD};\n\tname="${wordB('utf-8', utf8(FILE))}";\n\tx-apple-part-url=1`,
          disposition: `inline;\n\tfilename*=utf-8''${percent(utf8(FILE))}`,
        }),
        part('Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 7bit', '\n'),
      ],
    }),
    accepted(),
  ),
  fixture(
    'ordinary/reply-prefix',
    mail({ subject: wordB('utf-8', utf8(`Re: ${NAME}`)) }),
    accepted({ subject: `Re: ${NAME}`, naming: { subject: 'cosmetic', file: 'exact' } }),
  ),
  fixture(
    'ordinary/copy-mark',
    mail({ parts: [BODY, file(`${NAME}(1).docx`, FORM)] }),
    accepted({ naming: { subject: 'exact', file: 'cosmetic' }, documents: [read(`${NAME}(1).docx`)] }),
  ),
  fixture(
    'ordinary/upper-case-extension',
    mail({ parts: [BODY, file(`${NAME}.DOCX`, FORM)] }),
    accepted({ naming: { subject: 'exact', file: 'cosmetic' }, documents: [read(`${NAME}.DOCX`)] }),
  ),
  fixture(
    'ordinary/late',
    mail().replace('Sun, 19 May 2024 16:00:00', 'Mon, 20 May 2024 10:00:01'),
    accepted({ outcome: 'rejected', problems: ['deadline.missed'] }),
  ),
  fixture(
    'ordinary/at-the-instant',
    mail().replace('Sun, 19 May 2024 16:00:00', 'Mon, 20 May 2024 10:00:00'),
    accepted(),
  ),
  fixture(
    'ordinary/without-received',
    mail().replace(/^Received:[\s\S]*?\nDate:/, 'Date:'),
    accepted({ outcome: 'held', problems: ['deadline.uncertain'] }),
  ),
  fixture(
    'ordinary/wrong-title',
    mail({ subject: wordB('utf-8', utf8(`样板支部申报材料-${BRANCH}`)) }),
    returned(['subject.pattern'], { naming: { subject: 'wrong', file: 'exact' } }),
  ),
  fixture(
    'ordinary/placeholder',
    mail({ subject: wordB('utf-8', utf8(`${TITLE}XX党支部`)) }),
    returned(['subject.placeholder'], { branch: { name: BRANCH } }),
  ),
  fixture('ordinary/no-subject', mail({ subject: null }), returned(['subject.missing'], { subject: null })),
  fixture('ordinary/empty-subject', mail({ subject: '' }), returned(['subject.missing'], { subject: '' })),
  fixture(
    'ordinary/no-file',
    mail({ parts: [BODY] }),
    returned(['file.missing'], { naming: { subject: 'exact', file: 'wrong' }, documents: [] }),
  ),
  fixture(
    'ordinary/blank-template',
    mail({ parts: [BODY, file(FILE, tinyBlank())] }),
    returned(['form.blank'], { naming: NAMED }),
  ),
  fixture(
    'ordinary/two-different-forms',
    mail({ parts: [BODY, file(FILE, FORM), file(`${NAME}2.docx`, tinyForm(BRANCH, '7'))] }),
    returned(['file.several']),
  ),
  fixture(
    'ordinary/scanned-pdf',
    mail({ parts: [BODY, file(PDF, scannedPdf(), 'application/pdf')] }),
    held(['file.unreadable'], { naming: NAMED, documents: [unreadable(PDF, 'scanned', 'pdf')] }),
  ),
  fixture(
    'ordinary/form-and-scan',
    mail({ parts: [BODY, docx(), file(PDF, scannedPdf(), 'application/pdf')] }),
    accepted({ documents: [read(FILE), unreadable(PDF, 'scanned', 'pdf')] }),
  ),
  fixture(
    'ordinary/rar',
    mail({ parts: [BODY, file(`${NAME}.rar`, RAR)] }),
    returned(['file.format'], { documents: [skipped(`${NAME}.rar`, 'rar')] }),
  ),
  fixture(
    'ordinary/seven-zip',
    mail({ parts: [BODY, file(`${NAME}.7z`, SEVEN)] }),
    returned(['file.format'], { documents: [skipped(`${NAME}.7z`, '7z')] }),
  ),
  fixture(
    'ordinary/photo',
    mail({ parts: [BODY, file(`${NAME}.jpg`, Buffer.from('\xff\xd8\xff\xe0 photo', 'latin1'), 'image/jpeg')] }),
    returned(['file.format'], { documents: [skipped(`${NAME}.jpg`, 'image')] }),
  ),
  fixture(
    'ordinary/empty-file',
    mail({ parts: [BODY, file(FILE, Buffer.alloc(0))] }),
    held(['file.unreadable'], { documents: [unreadable(FILE, 'corrupt')] }),
  ),
  zipped('utf-8-names', unpacked, { name: utf8(FILE), bytes: FORM, flags: 0x800 }),
  zipped('gbk-names', unpacked, { name: gbk(FILE), bytes: FORM }),
  zipped('gbk-names-in-folder', unpacked, { name: gbk(`申报材料/${FILE}`), bytes: FORM }),
  zipped(
    'with-litter',
    unpacked,
    { name: utf8(`__MACOSX/._${FILE}`), bytes: Buffer.from('x') },
    { name: '.DS_Store', bytes: Buffer.from('x') },
    { name: 'Thumbs.db', bytes: Buffer.from('x') },
    { name: gbk(`~$${FILE}`), bytes: Buffer.from('x') },
    { name: gbk(FILE), bytes: FORM },
  ),
  zipped('with-path-outside', unpacked, { name: utf8(`../../${FILE}`), bytes: FORM }),
  // A mail is taken apart where it came as a part; packed, a person opens it.
  zipped(
    'with-mail',
    held(['file.unreadable'], { documents: [opened(ZIP), unreadable('申报书.eml', 'undecodable', 'html')] }),
    {
      name: utf8('申报书.eml'),
      bytes: Buffer.from(`MIME-Version: 1.0\nSubject: ${wordB('utf-8', utf8(NAME))}\n\n`),
    },
  ),
  zipped('encrypted', held(['file.unreadable'], { documents: [unreadable(ZIP, 'encrypted', 'zip')] }), {
    name: gbk(FILE),
    bytes: FORM,
    flags: 1,
  }),
  fixture(
    'ordinary/notice',
    mail({
      subject: wordB('utf-8', utf8('关于做好党建工作样板支部培育创建经验交流的通知')),
      parts: [text('各学院党委：\n现将有关事项通知如下。')],
    }),
    ignored('unrelated'),
  ),
  fixture(
    'ordinary/notice-with-template',
    mail({
      subject: wordB('utf-8', utf8('关于遴选党建工作样板支部推荐对象的通知')),
      parts: [text('各党支部：\n请填写附件。'), file('附件2：申报书.docx', tinyBlank())],
    }),
    ignored('unrelated'),
  ),
  fixture(
    'ordinary/question',
    mail({
      subject: wordB('utf-8', utf8('请问样板支部申报书什么时候截止？')),
      parts: [text('老师您好，请问什么时候截止？')],
    }),
    ignored('inquiry'),
  ),
  fixture(
    'ordinary/question-with-template',
    mail({
      subject: wordB('utf-8', utf8('请问这个样板支部申报书怎么填？')),
      parts: [text('老师您好，请问第三栏怎么填？'), file('申报书.docx', tinyBlank())],
    }),
    ignored('inquiry'),
  ),
  fixture(
    'ordinary/lunch',
    mail({ subject: wordB('utf-8', utf8('中午一起吃饭吗')), parts: [text('食堂见。')] }),
    ignored('unrelated'),
  ),
  fixture(
    'ordinary/form-under-another-subject',
    mail({ subject: wordB('utf-8', utf8('材料')) }),
    returned(['subject.pattern'], { from: FROM, subject: '材料' }),
  ),
]
