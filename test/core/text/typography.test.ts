import { expect, test } from 'vitest'
import { typeset } from '../../../src/core/text/typography.ts'

test.each([
  ['做到“七个有力”, 履行支部职责', '做到“七个有力”，履行支部职责'],
  ['近3年获校级(含)以上荣誉', '近3年获校级（含）以上荣誉'],
  ['略有出入(含多余空格),已登记。', '略有出入（含多余空格），已登记。'],
  ['Word (docx), PDF', 'Word (docx), PDF'],
])('%s is set as %s', (written, set) => {
  expect(typeset(written)).toBe(set)
})

test.each([
  ['名称为“增材(中心(筹))党支部”的(见(附)名册)', '名称为“增材(中心(筹))党支部”的（见（附）名册）'],
  ['写作“A,B:C”,已登记', '写作“A,B:C”，已登记'],
])('what a sentence quotes stays as it was written, nested brackets whole: %s', (sentence, set) => {
  expect(typeset(sentence)).toBe(set)
})
