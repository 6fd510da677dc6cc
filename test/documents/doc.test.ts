import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/core/document/document.ts'
import { readDoc } from '../../src/documents/doc/doc.ts'
import { type DocOptions, type DocRun, makeDoc } from './make-doc.ts'
import { makeOle } from './make-ole.ts'

const form = readFileSync(join(import.meta.dirname, '../fixtures/forms/mixed.doc'))
const FIRST = '党支部名称：金属材料教工党支部\r'

const textOf = async (bytes: Buffer): Promise<string> => plainText((await readDoc(bytes)).blocks)

/** What is read of these runs, behind a first line that makes the document legible. */
async function lines(runs: readonly DocRun[], options: DocOptions = {}): Promise<readonly string[]> {
  const text = await textOf(makeDoc([{ text: FIRST }, ...runs, { text: '\r' }], options))
  return text.split('\n').slice(1)
}

/** A record of the stream Data: a head of 68 bytes, then a check box (MS-DOC §2.9.78). */
function checkBox(result: number, byDefault: number): Buffer {
  const bytes = Buffer.alloc(84)
  bytes.writeUInt32LE(0xffffffff, 68)
  bytes.writeUInt16LE(1 + (result << 2), 72)
  bytes.writeUInt16LE(byDefault, 82)
  return bytes
}

describe('a Word 97 file', () => {
  it.each([
    ['a box and a tick that lie on one another', '\x13 eq \\o\\ac(□,√)\x15教师', '☑教师'],
    ['the base of ruby', '\x13 EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhī),支)\x15部', '支部'],
    ['the result of a field', '\x13 DATE \\@ "yyyy" \x142024年\x15', '2024年'],
    ['a field inside a field', '\x13 HYPERLINK "\x13 A \x14b\x15" \x14网页\x15', '网页'],
    ['no picture, note or comment', '前\x01\x02\x05\x08后', '前后'],
    ['line breaks and tabs', '上\v下\t右', '上\n下\t右'],
    [
      'the result of a field that asks for another one',
      '\x13 IF \x13 DOCPROPERTY A \x14内\x15 = "内" \x14外层\x15',
      '外层',
    ],
    ['what a symbol field shows', '\x13 SYMBOL 254 \\f Wingdings\x15教师', '☑教师'],
    ['no result of a field within an instruction', '前\x13 SET x \x13 REF y \x14隐\x15\x15后', '前后'],
    ['a short equation', '\x13 EQ \\f(1,2)\x15', '1/2'],
    ['a mark for a long one', `\x13 EQ \\f(${'1+'.repeat(40)},2)\x15`, '〔公式〕'],
    ['a box around a tick once, whatever is stored behind it', '\x13 eq \\o\\ac(□,√)\x14□√\x15教师', '☑教师'],
    ['text behind a field without an end', '\x13 REF \r后文', '后文'],
  ])('gives %s', async (_, text, expected) => {
    expect((await lines([{ text }])).join('\n').trim()).toBe(expected)
  })

  it.each([
    ['hidden', [[0x083c, [1]]], ''],
    ['not hidden after all', [[0x083c, [0]]], '文字'],
    ['deleted by a tracked change', [[0x0800, [1]]], ''],
    ['inserted by one', [[0x0801, [1]]], '文字'],
    ['spaced by an odd number', [[0x8840, [21, 0]]], '文字'],
  ] as const)('gives text that is %s', async (_, properties, expected) => {
    expect(await lines([{ text: '文字', properties }])).toEqual([expected].filter(text => text !== ''))
  })

  it('gives symbols and letters in symbol fonts as what they look like', async () => {
    const fonts = ['宋体', 'Wingdings', 'Wingdings 2']
    const runs: DocRun[] = [
      { text: '(', properties: [[0x6a09, [1, 0, 0xfe, 0xf0]]] },
      { text: 'R', properties: [[0x4a4f, [2, 0]]] },
      { text: '\uf0a3', properties: [[0x4a4f, [2, 0]]] },
      { text: 'R', properties: [[0x4a4f, [0, 0]]] },
    ]
    expect(await lines(runs, { fonts })).toEqual(['☑☑□R'])
  })

  it.each([
    ['ticked', 1, 0, '☑'],
    ['not ticked', 0, 1, '□'],
    ['as it was by default', 25, 1, '☑'],
  ])('gives a check box that is %s', async (_, result, byDefault, expected) => {
    const box: DocRun = { text: '\x01', properties: [[0x6a03, [0, 0, 0, 0]]] }
    const runs = [{ text: '\x13 FORMCHECKBOX ' }, box, { text: '\x14\x15教师' }]
    expect(await lines(runs, { data: checkBox(result, byDefault) })).toEqual([`${expected}教师`])
  })

  it('is read in its order, whatever the order of its pieces in the file', async () => {
    const text = `${FIRST}第一段\r第二段\r`
    const pieces = [
      { from: 20, to: text.length },
      { from: 0, to: 9 },
      { from: 9, to: 20 },
    ]
    expect(await textOf(makeDoc([{ text }], { pieces }))).toBe(text.trim().replaceAll('\r', '\n'))
  })

  it('is read where a character has one byte', async () => {
    expect(await textOf(makeDoc([{ text: 'Party branch No. 1\rTel. 13800000001\r' }], { isCompressed: true }))).toBe(
      'Party branch No. 1\nTel. 13800000001',
    )
  })

  it('that WPS left unpadded is read', async () => {
    const end = form.findLastIndex(byte => byte !== 0) + 1
    expect(await textOf(form.subarray(0, end))).toBe(await textOf(form))
    expect(await textOf(form.subarray(0, form.length - 100))).toContain('qiansiyuan@example.com')
  })
})

