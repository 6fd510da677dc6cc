import { beforeEach, describe, expect, it } from 'vitest'
import { pipeline, type Room } from '../../src/jobs/pipeline.ts'

type Item = { readonly name: string; readonly size: number }

/** What was begun, and the end of each, which the test decides. */
let begun: string[]
let concluded: string[]
let ends: Map<string, PromiseWithResolvers<void>>
beforeEach(() => {
  begun = []
  concluded = []
  ends = new Map()
})

const items = (sizes: Readonly<Record<string, number>>): Item[] =>
  Object.entries(sizes).map(([name, size]) => ({ name, size }))

/** Each is prepared until the test says so. */
const run = (sizes: Readonly<Record<string, number>>, room: Room, goesOn = () => true): Promise<void> =>
  pipeline(items(sizes), {
    room,
    goesOn,
    prepare: async ({ name }) => {
      begun.push(name)
      const end = Promise.withResolvers<void>()
      ends.set(name, end)
      await end.promise
      return `${name}!`
    },
    conclude: async (_, prepared) => {
      concluded.push(prepared)
    },
  })

const settled = () => new Promise<void>(resolve => setImmediate(resolve))
const end = async (name: string, error?: Error) => {
  if (error === undefined) ends.get(name)?.resolve()
  else ends.get(name)?.reject(error)
  await settled()
}

describe('the pipeline', () => {
  it('prepares as many items as there may be, and goes on with the next when one is concluded', async () => {
    const all = run({ a: 1, b: 1, c: 1 }, { atOnce: 2, bytes: 10 })
    expect(begun).toEqual(['a', 'b'])
    await end('a')
    expect(begun).toEqual(['a', 'b', 'c'])
    await end('b')
    await end('c')
    await all
  })

  it('concludes in the order of the items, whichever is ready first', async () => {
    const all = run({ a: 1, b: 1, c: 1 }, { atOnce: 3, bytes: 10 })
    await end('c')
    await end('b')
    expect(concluded).toEqual([])
    await end('a')
    await all
    expect(concluded).toEqual(['a!', 'b!', 'c!'])
  })

  it('holds no more bytes than there is room for; what is larger goes alone', async () => {
    const all = run({ a: 4, b: 4, huge: 100, c: 1 }, { atOnce: 9, bytes: 8 })
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

  it('begins nothing any more once somebody says so, and asks no further', async () => {
    const answers = [true, false]
    const all = run({ a: 1, b: 1, c: 1 }, { atOnce: 9, bytes: 9 }, () => answers.shift() ?? true)
    await end('a')
    await all
    expect(begun).toEqual(['a'])
    expect(concluded).toEqual(['a!'])
  })

  it('stops where preparing fails: those behind it are not concluded, those before it are', async () => {
    const all = run({ a: 1, b: 1, c: 1, d: 1 }, { atOnce: 3, bytes: 9 }).catch((error: unknown) => error)
    await end('b', new Error('disk full'))
    await end('c')
    await end('a')
    expect(await all).toMatchObject({ message: 'disk full' })
    expect(concluded).toEqual(['a!'])
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  it('ends where concluding fails only when nothing is under way any more', async () => {
    let over = false
    const failing = pipeline(items({ a: 1, b: 1 }), {
      room: { atOnce: 2, bytes: 9 },
      goesOn: () => true,
      prepare: async ({ name }) => {
        const end = Promise.withResolvers<void>()
        ends.set(name, end)
        await end.promise
      },
      conclude: () => Promise.reject(new Error('disk full')),
    })
    const told = failing.catch((error: unknown) => {
      over = true
      return error
    })
    await end('a')
    expect(over).toBe(false)
    await end('b')
    expect(await told).toMatchObject({ message: 'disk full' })
  })
})
