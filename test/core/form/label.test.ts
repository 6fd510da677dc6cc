import { expect, test } from 'vitest'
import { labelBook, readNumbering } from '../../../src/core/form/label.ts'

const book = labelBook([
  ['branch', ['党支部名称']],
  ['school', ['学院(部)']],
  ['basis', ['工作基础', '主要事迹']],
  ['mail', ['E-mail']],
  ['leader', ['是否双带头人']],
])

test.each([
  ['党支部名称', 'branch'],
  ['党 支 部　名称：', 'branch'],
  ['党支部\n名称:', 'branch'],
  ['1.党支部名称（盖章）', 'branch'],
  ['★党支部名称（全称）：', 'branch'],
  ['学院（部）', 'school'],
  ['四、工作基础', 'basis'],
  ['四 、 工作基础（请对照“七个有力”逐条填写，800字以内）', 'basis'],
  ['第四部分 工作基础', 'basis'],
  ['（四）工作基础', 'basis'],
  ['主\n要\n事\n迹', 'basis'],
  ['Ｅ－ｍａｉｌ', 'mail'],
  ['是否“双带头人”', 'leader'],
  ['党支部名称应填写全称', null],
  ['工作基础扎实', null],
  ['', null],
])('%j is the label of %s', (text, meaning) => {
  expect(book.find(text)).toBe(meaning)
})

test.each([
  ['一、基本信息', 0],
  ['第三部分 荣誉', 0],
  ['（一）教育党员有力', 1],
  ['1. 党支部名称', 2],
  ['(2)党支部名称', 3],
  ['2024.5月', null],
  ['工作基础', null],
])('%s is numbered at rank %s', (text, rank) => {
  expect(readNumbering(text)?.rank ?? null).toBe(rank)
})
