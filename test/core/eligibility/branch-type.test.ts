import { expect, test } from 'vitest'
import { branchTypeOf } from '../../../src/core/eligibility/branch-type.ts'
import { aForm } from '../../support/form.ts'
import { aBranch } from '../../support/one-check.ts'

const untyped = aForm({ branchType: 'unknown' })

test('the roster tells the type of a branch before its form does', () => {
  expect(branchTypeOf(aBranch({ type: 'mixed' }), aForm({ branchType: 'student' }))).toBe('mixed')
})

test('the form tells it where the roster is silent', () => {
  expect(branchTypeOf(aBranch({ type: null }), aForm({ branchType: 'student' }))).toBe('student')
})

test.each([
  ['离退休教工第一党支部', 'retired'],
  ['特种制备与成形研究生导师师生第二党支部', 'mixed'],
  ['实验中心与机关研究生导师师生党支部', 'mixed'],
  ['金属材料教工党支部', 'teacher'],
  ['智能装备研究所党支部', 'teacher'],
  ['高性能制造硕博第六学生党支部', 'student'],
  ['16级博士党支部', 'student'],
  ['2021级党支部', 'student'],
  ['过装专业第一党支部', 'unknown'],
] as const)('the name tells it else: %s is %s', (name, type) => {
  expect(branchTypeOf(aBranch({ name, type: null }), untyped)).toBe(type)
  expect(branchTypeOf(null, { ...untyped, branchName: name })).toBe(type)
})
