import { expect, it } from 'vitest'
import { pattern, patternWith } from '../../../src/core/words/pattern.ts'

it('takes the longest word of a list that fits, whatever their order', () => {
  expect(pattern`^${['党', '党支部', '党支']}`.exec('党支部书记')?.[0]).toBe('党支部')
})

it('takes the marks in a word as they stand, and those of the grammar as grammar', () => {
  const link = pattern`//${['we.tl', 'a+b']}/\d{2}$`
  expect(['//we.tl/12', '//a+b/12', '//wextl/12', '//aab/12'].map(text => link.test(text))).toEqual([
    ...[true, true],
    ...[false, false],
  ])
})

it('tries expressions of a list behind its words, and keeps each together', () => {
  const day = pattern`^${['本年', /今年|明年/]}底$`
  expect(['本年底', '今年底', '明年底', '今年'].map(text => day.test(text))).toEqual([true, true, true, false])
})

it('bears the flags that it is given, not those of its parts', () => {
  const every = patternWith('g')`${[/[甲乙]/iu]}`
  expect(every.flags).toBe('g')
  expect('甲、丙、乙'.match(every)).toEqual(['甲', '乙'])
})
