import { expect, test } from 'vitest'
import { readMemberCount } from '../../../src/core/form/values/member-count.ts'

test.each([
  ['32', 32],
  ['32名', 32],
  ['３２人', 32],
  ['共32人', 32],
  ['32(正式28,预备4)', 32],
  ['32人，其中预备党员4人', 32],
  ['正式党员28名，预备党员4名', 32],
  ['三十二名', 32],
  ['教师党员8名、研究生党员14名，合计22名', 22],
  ['教师党员8名、研究生党员14名', null],
  ['正式28', null],
  ['若干', null],
  ['99999', null],
])('«%s» are %s members', (text, count) => {
  expect(readMemberCount(text)).toBe(count)
})
