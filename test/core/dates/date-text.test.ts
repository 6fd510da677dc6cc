import { expect, test } from 'vitest'
import { dateText } from '../../../src/core/dates/date-text.ts'

test.each([
  ['2022', '2022年'],
  ['2022-06', '2022年6月'],
  ['2022-12-01', '2022年12月1日'],
  ['2021-09/2022-08', '2021年9月至2022年8月'],
  ['', ''],
  ['近三年', '近三年'],
])('%s is %s', (date, text) => {
  expect(dateText(date)).toBe(text)
})
