import { base64, bytesIn, gbk, hz, misread, quotedPrintable, utf8, wordB, wordQ, wordsB } from './encode.ts'
import { accepted, BODY, type Fixture, file, fixture, mail, NAME, read, TITLE } from './fixture.ts'
import { tinyForm } from './tiny-form.ts'

/** The right subject, however its bytes were written. */
const right = (name: string, subject: string): Fixture =>
  fixture(`encodings/subject-${name}`, mail({ subject }), accepted())

/** A right subject with somebody's name behind it, for characters that no branch has. */
const cosmetic = (name: string, raw: string, subject: string): Fixture =>
  fixture(
    `encodings/subject-${name}`,
    mail({ subject: raw }),
    accepted({ subject, naming: { subject: 'cosmetic', file: 'exact' } }),
  )

/** Lost on the way: nobody's fault, and nothing is judged by it. */
const lost = (name: string, raw: string, subject: string): Fixture => cosmetic(`lost-${name}`, raw, subject)

const FOUR_BYTES = `${NAME}-李㐀`
const BEYOND_GB2312 = `${NAME}-朱镕喆`
/** A name whose bytes in UTF-8 all are characters in GBK too: most lose some. */
const SECOND = '教工第二党支部'
const EVEN = `${TITLE.replace('-', '')}${SECOND}`
const SPACED = NAME.replace('-', ' - ')

export const subjects: readonly Fixture[] = [
  right('utf-8-b', wordB('utf-8', utf8(NAME))),
  right('utf-8-q', wordQ('UTF-8', utf8(NAME))),
  right('gb2312-b', wordB('gb2312', gbk(NAME))),
  right('gbk-q', wordQ('GBK', gbk(NAME))),
  right('gb18030-b', wordB('gb18030', gbk(NAME))),
  right('cut-inside-characters', wordsB('utf-8', utf8(NAME), 10)),
  right('gbk-cut-inside-characters', wordsB('gbk', gbk(NAME), 7)),
  right('mixed-labels', `${wordB('gb2312', gbk(NAME.slice(0, 11)))}\n ${wordB('utf-8', utf8(NAME.slice(11)))}`),
  right('words-without-space', `${wordB('utf-8', utf8(NAME.slice(0, 11)))}${wordB('utf-8', utf8(NAME.slice(11)))}`),
  right('raw-gbk', gbk(NAME)),
  right('raw-utf-8', utf8(NAME)),
  right('raw-and-word', `${gbk(NAME.slice(0, 11))}${wordB('utf-8', utf8(NAME.slice(11)))}`),
  right('utf-8-label-on-gbk', wordB('utf-8', gbk(NAME))),
  right('gb2312-label-on-utf-8', wordB('gb2312', utf8(NAME))),
  right('gbk-label-on-utf-8', wordQ('GBK', utf8(NAME))),
  right('iso-8859-1-label-on-gbk', wordB('iso-8859-1', gbk(NAME))),
  right('windows-1252-label-on-utf-8', wordQ('windows-1252', utf8(NAME))),
  right('unknown-8bit-label-on-gbk', wordB('unknown-8bit', gbk(NAME))),
  right('us-ascii-label-on-gbk', wordQ('us-ascii', gbk(NAME))),
  right('label-nobody-knows', wordB('x-foxmail-chinese', gbk(NAME))),
  right('label-with-language', wordB('utf-8*zh', utf8(NAME))),
  right('x-gbk-label', wordB('x-gbk', gbk(NAME))),
  right('cp936-label', wordB('cp936', gbk(NAME))),
  right('hz', wordB('hz-gb-2312', hz(NAME))),
  right('hz-raw', hz(NAME)),
  right('utf-7', wordB('utf-7', bytesIn('utf-7', NAME))),
  right('utf-16', wordB('utf-16be', bytesIn('utf-16be', NAME))),
  right('in-quotes', `"${wordB('utf-8', utf8(NAME))}"`),
  right('encoded-twice', wordB('utf-8', wordB('gb2312', gbk(NAME)))),
  right('encoded-twice-in-quotes', wordQ('utf-8', `"${wordB('utf-8', utf8(NAME))}"`)),
  right('gbk-read-as-latin-1', wordB('utf-8', utf8(misread(NAME, 'gbk', 'latin1')))),
  right('utf-8-read-as-windows-1252', wordB('utf-8', utf8(misread(NAME, 'utf-8', 'latin1')))),
  right('word-without-its-end', `=?utf-8?B?${base64(utf8(NAME))}`),
  right('word-folded-in-the-middle', wordB('utf-8', utf8(NAME)).replace(/^(.{40})/, '$1\n ')),
  right('word-without-padding', wordB('utf-8', utf8(NAME)).replace(/=*\?=$/, '?=')),
  cosmetic('four-bytes-under-gb2312', wordB('gb2312', gbk(FOUR_BYTES)), FOUR_BYTES),
  cosmetic('four-bytes-raw', gbk(FOUR_BYTES), FOUR_BYTES),
  cosmetic('beyond-gb2312-under-gb2312', wordB('gb2312', gbk(BEYOND_GB2312)), BEYOND_GB2312),
  cosmetic(
    'reply-prefix-and-mojibake',
    wordB('utf-8', utf8(`回复: ${misread(NAME, 'gbk', 'latin1')}`)),
    `回复: ${NAME}`,
  ),
  fixture(
    'encodings/subject-utf-8-read-as-gbk',
    mail({
      subject: wordB('utf-8', utf8(misread(EVEN, 'utf-8', 'gb18030'))),
      parts: [BODY, file(`${TITLE}${SECOND}.docx`, tinyForm(SECOND))],
    }),
    accepted({
      subject: EVEN,
      branch: { name: SECOND },
      naming: { subject: 'cosmetic', file: 'exact' },
      documents: [read(`${TITLE}${SECOND}.docx`)],
    }),
  ),
  cosmetic(
    'raw-gbk-folded',
    `${gbk(NAME.slice(0, 11))}\n ${gbk(NAME.slice(11))}`,
    `${NAME.slice(0, 11)} ${NAME.slice(11)}`,
  ),
  cosmetic('q-word-with-spaces', `=?utf-8?Q?${quotedPrintable(utf8(SPACED))}?=`, SPACED),
  lost('utf-8-read-as-gbk', wordB('utf-8', utf8(misread(NAME, 'utf-8', 'gb18030'))), misread(NAME, 'utf-8', 'gb18030')),
  lost('question-marks', '????????????-??????????????', '????????????-??????????????'),
  lost('and-read-as-gbk', wordB('utf-8', utf8('党建锟斤拷锟斤拷锟斤拷')), '党建锟斤拷锟斤拷锟斤拷'),
  lost('underscores', '______________', '______________'),
  lost('replaced', wordB('utf-8', utf8('党建��������������')), '党建��������������'),
]
