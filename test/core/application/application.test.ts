import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicationNumber, chainOf, placeOf, type Submission } from '../../../src/core/application/application.ts'

const submission = (uid: number, more: Partial<Submission> = {}): Submission => ({
  messageId: uid,
  entry: 0,
  uid,
  receivedAt: new Date(Date.UTC(2024, 4, 15, uid)),
  outcome: more.outcome ?? 'accepted',
  machineOutcome: more.machineOutcome ?? more.outcome ?? 'accepted',
  sender: 'zs@dlut.edu.cn',
  files: [`file-${uid}`],
  ended: false,
  withoutForm: false,
  ...more,
})
const shape = (...submissions: Submission[]) =>
  chainOf(submissions).map(
    ({ uid, version, standing, repeats }) => `${uid}:v${version}${standing ? '*' : ''}${repeats ? '=' : ''}`,
  )

describe('the chain of an application', () => {
  it('lets the last accepted submission stand', () => {
    expect(shape(submission(1), submission(2))).toEqual(['1:v1', '2:v2*'])
  })

  it('goes by the judged time, not by the order of processing', () => {
    expect(shape(submission(2), submission(1))).toEqual(['1:v1', '2:v2*'])
  })

  it('goes by UID where the times are equal', () => {
    const receivedAt = new Date('2024-05-15T00:00:00Z')
    expect(shape(submission(9, { receivedAt }), submission(3, { receivedAt }))).toEqual(['3:v1', '9:v2*'])
  })

  it.each(['returned', 'held', 'rejected'] as const)('is not displaced by a later one that is %s', outcome => {
    expect(shape(submission(1), submission(2, { outcome }))).toEqual(['1:v1*', '2:v2'])
  })

  it('falls back to the accepted one before, when the standing one is rejected', () => {
    expect(
      shape(submission(1), submission(2, { outcome: 'rejected' }), submission(3, { outcome: 'returned' })),
    ).toEqual(['1:v1*', '2:v2', '3:v3'])
  })

  it('is not changed by the same files in a new mail', () => {
    const again = submission(2, { files: ['file-1'] })
    expect(shape(submission(1), again, submission(3))).toEqual(['1:v1', '2:v1=', '3:v2*'])
  })

  it('does not take the same files for a repeat when the first was not accepted', () => {
    expect(shape(submission(1, { outcome: 'held' }), submission(2, { files: ['file-1'] }))).toEqual(['1:v1', '2:v2*'])
  })

  it('keeps versions and repeats as they were told when a person decides otherwise', () => {
    const again = submission(2, { files: ['file-1'] })
    const decided = (outcome: Submission['outcome']) => ({ outcome, machineOutcome: 'accepted' as const })
    const rejected = { ...submission(1), ...decided('rejected') }
    expect(shape(rejected, { ...again, ...decided('rejected') }, submission(3))).toEqual(['1:v1', '2:v1=', '3:v2*'])
    expect(shape(rejected, again)).toEqual(['1:v1', '2:v2*'])
    expect(
      shape(submission(1), { ...submission(2), ...decided('rejected') }, submission(3, { files: ['file-1'] })),
    ).toEqual(['1:v1*', '2:v2', '3:v1='])
  })

  it('is empty for an application without submissions', () => {
    expect(chainOf([])).toEqual([])
  })

  it('is the same in whatever order the submissions are processed, and has one standing submission at most', () => {
    const outcomes = fc.constantFrom('accepted', 'returned', 'held', 'rejected')
    const one = fc.record({
      outcome: outcomes,
      hour: fc.integer({ min: 0, max: 5 }),
      file: fc.constantFrom('a', 'b', 'c'),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (some, keys) => {
        const all = some.map(({ outcome, hour, file }, index) =>
          submission(index + 1, {
            outcome: outcome as Submission['outcome'],
            receivedAt: new Date(Date.UTC(2024, 4, 15, hour)),
            files: [file],
          }),
        )
        const shuffled = all
          .map(value => ({ value, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value)
        expect(chainOf(shuffled)).toEqual(chainOf(all))
        const standing = chainOf(all).filter(place => place.standing)
        expect(standing.length).toBe(all.some(({ outcome }) => outcome === 'accepted') ? 1 : 0)
      }),
    )
  })
})

it('numbers applications within their call', () => {
  expect(applicationNumber('2024-model-branch', 7)).toBe('2024-model-branch-0007')
})

describe('what a later mail is told of those before', () => {
  const waits = (...submissions: Submission[]) =>
    placeOf(2, { number: 'x-0001', chain: chainOf(submissions) })?.waits ?? null

  it.each([
    ['waits for a person', true, [submission(1, { outcome: 'held' }), submission(2, { outcome: 'rejected' })]],
    ['is settled', false, [submission(1, { outcome: 'returned' }), submission(2, { outcome: 'rejected' })]],
    ['is that mail itself', false, [submission(2, { outcome: 'held' })]],
    ['is somebody else’s', false, [submission(1, { outcome: 'held', sender: 'x@qq.com' }), submission(2)]],
  ] as const)('which %s: %s', (_, expected, chain) => {
    expect(waits(...chain)).toBe(expected)
  })

  it('replaces nothing that was withdrawn before it came', () => {
    const chain = (...more: Submission[]) =>
      chainOf([submission(1), submission(2, { ended: true, outcome: 'noted' }), ...more])
    const replaces = (id: number, ...more: Submission[]) =>
      placeOf(id, { number: 'x-0001', chain: chain(...more) })?.replaces?.version ?? null
    expect(replaces(3, submission(3))).toBeNull()
    expect(replaces(4, submission(3), submission(4))).toBe(2)
  })
})
