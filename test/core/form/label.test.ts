import { expect, test } from 'vitest'
import { labelKeys, splitLabel } from '../../../src/core/form/evidence/label.ts'

test.each([
  ['党支部名称', '党支部名称'],
  ['党 支 部　名称：', '党支部名称'],
  ['党支部\n名称:', '党支部名称'],
  ['1.党支部名称（盖章）', '党支部名称'],
  ['★党支部名称（全称）：', '党支部名称'],
  ['学院（部）', '学院(部)'],
  ['四、工作基础', '工作基础'],
  ['四 、 工作基础（请对照“七个有力”逐条填写，800字以内）', '工作基础'],
  ['第四部分 工作基础', '工作基础'],
  ['（四）工作基础', '工作基础'],
  ['主\n要\n事\n迹', '主要事迹'],
  ['Ｅ－ｍａｉｌ', 'e-mail'],
  ['是否“双带头人”', '是否双带头人'],
  ['联系电话 Mobile', '联系电话'],
  ['二、近三年所获荣誉Honours and Awards', '近三年所获荣誉'],
])('%j is the label %s', (text, key) => {
  expect(labelKeys(text)).toContain(key)
})

test.each(['党支部名称应填写全称', '工作基础扎实', ''])('%j is another label than its beginning', text => {
  expect(labelKeys(text)).not.toContain('党支部名称')
  expect(labelKeys(text)).not.toContain('工作基础')
})

test('a combined label is its parts', () => {
  expect([splitLabel('职务/职称'), splitLabel('姓名、职务'), splitLabel('联系电话')]).toEqual([
    ['职务', '职称'],
    ['姓名', '职务'],
    ['联系电话'],
  ])
})
