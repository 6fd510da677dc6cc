import { expect, test } from 'vitest'
import { review } from '../../../src/core/eligibility/finding.ts'

test('evidence shows each quote once, without empty ones, and no more than anybody reads', () => {
  expect(review(['甲', null, ' 甲 ', '', '乙'], '').evidence).toEqual(['甲', '乙'])
  const many = Array.from({ length: 200 }, (_, index) => String(index))
  expect(review(many, '').evidence).toHaveLength(50)
})
