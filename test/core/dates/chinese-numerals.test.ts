import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumeral } from '../../../src/core/dates/chinese-numerals.ts'
import { anyCharacter } from '../../support/any-text.ts'

test.each([
  ['二〇二四', 2024],
  ['二○一二', 2012],
  ['二O二四', 2024],
  ['二oo八', 2008],
  ['二〇二O', 2020],
  ['二零二三', 2023],
  ['二零', 20],
  ['十', 10],
  ['十二', 12],
  ['三十一', 31],
  ['２０２４', 2024],
  [' 7 ', 7],
  ['', null],
  ['〇〇', null],
  ['二月', null],
  ['abc', null],
  ['123456789', null],
])('reads %s as %s', (text, number) => {
  expect(readNumeral(text)).toBe(number)
})

const DIGITS = '〇一二三四五六七八九'
const spelled = (number: number) => [...String(number)].map(digit => DIGITS[Number(digit)]).join('')

/** 1 to 99 as they are counted: 十, 二十一. */
function counted(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`
}

test('every year comes back from its digits, whatever its zeros look like', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2099 }), fc.constantFrom('〇', '○', '零', 'O'), (year, zero) => {
      expect(readNumeral(spelled(year).replaceAll('〇', zero))).toBe(year)
      expect(readNumeral(String(year))).toBe(year)
    }),
  )
})

test('every number up to 99 comes back from its counting', () => {
  for (let number = 1; number < 100; number++) expect(readNumeral(counted(number)), counted(number)).toBe(number)
})

test('any text is a number or none', () => {
  fc.assert(fc.property(fc.string({ unit: anyCharacter }), text => readNumeral(text) === null || /\S/.test(text)))
})
