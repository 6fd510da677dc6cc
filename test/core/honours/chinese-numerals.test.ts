import { expect, test } from 'vitest'
import { readNumeral } from '../../../src/core/honours/chinese-numerals.ts'

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
