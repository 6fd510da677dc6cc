import { expect, test } from 'vitest'
import { diagnoseCalls } from '../../../src/core/doctor/diagnose-calls.ts'
import { ARTICLES, callsOf, type Notice, PARTY_DAY } from '../../support/notices.ts'

const lines = (notice: Notice) =>
  diagnoseCalls(callsOf(notice), {
    ...{ now: new Date('2025-09-01T00:00:00Z'), timezone: 'Asia/Shanghai', replies: 'hold' },
  }).map(({ about, seen }) => `${about}: ${seen}`)

test('a call without a roster is told by what says who applies', () => {
  const told = lines(ARTICLES)
  expect(told).toContain(
    'call 2025-young-talent: applicants: no roster: whoever the form or the name says, by «申请人»',
  )
  expect(told.join()).not.toContain('branches')
})

test('a call with one by how many may apply', () => {
  expect(lines(PARTY_DAY)).toContain('call 2024-party-day: roster: 3 branches, 0 of them excluded')
})
