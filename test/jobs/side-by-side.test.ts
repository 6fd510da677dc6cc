import { beforeEach, describe, expect, it } from 'vitest'
import { Cancelled } from '../../src/errors.ts'
import { type Room, sideBySide } from '../../src/jobs/side-by-side.ts'

type Item = { readonly name: string; readonly size: number }

/** What was begun, and the end of each, which the test decides. */
let begun: string[]
let inTurn: string[]
let ends: Map<string, PromiseWithResolvers<void>>
beforeEach(() => {
  begun = []
  inTurn = []
  ends = new Map()
})

const items = (sizes: Readonly<Record<string, number>>): Item[] =>
  Object.entries(sizes).map(([name, size]) => ({ name, size }))

/** Each is read until the test says so, and does the rest in its turn. */
const run = (sizes: Readonly<Record<string, number>>, room: Room, goesOn = () => true): Promise<void> =>
  sideBySide(items(sizes), {
    room,
    goesOn,
    work: async ({ name }, turn) => {
      begun.push(name)
      const end = Promise.withResolvers<void>()
      ends.set(name, end)
      await end.promise
      await turn
      inTurn.push(name)
    },
  })

const settled = () => new Promise<void>(resolve => setImmediate(resolve))
const end = async (name: string, error?: Error) => {
  if (error === undefined) ends.get(name)?.resolve()
  else ends.get(name)?.reject(error)
  await settled()
}

describe('work side by side', () => {
  it('is under way for as many items as there may be, and goes on with the next when one has ended', async () => {
    const all = run({ a: 1, b: 1, c: 1 }, { atOnce: 2, bytes: 10 })
    await settled()
    expect(begun).toEqual(['a', 'b'])
    await end('a')
    expect(begun).toEqual(['a', 'b', 'c'])
    await end('b')
    await end('c')
    await all
  })

  it('is done in the order of the items from their turn on, whichever is ready first', async () => {
    const all = run({ a: 1, b: 1, c: 1 }, { atOnce: 3, bytes: 10 })
    await end('c')
    await end('b')
    expect(inTurn).toEqual([])
    await end('a')
    await all
    expect(inTurn).toEqual(['a', 'b', 'c'])
  })

  it('holds no more bytes than there is room for; what is larger goes alone', async () => {
    const all = run({ a: 4, b: 4, huge: 100, c: 1 }, { atOnce: 9, bytes: 8 })
    await settled()
    expect(begun).toEqual(['a', 'b'])
    await end('a')
    expect(begun).toEqual(['a', 'b'])
    await end('b')
    expect(begun).toEqual(['a', 'b', 'huge'])
    await end('huge')
    expect(begun).toEqual(['a', 'b', 'huge', 'c'])
    await end('c')
    await all
  })

  it('is begun no more once somebody says so', async () => {
    const answers = [true, false]
    const all = run({ a: 1, b: 1 }, { atOnce: 9, bytes: 9 }, () => answers.shift() ?? false)
    await end('a')
    await all
    expect(begun).toEqual(['a'])
  })

  it('stops where one fails: the later ones under way get no turn, the earlier ones do theirs', async () => {
    const all = run({ a: 1, b: 1, c: 1, d: 1 }, { atOnce: 3, bytes: 9 }).catch((error: unknown) => error)
    await end('b', new Error('disk full'))
    await end('c')
    await end('a')
    expect(await all).toMatchObject({ message: 'disk full' })
    expect(inTurn).toEqual(['a'])
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  it('tells those that get no turn that it is nobody’s fault', async () => {
    const told: unknown[] = []
    const room = { atOnce: 2, bytes: 9 }
    const work = async ({ name }: Item, turn: Promise<void>) => {
      if (name === 'a') throw new Error('disk full')
      await turn.catch((error: unknown) => told.push(error))
    }
    await expect(sideBySide(items({ a: 1, b: 1 }), { room, goesOn: () => true, work })).rejects.toThrow('disk full')
    expect(told).toEqual([expect.any(Cancelled)])
  })
})
