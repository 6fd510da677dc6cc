import { scannedPdf } from '../../documents/make-pdf.ts'
import { gbk, misread, percent, piecesOf, utf8, wordB, wordQ, wordsB } from './encode.ts'
import {
  accepted,
  BODY,
  BRANCH,
  docx,
  FILE,
  type Fixture,
  fixture,
  held,
  ignored,
  mail,
  NAME,
  oddFile,
  part,
  read,
  unreadable,
} from './fixture.ts'

type Written = Parameters<typeof docx>[0]

const named = (name: string, written: Written): Fixture =>
  fixture(`encodings/file-${name}`, mail({ parts: [BODY, docx(written)] }), accepted())

/** The right name in Content-Disposition alone. */
const right = (name: string, filename: string): Fixture => named(name, { disposition: `attachment; ${filename}` })

const odd = (name: string, expectedName: string, written: Written): Fixture =>
  fixture(`encodings/file-${name}`, mail({ parts: [BODY, docx(written)] }), oddFile(expectedName))

const percented = piecesOf(percent(utf8(FILE)), 51)
const halves = [FILE.slice(0, 13), FILE.slice(13)] as const
const words = wordsB('utf-8', utf8(FILE), 30).replaceAll('\n ', ' ')

export const fileNames: readonly Fixture[] = [
  right('utf-8-b', `filename="${wordB('utf-8', utf8(FILE))}"`),
  right('gb2312-q', `filename="${wordQ('gb2312', gbk(FILE))}"`),
  right('word-without-quotes', `filename=${wordB('GBK', gbk(FILE))}`),
  right('raw-gbk', `filename="${gbk(FILE)}"`),
  right('raw-utf-8', `filename="${utf8(FILE)}"`),
  right('raw-gbk-without-quotes', `filename=${gbk(FILE)}`),
  right('raw-gbk-quote-never-closed', `filename="${gbk(FILE)}`),
  right('utf-8-label-on-gbk', `filename="${wordB('utf-8', gbk(FILE))}"`),
  right('gb2312-label-on-utf-8', `filename="${wordB('gb2312', utf8(FILE))}"`),
  right('iso-8859-1-label-on-gbk', `filename="${wordQ('iso-8859-1', gbk(FILE))}"`),
  right('rfc-2231', `filename*=UTF-8''${percent(utf8(FILE))}`),
  right('rfc-2231-gb2312', `filename*=gb2312'zh-cn'${percent(gbk(FILE))}`),
  right('rfc-2231-wrong-label', `filename*=utf-8''${percent(gbk(FILE))}`),
  right('rfc-2231-without-charset', `filename*=''${percent(gbk(FILE))}`),
  right(
    'rfc-2231-continued',
    percented.map((piece, index) => `filename*${index}*=${index === 0 ? "utf-8''" : ''}${piece}`).join(';\n '),
  ),
  right(
    'rfc-2231-in-any-order',
    percented
      .map((piece, index) => `filename*${index}*=${index === 0 ? "utf-8''" : ''}${piece}`)
      .reverse()
      .join(';\n '),
  ),
  right('rfc-2231-partly-plain', `filename*0*=utf-8''${percent(utf8(NAME))}; filename*1=".docx"`),
  right(
    'words-over-continuations',
    piecesOf(words, 47)
      .map((piece, index) => `filename*${index}="${piece}"`)
      .join(';\n '),
  ),
  right('word-inside-rfc-2231', `filename*=utf-8''${percent(wordB('gb2312', gbk(FILE)))}`),
  right('percent', `filename="${percent(utf8(FILE))}"`),
  right('percent-gbk', `filename="${percent(gbk(FILE))}"`),
  right('percent-twice', `filename="${percent(percent(utf8(FILE)))}"`),
  right('encoded-twice', `filename="${wordB('utf-8', wordB('gbk', gbk(FILE)))}"`),
  right('gbk-read-as-latin-1', `filename="${wordB('utf-8', utf8(misread(FILE, 'gbk', 'latin1')))}"`),
  right('with-folder', `filename="${gbk(`D:\\党建\\${FILE}`)}"`),
  named('name-only', { disposition: 'attachment', type: `application/msword; name="${gbk(FILE)}"` }),
  named('name-raw-filename-word', {
    disposition: `attachment; filename="${wordB('utf-8', gbk(FILE))}"`,
    type: `application/octet-stream; name="${gbk(FILE)}"`,
  }),
  named('question-marks-beside-good-name', {
    disposition: 'attachment; filename="????????????.docx"',
    type: `application/octet-stream; name="${wordB('gb18030', gbk(FILE))}"`,
  }),
  named('good-beside-question-marks', {
    disposition: `attachment; filename="${wordB('gb18030', gbk(FILE))}"`,
    type: 'application/octet-stream; name="????????????.docx"',
  }),
  named('underscores-beside-good-name', {
    disposition: 'attachment; filename="__________-____________.docx"',
    type: `application/octet-stream; name="${wordB('utf-8', utf8(FILE))}"`,
  }),
  named('tcmime-beside-good-name', {
    disposition: 'attachment; filename="tcmime.1388.bin"',
    type: `application/octet-stream; name="${wordB('gbk', gbk(FILE))}"`,
  }),
  named('plain-beside-rfc-2231', {
    disposition: `attachment; filename="_.docx"; filename*=utf-8''${percent(utf8(FILE))}`,
  }),
  named('ascii-beside-rfc-2231', {
    disposition: `attachment; filename="form.docx"; filename*=utf-8''${percent(utf8(FILE))}`,
  }),
  named('content-description', {
    disposition: `attachment\nContent-Description: ${wordB('utf-8', utf8(FILE))}`,
  }),
  odd('lost-question-marks', '????????????.docx', { disposition: 'attachment; filename="????????????.docx"' }),
  odd('lost-underscores', '_____.docx', { disposition: 'inline; filename="_____.docx"' }),
  odd('lost-tcmime', 'tcmime.1388.bin', { disposition: 'attachment; filename="tcmime.1388.bin"' }),
  odd('lost-att', 'ATT00001.bin', { disposition: 'attachment; filename="ATT00001.bin"' }),
  odd('lost-none', '', { disposition: 'attachment' }),
  odd('four-bytes', `${NAME}-李㐀.docx`, {
    disposition: `attachment; filename="${wordB('gb2312', gbk(`${NAME}-李㐀.docx`))}"`,
  }),
  fixture(
    'encodings/subject-and-file-lost-and-scanned',
    mail({
      subject: '????????-????',
      parts: [BODY, docx({ disposition: 'attachment; filename="????????.pdf"', bytes: scannedPdf() })],
    }),
    held(['file.unreadable'], {
      naming: { subject: 'cosmetic', file: 'cosmetic' },
      documents: [unreadable('????????.pdf', 'scanned', 'pdf')],
    }),
  ),
  fixture(
    'encodings/subject-lost-and-an-invoice',
    mail({
      subject: '????????-2024',
      parts: [
        part('Content-Type: text/plain', 'Dear customer, please find our invoice attached.'),
        docx({ disposition: 'attachment; filename="invoice 2024.pdf"', bytes: scannedPdf() }),
      ],
    }),
    ignored('unrelated'),
  ),
  fixture(
    'encodings/file-raw-gbk-halves',
    mail({
      parts: [
        BODY,
        docx({ disposition: `attachment; filename*0="${gbk(halves[0])}"; filename*1="${gbk(halves[1])}"` }),
      ],
    }),
    accepted({ branch: { name: BRANCH }, documents: [read(FILE)] }),
  ),
]
