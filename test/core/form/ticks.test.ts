import { expect, test } from 'vitest'
import { chosenWords, readBranchType } from '../../../src/core/form/values/ticks.ts'

test.each([
  ['☑教师 □学生', ['教师']],
  ['□教师 ☑学生', ['学生']],
  ['教师☑ 学生□', ['教师']],
  ['教师□ 学生☑', ['学生']],
  ['教师（√） 学生（ ）', ['教师']],
  ['（ ）教师 （√）学生', ['学生']],
  ['■教师□机关□本科生', ['教师']],
  ['√教师 学生', ['教师']],
  ['教师√', ['教师']],
  ['教师√ 学生', ['教师']],
  ['教师 √学生', ['学生']],
  ['教师√学生', []],
  ['教师√ 机关 √学生', []],
  ['【√】学生 【 】教师', ['学生']],
  ['教师[ ] 学生[√]', ['学生']],
  ['支部类型：□教师 ☑学生', ['学生']],
  ['☑本科生 ☑硕士生', ['本科生', '硕士生']],
  ['□教师 □学生', []],
  ['教师 □ 学生', []],
  ['教工党支部', ['教工党支部']],
  ['', []],
])('%s chooses %o', (text, words) => {
  expect(chosenWords(text)).toEqual(words)
})

test.each([
  ['☑教师 □机关 □学生', 'teacher'],
  ['☑本科生 ☑硕士生', 'student'],
  ['☑师生联合', 'mixed'],
  ['离退休党支部', 'retired'],
  ['教 工', 'teacher'],
  ['☑教师 ☑学生', 'unknown'],
  ['□教师 □学生', 'unknown'],
  ['其他', 'unknown'],
])('%s is a %s branch', (text, type) => {
  expect(readBranchType(text)).toBe(type)
})

test('two choices that a broken bracket joins are none', () => {
  expect(readBranchType('（ ）教师（√）学生（离退休')).toBe('unknown')
  expect(readBranchType('[x]学生（本科） [ ]教师')).toBe('student')
})
