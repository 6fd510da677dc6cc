import { expect, test } from 'vitest'
import type { Form, Presence } from '../../../src/core/form/form.ts'
import { aForm } from '../../support/form.ts'
import { oneCheck } from '../../support/one-check.ts'

const judge = (presence: Readonly<Record<string, Presence>>, overrides: Partial<Form> = {}) =>
  oneCheck('form.complete', aForm({ presence: { ...aForm().presence, ...presence }, ...overrides }))

test.each([
  ['every field filled', {}, 'pass', '各必填项均已填写。'],
  ['one empty', { phone: 'empty' }, 'fail', '“联系电话”未填写。'],
  ['several empty', { measures: 'empty', 'secretary.name': 'empty' }, 'fail', '“党支部书记姓名”、“创建举措”未填写。'],
  ['one not found', { idea: 'notFound' }, 'review', '系统未能识别“创建思路”，请人工核对。'],
  ['one empty and one unplaced', { idea: 'unplaced', basis: 'empty' }, 'fail', '“工作基础”未填写。'],
] as const)('%s', (_, presence, verdict, note) => {
  expect(judge(presence)).toEqual({ id: 'form.complete', verdict, evidence: [], note })
})

test.each([
  [2, '党员人数2人，少于3人，请留意。'],
  [3, ''],
  [50, ''],
  [51, '党员人数51人，超过50人，请留意。'],
])('%i members are no fault; staff are told where they are few or many', (memberCount, note) => {
  expect(judge({}, { memberCount })).toMatchObject({ verdict: 'pass', note: `各必填项均已填写。${note}` })
})

test('a number of members that nobody can read is for a person', () => {
  expect(judge({}, { memberCount: null }).verdict).toBe('review')
})
