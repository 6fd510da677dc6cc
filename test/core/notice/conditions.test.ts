import { expect, test } from 'vitest'
import type { FormTypes } from '../../../src/core/notice/conditions.ts'
import { readConditions } from '../../../src/core/notice/conditions.ts'
import { noticeSaying } from './said.ts'

const FORM: FormTypes = new Map([
  ['work', 'text'],
  ['honours', 'honours'],
])

const checks = (...lines: string[]) =>
  readConditions(noticeSaying('二、申报条件', ...lines), {
    ...{ form: FORM, titles: { own: '申报表', others: [] }, hasCycle: false },
  }).map(({ value }) => `${value.type ?? value.id}: ${value.title}`)

test.each(['已获得省级及以上科普奖励的作品不再参评', '近三年获得过省级表彰的不得申报', '未获得过校级及以上奖励'])(
  'an honour that shuts out is no honour that is wanted: %s',
  line => {
    expect(checks(`1.${line}。`)).toContain(`ask: ${line}`)
  },
)

test('an honour that is wanted is one', () => {
  expect(checks('1.近三年获得校级及以上荣誉称号。')).toContain('honour: 近三年获得校级及以上荣誉称号')
})
