import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reconcile } from '../../src/jobs/reconcile.ts'
import { createSweeping, type Sweeping } from '../support/sweeping.ts'

let world: Sweeping

beforeEach(async () => {
  world = createSweeping()
  world.mailbox = [
    { uid: 1, subject: '申报旧', at: new Date('2024-05-01T00:00:00Z') },
    { uid: 2, subject: '申报一' },
  ]
  await world.run()
  world.mailbox.push({ uid: 3, subject: '申报三' }, { uid: 5, subject: '申报五' })
  await world.run()
})
afterEach(() => world.end())

const count = () => {
  const { folders, messages } = world.store
  return reconcile({
    scan: world.needs().scan,
    count: { recorded: messages.uids, write: folders.recordReconciliation },
  })
}

describe('counting the mailbox', () => {
  it('accounts for every message: recorded, or older than the first look', async () => {
    expect(await count()).toEqual([{ path: 'INBOX', onServer: 4, unaccounted: [] }])
    expect(world.store.folders.find('INBOX')).toMatchObject({ onServer: 4, unaccounted: 0 })
  })

  it('finds what the server showed too late, and has it judged', async () => {
    world.mailbox.push({ uid: 4, subject: '申报四' })
    expect(await world.run()).toEqual([])
    expect(await count()).toMatchObject([{ unaccounted: [4] }])
    expect(await world.run()).toEqual(['4 judged'])
    expect(await count()).toMatchObject([{ unaccounted: [] }])
  })

  it('doesn’t miss what staff moved or deleted, nor what came since the last sweep', async () => {
    world.mailbox = world.mailbox.filter(({ uid }) => uid !== 3)
    world.mailbox.push({ uid: 6, subject: '申报六' })
    expect(await count()).toEqual([{ path: 'INBOX', onServer: 3, unaccounted: [] }])
  })

  it('waits for the next look where the folder’s UIDs changed since', async () => {
    world.uidValidity = 2
    expect(await count()).toEqual([])
  })
})
