import { expect, test } from 'vitest'
import { usualLabel } from '../../../src/core/notice/known-labels.ts'

test.each([
  ['college', '学院'],
  ['class', '班级'],
  ['major', '专业'],
  ['name', '姓名'],
  ['award', '奖项名称'],
  ['book', '教材名称'],
  ['deeds', '主要事迹'],
  ['作品题目', '作品题目'],
])('a letter calls what a rule of names calls {%s} %s', (token, label) => {
  expect(usualLabel(token)).toBe(label)
})
