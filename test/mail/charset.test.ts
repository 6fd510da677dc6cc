import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../src/mail/charset.ts'
import { decodeHz } from '../../src/mail/hz.ts'
import { undoMojibake } from '../../src/mail/mojibake.ts'
import { anyCharacter } from '../support/any-text.ts'
import { hz, misread } from '../support/mail-corpus/encode.ts'
import { BRANCH, NAME, TITLE } from '../support/mail-corpus/fixture.ts'

const LABELS = [
  'utf-8',
  'gb2312',
  'GBK',
  'gb18030',
  'iso-8859-1',
  'windows-1252',
  'us-ascii',
  'unknown-8bit',
  'x-none-such',
  '',
  null,
]
const encode = (text: string, charset: string): Buffer => iconv.encode(text, charset)

/** The characters of GB 2312, the everyday ones and the less common. */
const han = (from: number, to: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 0xa1, max: 0xf9 }))
    .map(([row, cell]) => new TextDecoder('gbk').decode(Uint8Array.of(row, cell)))
const everyday = han(0xb0, 0xd6)
const any = han(0xb0, 0xf6)
const textOf = (character: fc.Arbitrary<string>, minLength: number) =>
  fc.array(character, { minLength, maxLength: 30 }).map(characters => characters.join(''))
const label = fc.constantFrom(...LABELS)

describe('the bytes of a text', () => {
  it('never throw, whatever they are and are said to be', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string({ maxLength: 20 })), (bytes, anyLabel) => {
        expect(typeof decodeBytes(bytes, anyLabel)).toBe('string')
      }),
    )
  })

  it('come back from UTF-8 under any label', () => {
    fc.assert(
      fc.property(textOf(any, 4), label, (text, wrong) => {
        expect(decodeBytes(encode(text, 'utf-8'), wrong)).toBe(text)
      }),
    )
  })

  it('come back from GBK and GB18030 under any label', () => {
    fc.assert(
      fc.property(textOf(everyday, 6), label, fc.constantFrom('gbk', 'gb18030'), (text, wrong, charset) => {
        expect(decodeBytes(encode(text, charset), wrong)).toBe(text)
      }),
    )
  })

  it('come back from GBK under a Chinese label, however short they are', () => {
    fc.assert(
      fc.property(textOf(any, 1), fc.constantFrom('gb2312', 'gbk', 'GB18030', 'x-gbk', 'cp936'), (text, right) => {
        expect(decodeBytes(encode(text, 'gbk'), right)).toBe(text)
      }),
    )
  })

  it('come back from HZ with and without its label', () => {
    fc.assert(
      fc.property(textOf(any, 1), fc.constantFrom('hz-gb-2312', 'us-ascii', null), (text, said) => {
        expect(decodeBytes(Buffer.from(hz(`a ${text} b`)), said)).toBe(`a ${text} b`)
      }),
    )
  })

  it.each([
    ['four bytes under gb2312', encode(`${NAME}㐀𠮷`, 'gb18030'), 'gb2312', `${NAME}㐀𠮷`],
    ['Big5 with its label', encode('黨建工作樣板支部', 'big5'), 'big5', '黨建工作樣板支部'],
    ['Latin-1 with its label', encode('Jürgen Müller', 'latin1'), 'iso-8859-1', 'Jürgen Müller'],
    ['Latin-1 without a label', encode('Jürgen Müller', 'latin1'), 'windows-1252', 'Jürgen Müller'],
    ['Shift_JIS with its label', encode('申請書について', 'shift_jis'), 'shift_jis', '申請書について'],
    ['KOI8-R with its label', encode('Заявление', 'koi8-r'), 'koi8-r', 'Заявление'],
    ['UTF-16 with its label', encode(NAME, 'utf-16le'), 'utf-16le', NAME],
    ['UTF-7 with its label', encode(NAME, 'utf-7'), 'utf-7', NAME],
    ['two characters of raw GBK that are UTF-8 by chance', encode('通知', 'gbk'), null, '通知'],
    ['a label in quotes', encode(NAME, 'gbk'), '"GB2312"', NAME],
    [
      'UTF-8 that was cut inside its last character',
      encode(NAME, 'utf-8').subarray(0, -1),
      null,
      `${NAME.slice(0, -1)}\ufffd`,
    ],
    ['U+FFFD itself', encode('党建\ufffd\ufffd', 'utf-8'), 'utf-8', '党建\ufffd\ufffd'],
    ['ASCII under any label', Buffer.from('form.docx'), 'gb2312', 'form.docx'],
    ['ISO-2022-CN', Buffer.from("\x1b$)A\x0e53V'2?\x0f-1"), 'iso-2022-cn', '党支部-1'],
    ['a tilde that is no HZ', Buffer.from('~{ and ~}'), null, '~{ and ~}'],
    ['nothing', Buffer.alloc(0), 'gbk', ''],
  ])('are read rightly: %s', (_, bytes, said, text) => expect(decodeBytes(bytes, said)).toBe(text))

  it('have escapes of HZ decoded, also where a line ends before they are closed', () => {
    expect(decodeHz(hz(NAME).replace(/~\}$/, ''))).toBe(NAME)
    expect(decodeHz('a~~b')).toBe('a~b')
  })
})

describe('text that was misread before it was encoded', () => {
  it.each([
    ['GBK as Latin-1', misread(NAME, 'gbk', 'latin1'), NAME],
    ['UTF-8 as Latin-1', misread(NAME, 'utf-8', 'latin1'), NAME],
    [
      'UTF-8 as Windows-1252',
      misread('机械工程学院', 'utf-8', 'windows-1252').replace('\ufffd', '\u0090'),
      '机械工程学院',
    ],
    ['UTF-8 as GBK', misread('机械工程学院', 'utf-8', 'gb18030'), '机械工程学院'],
    ['behind a prefix', `回复: ${misread(NAME, 'gbk', 'latin1')}`, `回复: ${NAME}`],
    ['twice', misread(misread(TITLE, 'utf-8', 'latin1'), 'utf-8', 'latin1'), TITLE],
  ])('comes back: %s', (_, garbled, text) => expect(undoMojibake(garbled)).toBe(text))

  it('leaves alone what reads well', () => {
    fc.assert(
      fc.property(textOf(any, 1), text => {
        expect(undoMojibake(text)).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), text => {
        expect(typeof undoMojibake(text)).toBe('string')
      }),
    )
    for (const text of [
      `${NAME}-李㐀`,
      'Jürgen Müller — “Café”',
      BRANCH,
      '昺喆赟翀',
      '𠮷野家',
      '№1 «申报书»',
      '机械工程学院××党支部',
    ])
      expect(undoMojibake(text)).toBe(text)
  })
})
