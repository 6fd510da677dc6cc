import { beforeEach, describe, expect, it } from 'vitest'
import { ConnectionLost, LoginRefused, StorageError, Unreachable } from '../../src/errors.ts'
import { createWatchdog, type Watchdog } from '../../src/worker/watchdog.ts'

const MINUTE = 60_000
let now: number
let watchdog: Watchdog

beforeEach(() => {
  now = 0
  watchdog = createWatchdog(() => now)
})

describe('a worker without a completed sweep', () => {
  it('gives up after 15 minutes, to be started anew', () => {
    now = 15 * MINUTE
    expect(watchdog.isOver(0)).toBe(false)
    now += 1
    expect(watchdog.isOver(0)).toBe(true)
  })

  it('gives up whatever fault of ours it is', () => {
    watchdog.ended(new StorageError('disk full'))
    now = 16 * MINUTE
    expect(watchdog.isOver(0)).toBe(true)
  })

  it.each([new LoginRefused('535'), new Unreachable('ECONNREFUSED'), new ConnectionLost('reset')])(
    'goes on where the network or the login is to blame: $name',
    error => {
      watchdog.ended(error)
      now = 600 * MINUTE
      expect(watchdog.isOver(0)).toBe(false)
    },
  )

  it('counts anew from each completed sweep, and from each sign that one gets on', () => {
    now = 14 * MINUTE
    watchdog.completed()
    now = 28 * MINUTE
    expect(watchdog.isOver(0)).toBe(false)
    now = 40 * MINUTE
    expect(watchdog.isOver(30 * MINUTE)).toBe(false)
    expect(watchdog.isOver(0)).toBe(true)
  })
})
