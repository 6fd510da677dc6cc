import { expect, test } from 'vitest'
import { boundsIn } from '../../../src/core/notice/condition-bounds.ts'

const FORM = new Map([['money', 'money'] as const])

test('a bound on what is applied for is a number to be checked', () => {
  expect(boundsIn('申请经费不超过5万元。', FORM).checks).toMatchObject([
    { type: 'number', field: 'money', most: 50_000 },
  ])
})

test.each(['A类（重点项目）：每项资助不超过5万元。', '重点项目每项不超过5万元。', '其中，一类项目不超过5万元。'])(
  'a bound for some of those who apply is asked of a person: %s',
  said => {
    const { checks, rest } = boundsIn(said, FORM)
    expect([checks, rest.length > 0]).toEqual([[], true])
  },
)
