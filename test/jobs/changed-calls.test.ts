import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callFingerprint } from '../../src/core/call/call-fingerprint.ts'
import { sweep } from '../../src/jobs/sweep.ts'
import { shippedCall } from '../support/shipped-call.ts'
import { createSweeping, type Sweeping } from '../support/sweeping.ts'

const BEFORE_FIRST_SCAN = new Date('2024-05-10T01:00:00Z')
let world: Sweeping

beforeEach(() => {
  world = createSweeping()
})
afterEach(() => world.end())

/** A sweep under calls with these fingerprints, announced then; a mail that mentions 样板 concerns them. */
const under = (calls: readonly { id: string; fingerprint: string }[], announced = BEFORE_FIRST_SCAN) => ({
  changedCalls: {
    announced: () => (world.store.scannedCalls.changed(calls).length === 0 ? null : announced),
    remember: () => world.store.scannedCalls.remember(calls),
  },
})
const applies =
  (word: string) =>
  ({ subject }: { subject: string | null }) =>
    subject?.includes(word) ?? false
const concerning = (word: string) => ({ scan: { mayBeApplication: applies(word) } })
const OLD = { id: 'c', fingerprint: '1' }
const NEW = { id: 'd', fingerprint: '1' }

describe('when a call appears or changes', () => {
  beforeEach(async () => {
    world.mailbox = [
      { uid: 1, subject: '申报早', at: BEFORE_FIRST_SCAN },
      { uid: 2, subject: '申报样板' },
      { uid: 3, subject: '午餐' },
      { uid: 4, subject: '申报另' },
    ]
    await world.run({ ...under([OLD]), ...concerning('另') })
    expect(world.states()).toEqual(['2 judged ignored', '3 judged ignored', '4 judged accepted'])
    world.downloaded = []
  })

  it.each([
    ['appears', [OLD, NEW]],
    ['changes', [{ id: 'c', fingerprint: '2' }]],
  ])(
    'everything since its announcement is looked at again, and what is judged already is not: it %s',
    async (_, calls) => {
      expect(await world.run({ ...under(calls), ...concerning('申报') })).toEqual(['1 judged', '2 judged'])
      expect(world.downloaded).toEqual([1, 2])
      expect(world.replies()).toBe(3)
      expect(await world.run({ ...under(calls), ...concerning('申报') })).toEqual([])
    },
  )

  it('once, also where the first try is cut short', async () => {
    const calls = [OLD, NEW]
    const cut = {
      ...world.needs().scan.mailbox,
      uids: () => Promise.reject(new Error('connection lost')),
    }
    expect((await sweep(world.needs({ ...under(calls), scan: { mailbox: cut } }))).completed).toBe(false)
    expect(await world.run({ ...under(calls), ...concerning('申报') })).toEqual(['1 judged', '2 judged'])
  })

  it('but not where nothing of it changed', async () => {
    expect(await world.run({ ...under([OLD]), ...concerning('申报') })).toEqual([])
  })

  it('mail from before its announcement stays as it is', async () => {
    const announced = new Date('2024-05-15T00:30:00Z')
    expect(await world.run({ ...under([OLD, NEW], announced), ...concerning('申报') })).toEqual(['2 judged'])
  })
})

describe('a call is another one for the mailbox', () => {
  const [branch] = shippedCall.roster
  it.each([
    ['its naming', { naming: { ...shippedCall.naming, file: '{branch}' } }],
    ['its roster', { roster: shippedCall.roster.slice(1) }],
    ['an alias', { roster: [{ ...shippedCall.roster[0], aliases: ['一支部'] } as NonNullable<typeof branch>] }],
    ['its deadline', { deadline: new Date('2024-05-21T02:00:00Z') }],
    ['its announcement', { announced: '2024-05-13' }],
    ['its cycle', { cycle: { from: '2024-06', to: '2026-06' } }],
  ])('when %s changes', (_, change) => {
    expect(callFingerprint({ ...shippedCall, ...change })).not.toBe(callFingerprint(shippedCall))
  })

  it('but not when only its conditions change', () => {
    expect(callFingerprint({ ...shippedCall, checks: [] })).toBe(callFingerprint(shippedCall))
  })
})
