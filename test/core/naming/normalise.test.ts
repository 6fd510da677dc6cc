import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise, quote, tidy } from '../../../src/core/naming/normalise.ts'
import { anyCharacter } from '../../support/any-text.ts'
import { runs } from '../../support/runs.ts'

describe('two names are equal', () => {
  it.each([
    ['教工第一党支部', '教工第1党支部'],
    ['教工第一党支部', '教工第01党支部'],
    ['教工第一党支部', '教工０１党支部'],
    ['教工第一党支部', '教工 第 一 党支部'],
    ['学生第十党支部', '学生第10党支部'],
    ['学生第十九党支部', '学生第19党支部'],
    ['学生第二十党支部', '学生第20党支部'],
    ['学生第九十九党支部', '学生第99党支部'],
    ['学生第一百零二党支部', '学生第102党支部'],
    ['2021级本科生党支部', '二〇二一级本科生党支部'],
    ['2021级本科生党支部', '二○二一级本科生党支部'],
    ['2021级本科生党支部', '二零二一级本科生党支部'],
    ['2008级本科生党支部', '二OO八级本科生党支部'],
    ['物理-硕博-凝聚态02-学生党支部', '物理·硕博—凝聚态2－学生党支部'],
    ['高性能制造党支部', '⾼性能制造党支部'],
    ['Ａ区党支部', 'a区党支部'],
    ['教工党支部', '“教工”【党支部】\u200b\ufeff\u202a'],
  ])('%s = %s', (one, other) => expect(normalise(one)).toBe(normalise(other)))
})

describe('two names differ', () => {
  it.each([
    ['教工第一党支部', '教工第二党支部'],
    ['教工第一党支部', '教工第十一党支部'],
    ['教工党支部', '教工第一党支部'],
    ['1-1班党支部', '11班党支部'],
    ['2021级第一党支部', '20211级党支部'],
    ['一二三', '六'],
  ])('%s ≠ %s', (one, other) => expect(normalise(one)).not.toBe(normalise(other)))
})

it('leaves 〇〇 alone, which is a blank and no number', () => {
  expect(normalise('〇〇党支部')).toBe('〇〇党支部')
})

it('takes ordinals together, and leaves those that no numeral follows', () => {
  expect(['第—第1党支部', '第（一）党支部', '第党支部'].map(normalise)).toEqual(['1党支部', '1党支部', '第党支部'])
  expect(normalise('第'.repeat(900))).toBe('第'.repeat(900))
})

it('quotes what was received, with everything inside the stretch', () => {
  const tidied = tidy('Ａ（教工 第一）党支部')
  expect(tidied.text).toBe('a教工第一党支部')
  expect(quote(tidied, 1, 5)).toBe('教工 第一')
  expect(quote(tidied, 3, 3)).toBe('')
  expect(quote(tidied, 0, 99)).toBe('')
})

it('tidies each symbol of Unicode to something that it leaves alone', () => {
  const changed: string[] = []
  for (let code = 0; code <= 0x2ffff; code++) {
    const once = tidy(String.fromCodePoint(code)).text
    if (tidy(once).text !== once) changed.push(code.toString(16))
  }
  expect(changed).toEqual([])
})

const letters = fc.constantFrom(...'第一二十百〇○零o0129-—·. (（教工党支部ＸＡ\u200b\u0301\ud83d')

it('changes nothing when done twice', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: letters, maxLength: 40 })), text => {
      expect(normalise(normalise(text))).toBe(normalise(text))
    }),
    { numRuns: runs(2000), examples: [['〇o.〇']] },
  )
})
