import { expect, test } from 'vitest'
import { readNumbering } from '../../../src/core/form/outline/numbering.ts'

test.each([
  ['一、基本信息', '一、', 1],
  ['十二、附件', '一、', 12],
  ['壹、基本信息', '壹、', 1],
  ['Ⅳ. 工作基础', 'I.', 4],
  ['第三部分 荣誉', '第一部分', 3],
  ['（二）管理党员有力', '(一)', 2],
  ['3. 党支部名称', '1.', 3],
  ['03、党支部名称', '1.', 3],
  ['1.2 创建举措', '1.1', 2],
  ['(2)党支部名称', '(1)', 2],
  ['②联学共建', '①', 2],
  ['B. 联学共建', 'A.', 2],
  ['01｜支部名片', '01|', 1],
  ['02近三年荣誉', '01|', 2],
  ['二是联学共建', '一是', 2],
  ['★五、创建思路', '一、', 5],
])('%s bears a number of the style %s: %i', (text, style, ordinal) => {
  const numbered = readNumbering(text)
  expect([numbered?.style, numbered?.ordinal]).toEqual([style, ordinal])
})

test.each(['2024.5月', '2.5倍', '工作基础', '一融双高', '3名党员', ''])('%s bears none', text => {
  expect(readNumbering(text)).toBeNull()
})

test('an item may begin with its year', () => {
  expect(readNumbering('2.2024年12月前完成')).toMatchObject({ ordinal: 2, rest: '2024年12月前完成' })
})
