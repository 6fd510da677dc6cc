import { describe, expect, it } from 'vitest'
import { CODE_PLACE, codeFrom, codesIn, withoutCodes } from '../../../src/core/desk/code.ts'

describe('a code', () => {
  it('is 80 bits in base32, in groups of four', () => {
    expect(codeFrom(new Uint8Array(10))).toBe('AAAA-AAAA-AAAA-AAAA')
    expect(codeFrom(new Uint8Array(10).fill(255))).toBe('7777-7777-7777-7777')
    expect(codeFrom(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))).toBe('AAAQ-EAYE-AUDA-OCAJ')
  })

  it.each([
    ['回复: 申报日报（2024年5月16日）：待处理2件〔AAAQ-EAYE-AUDA-OCAJ〕', ['AAAQ-EAYE-AUDA-OCAJ']],
    ['口令aaaq-eaye-auda-ocaj', ['AAAQ-EAYE-AUDA-OCAJ']],
    ['ＡＡＡＱ－ＥＡＹＥ－ＡＵＤＡ－ＯＣＡＪ', ['AAAQ-EAYE-AUDA-OCAJ']],
    ['AAAQ–EAYE–AUDA–OCAJ', ['AAAQ-EAYE-AUDA-OCAJ']],
    ['AAAQ-EAYE-AUDA-OCAJ AAAQ-EAYE-AUDA-OCAJ', ['AAAQ-EAYE-AUDA-OCAJ']],
    ['AAAQEAYEAUDAOCAJ', []],
    ['XAAAQ-EAYE-AUDA-OCAJ', []],
    ['AAAQ-EAYE-AUDA-OCA9X', []],
    ['1234-5678-1234-5678', []],
    ['口令AAAQ-EAYE-AUDA-0CAJ，手抄', ['AAAQ-EAYE-AUDA-OCAJ']],
    ['AAAQ-EAYE-AUDA-OCA1', ['AAAQ-EAYE-AUDA-OCAI', 'AAAQ-EAYE-AUDA-OCAL']],
    [CODE_PLACE, []],
  ])('is found in %s', (text, codes) => {
    expect(codesIn(text)).toEqual(codes)
  })

  it('is taken out of what is kept', () => {
    expect(withoutCodes('回复: 日报〔aaaq-eaye-auda-ocaj〕')).not.toMatch(/aaaq/i)
  })
})
