import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueue } from '../../src/documents/queue.ts'

/** Work that ends when it is told to. */
function work() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const piece = (name: string) => async () => {
    begun.push(name)
    await new Promise<void>(resolve => ends.set(name, resolve))
    return name
  }
  return { begun, piece, end: (name: string) => ends.get(name)?.() }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

describe('files that wait to be read', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('are taken one after another, in their order', async () => {
    const inTurn = createQueue({ most: 2, usual: 1, patienceMs: 1000 })
    const { begun, piece, end } = work()
    const all = ['a', 'b', 'c'].map(name => inTurn(piece(name)))
    await settle()
    expect(begun).toEqual(['a'])
    for (const name of ['a', 'b', 'c']) {
      end(name)
      await settle()
    }
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c'])
  })

  it('don’t wait for one that takes long, but never are more than the most under way', async () => {
    const inTurn = createQueue({ most: 2, usual: 1, patienceMs: 1000 })
    const { begun, piece, end } = work()
    const all = ['long', 'b', 'c', 'd'].map(name => inTurn(piece(name)))
    await vi.advanceTimersByTimeAsync(999)
    expect(begun).toEqual(['long'])
    await vi.advanceTimersByTimeAsync(1)
    expect(begun).toEqual(['long', 'b'])
    await vi.advanceTimersByTimeAsync(5000)
    expect(begun).toEqual(['long', 'b'])
    end('b')
    await settle()
    expect(begun).toEqual(['long', 'b', 'c'])
    end('long')
    await settle()
    expect(begun).toEqual(['long', 'b', 'c'])
    end('c')
    await settle()
    end('d')
    expect(await Promise.all(all)).toEqual(['long', 'b', 'c', 'd'])
  })

  it('go on after one that failed, and the failure is its own', async () => {
    const inTurn = createQueue({ most: 1, usual: 1, patienceMs: 1000 })
    const failed = inTurn(() => Promise.reject(new Error('torn')))
    const next = inTurn(() => Promise.resolve('read'))
    await expect(failed).rejects.toThrow('torn')
    expect(await next).toBe('read')
  })
})
