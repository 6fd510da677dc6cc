import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clean, quote } from '../../../src/core/text/quote.ts'
import { anyCharacter } from '../../support/any-text.ts'

describe('quote', () => {
  test.each([
    ['第一行\r\nBcc: x', '第一行 Bcc: x'],
    ['甲\u2028乙\u0085丙', '甲 乙 丙'],
    ['甲\u202e乙\u2066丙\u200b丁\ufeff', '甲乙丙丁'],
    ['\u0000\u001b[31m红', '[31m红'],
    ['看 http://evil.com/x?y=1', '看 http[:]//evil[.]com/x?y=1'],
    ['ＨＴＴＰ：／／evil．com', 'ＨＴＴＰ[:]//evil[.]com'],
    ['www.evil.com.cn', 'www[.]evil[.]com[.]cn'],
    ['加 a.b@evil.com', '加 a.b[at]evil[.]com'],
    ['mailto:x', 'mailto[:]x'],
    ['党建.中国', '党建[.]中国'],
  ])('%j becomes %j', (received, shown) => {
    expect(quote(received)).toBe(shown)
  })

  test.each([
    '党建工作样板支部申报书-机械工程学院教工第一党支部.docx',
    '附件2.党建工作样板支部申报书.pdf',
    '2024.05.19最终版v1.2.doc',
    'IMG_0412.HEIC',
    '党员名册.et',
    '物理-硕博-凝聚态02-学生党支部',
  ])('leaves the name %s as it is', name => {
    expect(quote(name)).toBe(name)
  })

  test('cuts at 80 code points, never inside one', () => {
    expect([...quote('😀'.repeat(100))]).toHaveLength(80)
    expect(quote('甲'.repeat(80))).toBe('甲'.repeat(80))
    expect(quote('甲'.repeat(81))).toBe(`${'甲'.repeat(79)}…`)
  })

  test('a megabyte is cut at once', () => {
    expect([...quote('主题 '.repeat(350_000))]).toHaveLength(80)
  })

  test('of anything it makes one visible line without links', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), received => {
        const shown = quote(received)
        expect([...shown].length).toBeLessThanOrEqual(80)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029@]|:\/\//u)
        expect(shown.isWellFormed()).toBe(true)
      }),
    )
  })
})

test('clean leaves links whole, for staff', () => {
  expect(clean(' 张三\r\n<a@dlut.edu.cn> ')).toBe('张三 <a@dlut.edu.cn>')
})
