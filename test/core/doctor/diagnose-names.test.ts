import { expect, test } from 'vitest'
import type { Call } from '../../../src/core/call/call.ts'
import { diagnoseCalls } from '../../../src/core/doctor/diagnose-calls.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const callOf = (id: string, title: string, deadline = '2024-05-24T02:00:00Z'): Call => ({
  ...shippedCall,
  ...{ id, deadline: new Date(deadline) },
  naming: { subject: `${title}-{unit}{branch}`, file: `${title}-{unit}{branch}`, archive: null },
})

const warnings = (now: string, ...calls: Call[]) =>
  diagnoseCalls(calls, { now: new Date(now), timezone: 'Asia/Shanghai', replies: 'hold' })
    .filter(({ seen }) => seen.includes('both claim'))
    .map(({ about }) => about)

test('doctor warns where two open calls could claim the same name', () => {
  const twin = callOf('twin', '党建工作样板支部申报书')
  const dated = callOf('dated', '2024年党建工作样板支部申报书')
  expect(warnings('2024-05-15T00:00:00Z', shippedCall, twin)).toEqual([`calls ${shippedCall.id}, twin`])
  expect(warnings('2024-05-15T00:00:00Z', shippedCall, dated)).toEqual([`calls ${shippedCall.id}, dated`])
})

test('and not where their titles differ, or one has closed', () => {
  const other = callOf('other', '最佳党日活动申报书')
  const past = callOf('past', '党建工作样板支部申报书', '2024-05-14T20:00:00Z')
  expect(warnings('2024-05-15T00:00:00Z', shippedCall, other, past)).toEqual([])
})
