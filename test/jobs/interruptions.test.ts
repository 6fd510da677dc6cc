import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StorageError } from '../../src/errors.ts'
import { prepare } from '../../src/jobs/intake.ts'
import { sweep } from '../../src/jobs/sweep.ts'
import { createSweeping, NOW, type Sweeping } from '../support/sweeping.ts'

let world: Sweeping

beforeEach(() => {
  world = createSweeping()
  world.mailbox = [
    { uid: 1, subject: '申报杀' },
    { uid: 2, subject: '申报好' },
  ]
})
afterEach(() => world.end())

/** Records both messages and judges none. */
const record = () => sweep(world.needs({ pace: { signal: AbortSignal.abort() } })).catch(() => undefined)

const passMinutes = (minutes: number) => {
  world.now = new Date(world.now.getTime() + minutes * 60_000)
}

/** The process dies while it judges message 1: nothing that it would have done afterwards is written down. */
async function dieInMessageOne(): Promise<void> {
  await new Promise<void>(begun => {
    const parse = () => {
      begun()
      return new Promise<never>(() => undefined)
    }
    const needs = world.needs({ reader: { parse } })
    const [message] = [...world.store.messages.waiting(), ...needs.queue.suspects(world.now)].filter(
      ({ uid }) => uid === 1,
    )
    if (message !== undefined) void prepare(message, needs.intake)
  })
  world.store.attempts.recordDeaths(3, world.now)
}

describe('a message during which the process dies', () => {
  beforeEach(record)

  it('comes last, alone, so that it holds up nobody', async () => {
    await dieInMessageOne()
    expect(await world.run()).toEqual(['2 judged'])
    expect(await world.runSuspects()).toEqual(['1 judged'])
  })

  it('is never set aside: it waits ten minutes after as many deaths as attempts are allowed, then twice as long', async () => {
    for (const _ of [1, 2, 3]) await dieInMessageOne()
    expect(await world.runSuspects()).toEqual([])
    passMinutes(10)
    await dieInMessageOne()
    passMinutes(19)
    expect(await world.runSuspects()).toEqual([])
    passMinutes(1)
    expect(await world.runSuspects()).toEqual(['1 judged'])
    expect(world.states()).toContain('1 judged accepted')
  })

  it('is shown meanwhile, with its attempts', async () => {
    for (const _ of [1, 2, 3, 4]) {
      await dieInMessageOne()
      passMinutes(700)
    }
    expect(world.store.overview.related()).toMatchObject([{ uid: 1, state: 'received', attempts: 4 }, { uid: 2 }])
  })

  it('is set aside as any other when judging throws as often as attempts are allowed', async () => {
    await dieInMessageOne()
    world.faults.set('申报杀', new Error('no such charset'))
    expect([await world.runSuspects(), await world.runSuspects(), await world.runSuspects()]).toEqual([
      ['1 later'],
      ['1 later'],
      ['1 set-aside'],
    ])
  })

  it('is not waited for by a clock that was set back', async () => {
    for (const _ of [1, 2, 3]) await dieInMessageOne()
    world.now = new Date(NOW.getTime() - 30 * 24 * 60 * 60_000)
    expect(await world.runSuspects()).toEqual(['1 judged'])
  })
})

describe('an attempt that can’t be written down as ended', () => {
  it('counts for nothing, as with a full disk', async () => {
    const full = () => {
      throw new StorageError('disk full')
    }
    let sweeps = 0
    const cancelAll = () => (++sweeps === 1 ? world.store.attempts.cancelAll() : full())
    world.faults.set('申报杀', new StorageError('disk full'))
    await expect(world.run({ queue: { cancelAll } })).rejects.toThrow('disk full')
    world.faults.clear()
    expect(await world.run()).toEqual(['1 judged', '2 judged'])
    expect(world.store.overview.message(1)).toMatchObject({ attempts: 1 })
  })
})
