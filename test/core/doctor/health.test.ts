import { describe, expect, it } from 'vitest'
import { judgeHealth } from '../../../src/core/doctor/health.ts'
import type { HealthFacts } from '../../../src/core/doctor/health-facts.ts'

const SWEPT = new Date('2024-05-15T01:00:30Z')
const DUE_BY = new Date('2024-05-15T01:03:30Z')
const OUTBOX = { due: 0, oldestDue: null, delayedSince: null, failed: 0, lastError: null }
const facts = (more: Partial<HealthFacts> = {}): HealthFacts => ({
  ...{ sweptAt: SWEPT, dueBy: DUE_BY, troubles: [], folders: [], oldestUnjudged: null, setAside: 0 },
  ...{ outbox: OUTBOX, refusedFolders: [] },
  ...more,
})
const verdict = (at: string, more: Partial<HealthFacts> = {}) => judgeHealth(facts(more), new Date(at)).verdict

describe('the service', () => {
  it('is well while the last completed sweep is at most three intervals old', () => {
    expect(verdict('2024-05-15T01:03:30Z')).toBeNull()
    expect(verdict('2024-05-15T01:03:31Z')).toMatch(/^unhealthy: the last sweep was completed (?:181 s|3 min) ago/)
  })

  it('is not before the first sweep is completed', () => {
    expect(verdict('2024-05-15T01:00:00Z', { sweptAt: null, dueBy: null })).toMatch(/no sweep has been completed yet/)
  })

  it('is not by the word of a clock that went back', () => {
    expect(verdict('2024-05-14T01:00:00Z')).toMatch(/the clock went back/)
  })

  it('says that the mailbox refuses the login, where that is why', () => {
    const troubles = [
      { server: 'mailbox', kind: 'login', since: SWEPT, words: 'IMAP mail.dlut.edu.cn refused …' },
    ] as const
    expect(verdict('2024-05-15T01:30:00Z', { troubles })).toMatch(
      /the mailbox refuses the login since 2024-05-15T01:00/,
    )
  })

  it('counts a long silence in hours and days', () => {
    expect(verdict('2024-05-15T07:00:30Z')).toMatch(/ 6 h ago/)
    expect(verdict('2024-05-20T01:00:30Z')).toMatch(/ 5 days ago/)
  })

  it('tells what else there is: the count of the mailbox, refused logins, what waits, what is set aside', () => {
    const { lines } = judgeHealth(
      facts({
        troubles: [{ server: 'smtp', kind: 'login', since: SWEPT, words: '535 授权码错误' }],
        folders: [
          { path: 'INBOX', onServer: 12, unaccounted: 0, countedAt: SWEPT },
          { path: 'Junk', onServer: 3, unaccounted: 1, countedAt: null },
          { path: 'New', onServer: null, unaccounted: null, countedAt: null },
        ],
        oldestUnjudged: SWEPT,
        setAside: 2,
      }),
      new Date('2024-05-15T01:02:00Z'),
    )
    expect(lines).toEqual([
      'last completed sweep: 2024-05-15T01:00:30.000Z, 90 s ago',
      'INBOX: 12 messages on the server when counted 90 s ago, all accounted for',
      'Junk: 3 messages on the server when last counted, 1 were not accounted for',
      'New: not counted',
      'smtp: refuses the login since 2024-05-15T01:00:30.000Z: 535 授权码错误',
      'oldest message not judged yet: recorded 90 s ago',
      'messages set aside for a person: 2',
    ])
  })
})
