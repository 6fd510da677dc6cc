import { beforeEach, describe, expect, it } from 'vitest'
import { ConnectionLost, LoginRefused, StorageError, Unreachable } from '../../src/errors.ts'
import { createVigil, type Vigil } from '../../src/worker/vigil.ts'

const MINUTE = 60_000
let now: number
let vigil: Vigil

beforeEach(() => {
  now = 0
  vigil = createVigil(() => now)
})

describe('a worker without a completed sweep', () => {
  it('gives up after 15 minutes, to be started anew', () => {
    now = 15 * MINUTE
    expect(vigil.isOver(0)).toBe(false)
    now += 1
    expect(vigil.isOver(0)).toBe(true)
  })

  it('gives up whatever fault of ours it is', () => {
    vigil.ended(new StorageError('disk full'))
    now = 16 * MINUTE
    expect(vigil.isOver(0)).toBe(true)
  })

  it.each([new LoginRefused('535'), new Unreachable('ECONNREFUSED'), new ConnectionLost('reset')])(
    'goes on where the network or the login is to blame: $name',
    error => {
      vigil.ended(error)
      now = 600 * MINUTE
      expect(vigil.isOver(0)).toBe(false)
    },
  )

  it('counts anew from each completed sweep, and from each sign that one gets on', () => {
    now = 14 * MINUTE
    vigil.completed()
    now = 28 * MINUTE
    expect(vigil.isOver(0)).toBe(false)
    now = 40 * MINUTE
    expect(vigil.isOver(30 * MINUTE)).toBe(false)
    expect(vigil.isOver(0)).toBe(true)
  })
})
