import { describe, expect, it } from 'vitest'
import { chainOf, type Submission } from '../../../src/core/application/application.ts'
import { entryKey, isAnsweredByLater } from '../../../src/core/application/told-of-replay.ts'
import type { Outcome } from '../../../src/core/judge/decision.ts'

const OWN = 'zs@dlut.edu.cn'
const version = (messageId: number, outcome: Outcome, sender = OWN): Submission => ({
  ...{ messageId, entry: 0, uid: messageId, outcome, machineOutcome: outcome, sender, files: [`${messageId}`] },
  ...{ receivedAt: new Date(Date.UTC(2024, 4, messageId)), withoutForm: false, ended: false },
})
/** Those of these versions that get a letter, when all of them were judged anew; `before`: how they were until then. */
const told = (versions: readonly Submission[], before: Readonly<Record<number, Outcome>>): readonly number[] => {
  const keys = new Map(Object.entries(before).map(([id, outcome]) => [entryKey(Number(id), 0), outcome]))
  const chain = chainOf(versions)
  return versions.map(({ messageId }) => messageId).filter(id => !isAnsweredByLater(id, chain, keys))
}

describe('of the versions of one branch that a replay judges anew', () => {
  it('only the latest gets a letter', () => {
    const versions = [version(1, 'returned'), version(2, 'returned'), version(3, 'returned')]
    expect(told(versions, { 1: 'held', 2: 'held', 3: 'held' })).toEqual([3])
  })

  it('one that was accepted is answered all the same where the later ones never were', () => {
    const versions = [version(1, 'returned'), version(2, 'returned')]
    expect(told(versions, { 1: 'accepted', 2: 'held' })).toEqual([1, 2])
  })

  it('nobody waits for a letter on what a later accepted version displaced', () => {
    expect(told([version(1, 'returned'), version(2, 'accepted')], { 1: 'accepted', 2: 'accepted' })).toEqual([2])
  })

  it('each sender is answered', () => {
    const versions = [version(1, 'returned', 'ls@dlut.edu.cn'), version(2, 'returned')]
    expect(told(versions, { 1: 'held', 2: 'held' })).toEqual([1, 2])
  })
})