describe('a Word file that can’t be read', () => {
  const why = async (bytes: Buffer): Promise<unknown> => await readDoc(bytes).catch(error => error)
  it.each([
    ['encrypted', 'a password', makeDoc([{ text: FIRST }], { flags: 0x0300 })],
    ['undecodable', 'Word 6 or 95 wrote it', makeDoc([{ text: FIRST }], { magic: 0xa5dc })],
    ['undecodable', 'nothing that Word wrote is in it', makeOle([{ name: 'Catalog', data: Buffer.alloc(5000) }])],
    ['undecodable', 'no text is in it', makeDoc([{ text: '\r\r\r' }])],
    ['corrupt', 'it names another table than it has', makeDoc([{ text: FIRST }], { flags: 0 })],
    ['corrupt', 'half of it is gone', form.subarray(0, 8000)],
  ])('is %s where %s', async (expected, _, bytes) => {
    expect(await why(bytes)).toMatchObject({ name: 'Unreadable', why: expected })
  })

  it('comes to an end whatever its bytes say', async () => {
    const change = fc.tuple(fc.oneof(fc.nat(511), fc.nat(form.length - 1)), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async changes => {
        const bytes = Buffer.from(form)
        for (const [at, value] of changes) bytes[at] = value
        const read = await readDoc(bytes).catch((error: Error) => error.name)
        expect(['string', 'object']).toContain(typeof read)
      }),
    )
  })
})

describe('styles of a doc', () => {
  const HIDDEN: readonly [number, readonly number[]] = [0x083c, [1]]
  const styles = [{}, { characters: [HIDDEN] }, { base: 1 }, { base: 3, characters: [[0x0835, [1]]] as const }]

  it('hide what stands in them, also by the style they are based on', async () => {
    const runs: DocRun[] = [
      { text: '甲\r', style: 1 },
      { text: '乙\r', style: 2 },
      { text: '丙\r', style: 2, properties: [[0x083c, [0]]] },
      { text: '丁\r', properties: [[0x4a30, [1, 0]]] },
      { text: '戊\r', style: 1, properties: [[0x4a30, [1, 0]]] },
    ]
    expect(await lines(runs, { styles })).toEqual(['丙', '戊'])
  })

  it('that are based on themselves, or are cut off, hide nothing', async () => {
    expect(await lines([{ text: '甲\r', style: 3 }], { styles })).toEqual(['甲'])
    const parts = { 1: Buffer.from([18, 0, 9, 0, 10, 0, 0]) }
    expect(await lines([{ text: '甲\r', style: 1 }], { parts })).toEqual(['甲'])
  })
})

/** A record of the stream Data: a list of entries (MS-DOC §2.9.78), the one that is chosen. */
function list(chosen: number, entries: readonly string[]): Buffer {
  const u16 = (...values: number[]) => Buffer.from(values.flatMap(value => [value & 0xff, value >> 8]))
  const text = (value: string) => Buffer.concat([u16(value.length), Buffer.from(value, 'utf16le'), u16(0)])
  const head = Buffer.alloc(78)
  head.writeUInt32LE(0xffffffff, 68)
  head.writeUInt16LE(2 + (chosen << 2), 72)
  const stored = entries.map(entry => Buffer.concat([u16(entry.length), Buffer.from(entry, 'utf16le')]))
  const texts = Array.from({ length: 5 }, () => text(''))
  return Buffer.concat([head, text('List'), u16(0), ...texts, u16(0xffff, entries.length, 0), ...stored])
}

describe('a list among the form fields of a doc', () => {
  const box: DocRun = { text: '\x01', properties: [[0x6a03, [0, 0, 0, 0]]] }
  it.each([
    [1, '学生'],
    [0, '教师'],
    [7, ''],
  ])('shows the entry that is chosen: %i', async (chosen, entry) => {
    const runs = [{ text: '类型\x13 FORMDROPDOWN ' }, box, { text: '\x14\x15' }]
    expect(await lines(runs, { data: list(chosen, ['教师', '学生']) })).toEqual([`类型${entry}`])
  })
})

it('a doc of pictures alone is scanned', async () => {
  const picture: DocRun = { text: '\x01', properties: [[0x0855, [1]]] }
  expect(await readDoc(makeDoc([picture, { text: '\r' }])).catch(error => error)).toMatchObject({ why: 'scanned' })
})
