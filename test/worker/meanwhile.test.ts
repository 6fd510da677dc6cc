import { describe, expect, it } from 'vitest'
import { meanwhile } from '../../src/worker/meanwhile.ts'

const settled = () => new Promise<void>(resolve => setImmediate(resolve))

describe('passes beside a piece of work', () => {
  it('are made each time the work says that there is something, and none without', async () => {
    let passes = 0
    const result = await meanwhile(
      async there => {
        await settled()
        expect(passes).toBe(0)
        there()
        await settled()
        expect(passes).toBe(1)
        there()
        await settled()
        return 'done'
      },
      async () => {
        passes += 1
        return true
      },
    )
    expect([result, passes]).toEqual(['done', 2])
  })

  it('never overlap: what is said during one leads to one more', async () => {
    const open: (() => void)[] = []
    let passes = 0
    await meanwhile(
      async there => {
        there()
        await settled()
        for (const _ of [1, 2, 3]) there()
        await settled()
        expect(passes).toBe(1)
        open.shift()?.()
        await settled()
        expect(passes).toBe(2)
        open.shift()?.()
      },
      () =>
        new Promise(resolve => {
          passes += 1
          open.push(() => resolve(true))
        }),
    )
  })

  it('are made no more once one says that it is enough', async () => {
    let passes = 0
    await meanwhile(
      async there => {
        for (const _ of [1, 2, 3]) {
          there()
          await settled()
        }
      },
      async () => {
        passes += 1
        return false
      },
    )
    expect(passes).toBe(1)
  })

  it('end with the work, and its failure is thrown', async () => {
    const failing = meanwhile(
      async () => {
        throw new Error('no mailbox')
      },
      async () => true,
    )
    await expect(failing).rejects.toThrow('no mailbox')
  })
})
