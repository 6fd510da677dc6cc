import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sweep } from '../../src/jobs/sweep.ts'
import { createSweeping, type Sweeping } from '../support/sweeping.ts'

const ANOTHER_DAY = new Date('2024-05-16T01:00:00Z')
let world: Sweeping

beforeEach(() => {
  world = createSweeping()
  world.mailbox = [
    { uid: 1, subject: '申报一' },
    { uid: 2, subject: '午餐' },
  ]
})
afterEach(() => world.end())

const places = () => [...world.store.overview.messages()].map(({ id, uid, uidValidity }) => [id, uid, uidValidity])

describe('when UIDVALIDITY changes', () => {
  beforeEach(async () => {
    await world.run()
    world.downloaded = []
    world.uidValidity = 2
  })

  it('rows get their new UIDs by the hash of the header, without a download, and nothing is answered again', async () => {
    world.mailbox = [
      { uid: 77, subject: '申报一' },
      { uid: 78, subject: '午餐' },
    ]
    expect(await world.run()).toEqual([])
    expect(places()).toEqual([
      [1, 77, 2],
      [2, 78, 2],
    ])
    expect(world.downloaded).toEqual([])
    expect(world.replies()).toBe(1)
  })

  it('the bytes decide where the server has another date: the row moves, and there is still one', async () => {
    world.mailbox = [{ uid: 77, subject: '申报一', at: ANOTHER_DAY }]
    expect(await world.run()).toEqual(['77 repeated'])
    expect(world.downloaded).toEqual([77])
    expect(places()).toEqual([
      [1, 77, 2],
      [2, 2, -1],
    ])
    expect(world.replies()).toBe(1)
  })

  it('another mail with the same header is not taken for the one that is known', async () => {
    world.mailbox = [{ uid: 77, subject: '申报一', body: '另一封', at: ANOTHER_DAY }]
    expect(await world.run()).toEqual(['77 judged'])
    expect(world.replies()).toBe(2)
  })

  it('two copies of a mail keep their two rows and their one reply', async () => {
    world.mailbox = [7, 8].map(uid => ({ uid, subject: '申报一' }))
    expect(await world.run()).toEqual(['8 repeated'])
    expect(world.replies()).toBe(1)
  })

  it('and the scan is cut short, the next one goes on, and nothing is taken for gone meanwhile', async () => {
    world.mailbox = [
      { uid: 77, subject: '申报一' },
      { uid: 79, subject: '申报新' },
    ]
    const cut = { ...world.needs().scan.mailbox, previews: () => failing() }
    expect((await sweep(world.needs({ scan: { mailbox: cut } }))).completed).toBe(false)
    expect(await world.run()).toEqual(['79 judged'])
    expect(world.states()).toEqual(['77 judged accepted', '2 judged ignored', '79 judged accepted'])
  })

  it('a message not judged yet is judged under its new UID', async () => {
    world.uidValidity = 1
    world.mailbox.push({ uid: 3, subject: '申报三' })
    await expect(sweep(world.needs({ pace: { signal: AbortSignal.abort() } }))).rejects.toThrow()
    world.uidValidity = 2
    world.mailbox = [
      { uid: 71, subject: '申报一' },
      { uid: 73, subject: '申报三' },
    ]
    expect(await world.run()).toEqual(['73 judged'])
    expect(world.replies()).toBe(2)
  })

  it('what was once missed, for staff had moved it away, is judged when it is back', async () => {
    world.uidValidity = 1
    world.mailbox.push({ uid: 3, subject: '申报三' })
    expect(await world.run({ mail: { source: async () => null } })).toEqual(['3 gone'])
    world.uidValidity = 2
    world.mailbox = [{ uid: 73, subject: '申报三' }]
    expect(await world.run()).toEqual(['73 judged'])
  })

  it('and changes back, as after a restored backup of the server, all is known again', async () => {
    world.mailbox = [{ uid: 77, subject: '申报一' }]
    await world.run()
    world.uidValidity = 1
    world.mailbox = [
      { uid: 1, subject: '申报一' },
      { uid: 2, subject: '午餐' },
    ]
    expect(await world.run()).toEqual([])
    expect(places()).toEqual([
      [1, 1, 1],
      [2, 2, 1],
    ])
  })
})

describe('when UIDNEXT goes back under the same UIDVALIDITY, as after a restored backup of the server', () => {
  it('mail that gets a UID for the second time is judged, and what is known isn’t answered again', async () => {
    world.mailbox = [1, 2, 3].map(uid => ({ uid, subject: `申报${uid}` }))
    world.uidNext = 4
    await world.run()
    world.mailbox = [
      { uid: 1, subject: '申报1' },
      { uid: 2, subject: '申报另一' },
    ]
    world.uidNext = 3
    expect(await world.run()).toEqual(['2 judged'])
    expect(world.replies()).toBe(4)
    expect(places()).toEqual([
      [1, 1, 1],
      [2, 2, -1],
      [3, 3, -1],
      [4, 2, 1],
    ])
    expect(await world.run()).toEqual([])
  })

  it('is not taken for that where a server tells a UIDNEXT below UIDs that it has', async () => {
    world.mailbox = [{ uid: 132, subject: '申报一' }]
    world.uidNext = 75
    await world.run()
    world.downloaded = []
    expect(await world.run()).toEqual([])
    expect(places()).toEqual([[1, 132, 1]])
  })

  it('is not taken for that when staff delete the newest mail', async () => {
    world.mailbox = [1, 2, 3].map(uid => ({ uid, subject: `申报${uid}` }))
    world.uidNext = 4
    await world.run()
    world.mailbox.pop()
    world.downloaded = []
    expect(await world.run()).toEqual([])
    expect(places().map(([, , validity]) => validity)).toEqual([1, 1, 1])
  })
})

// biome-ignore lint/correctness/useYield: a look that fails before it shows anything
async function* failing(): AsyncGenerator<never> {
  throw new Error('connection lost')
}
