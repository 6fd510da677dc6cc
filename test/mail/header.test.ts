import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestName, fileNameOf } from '../../src/mail/file-name.ts'
import { rawValues, splitHeader } from '../../src/mail/header-fields.ts'
import { headerText } from '../../src/mail/header-text.ts'
import { parametersNamed, parseStructured } from '../../src/mail/parameters.ts'
import { gbk, percent, piecesOf, utf8, wordB, wordQ } from '../support/mail-corpus/encode.ts'
import { FILE, NAME } from '../support/mail-corpus/fixture.ts'

const split = (text: string) => splitHeader(Buffer.from(text, 'latin1'))
const anyBytes = fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes).toString('latin1'))
/** Pieces of headers in any order: what random bytes hit too seldom. */
const rubble = fc
  .array(
    fc.constantFrom(
      '=?',
      '?=',
      '?B?',
      '?q?',
      'utf-8',
      'gb2312',
      '*0*=',
      '*1=',
      "''",
      '"',
      ';',
      '\\',
      '=',
      '%E6',
      'filename',
      '\r\n ',
      '\r\n',
      ': ',
      gbk('党'),
      utf8('党'),
      '\0',
      '~{',
      '(',
      '<',
      '@',
    ),
    { maxLength: 40 },
  )
  .map(pieces => pieces.join(''))

describe('a header', () => {
  it('is split into unfolded fields, topmost first', () => {
    const { fields, bodyStart } = split('A: 1\r\n 2\r\nb :3\nA:4\r\n\r\nbody')
    expect(fields).toEqual([
      { name: 'a', raw: '1 2' },
      { name: 'b', raw: '3' },
      { name: 'a', raw: '4' },
    ])
    expect(bodyStart).toBe(22)
    expect(rawValues(fields, 'a')).toEqual(['1 2', '4'])
  })

  it.each([
    ['a boundary', 'A: 1\n--b\nX: y\n', 5],
    ['text behind which no field comes', 'A: 1\nhello there\nmore\n', 5],
    ['nothing at all', 'A: 1', 4],
  ])('ends, without an empty line, at %s', (_, text, end) => expect(split(text).bodyStart).toBe(end))

  it('keeps what its limits allow, and reads on behind it', () => {
    const { fields } = split(`${'X: y\n'.repeat(6000)}\nbody`)
    expect(fields).toHaveLength(5000)
    const [long] = split(`Subject: ${'a'.repeat(200_000)}\nFrom: b\n\n`).fields
    expect(long?.raw.length).toBeLessThanOrEqual(65_536)
    expect(rawValues(split(`X: ${'a'.repeat(200_000)}\nFrom: b\n\n`).fields, 'from')).toEqual(['b'])
  })

  it('never throws, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.oneof(anyBytes, rubble), text => {
        const { fields, bodyStart } = split(text)
        expect(bodyStart).toBeLessThanOrEqual(text.length)
        for (const { raw } of fields) {
          expect(typeof headerText(raw)).toBe('string')
          expect(Array.isArray(parseStructured(raw).parameters)).toBe(true)
        }
        expect(headerText(text)).not.toMatch(/[\0\r\n\x1b]/)
        expect(fileNameOf([{ name: 'content-disposition', raw: text }])).not.toMatch(/[\0\r\n/\\]/)
      }),
    )
  })
})

describe('encoded words', () => {
  const cut = (bytes: string, at: readonly number[]): readonly string[] =>
    [0, ...at].map((from, index) => bytes.slice(from, at[index] ?? bytes.length))

  it('come back wherever they were cut, in B and Q, from UTF-8 and GBK', () => {
    const places = fc
      .uniqueArray(fc.integer({ min: 1, max: 45 }), { maxLength: 6 })
      .map(at => [...at].sort((a, b) => a - b))
    fc.assert(
      fc.property(places, fc.boolean(), fc.boolean(), (at, inB, inGbk) => {
        const charset = inGbk ? 'gb18030' : 'utf-8'
        const words = cut(inGbk ? gbk(NAME) : utf8(NAME), at).map(piece => (inB ? wordB : wordQ)(charset, piece))
        expect(headerText(words.join('\r\n '))).toBe(NAME)
      }),
    )
  })

  it.each([
    ['Re: =?utf-8?B?5YWa?= end', 'Re: 党 end'],
    ['=?utf-8?Q?a_b?=  =?utf-8?Q?c?=', 'a bc'],
    ['=?utf-8?Q?a?b?=', 'a?b'],
    ['=?utf-8?x?abc?=', '=?utf-8?x?abc?='],
    ['=?utf-8?B??=', ''],
    ['no words = ? at all', 'no words = ? at all'],
  ])('%s', (raw, text) => expect(headerText(raw)).toBe(text))
})

describe('the parameters of a field', () => {
  const named = (raw: string, name: string) => parametersNamed(parseStructured(raw), name).map(one => one.raw)

  it.each([
    ['attachment; filename="a;b.docx"', ['a;b.docx']],
    ['attachment; filename=a b.docx ; size=3', ['a b.docx']],
    ['attachment; filename="a \\"b\\".docx"', ['a "b".docx']],
    ['attachment; filename="C:\\dir\\a.docx"', ['C:\\dir\\a.docx']],
    ['attachment; filename="a.docx', ['a.docx']],
    ['attachment; FileName = "a.docx" (comment)', ['a.docx']],
    ['attachment; filename=a; filename=b', ['a', 'b']],
    [`attachment; filename="${'\xd5\\'}"; x=y`, ['\xd5\\']],
    ['attachment', []],
    ['', []],
  ])('%s', (raw, values) => expect(named(raw, 'filename')).toEqual(values))

  it('come back from RFC 2231 however they were cut and shuffled', () => {
    const sizes = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 20 }), (size, turn) => {
        const pieces = piecesOf(percent(utf8(FILE)), size).map(
          (piece, at) => `filename*${at}*=${at === 0 ? "utf-8''" : ''}${piece}`,
        )
        const shuffled = [...pieces.slice(turn % pieces.length), ...pieces.slice(0, turn % pieces.length)]
        expect(fileNameOf([{ name: 'content-disposition', raw: `attachment; ${shuffled.join('; ')}` }])).toBe(FILE)
      }),
    )
  })
})

describe('of several names of a file', () => {
  it.each([
    [['????????.docx', FILE], FILE],
    [[FILE, '????????.docx'], FILE],
    [['_____.docx', 'form.docx'], 'form.docx'],
    [['form.docx', FILE], FILE],
    [['tcmime.1388.bin', 'form.docx'], 'form.docx'],
    [['党建\ufffd.docx', 'form.docx'], 'form.docx'],
    [['', 'winmail.dat'], 'winmail.dat'],
    [['a.docx', 'b.docx'], 'a.docx'],
    [[], ''],
  ])('%j gives %s', (candidates, best) => expect(bestName(candidates)).toBe(best))
})
