import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isOurFault } from '../../src/errors.ts'
import { createSweeping, NOW, type Sweeping } from '../support/sweeping.ts'

const ALL = ['1 judged', '2 judged', '3 judged']
let world: Sweeping

beforeEach(() => {
  world = createSweeping()
  world.mailbox = [1, 2, 3].map(uid => ({ uid, subject: `申报${uid}`, body: 'x'.repeat(150_000) }))
})
afterEach(() => world.end())

/** Another connection: it takes the database for itself, says so, and is done with it a little later. */
const DESK = `
  const { workerData: { file, turn } } = require('node:worker_threads')
  const database = require('better-sqlite3')(file)
  database.exec("BEGIN IMMEDIATE; UPDATE worker SET due_by = '${NOW.toISOString()}'")
  Atomics.store(turn, 0, 1)
  Atomics.notify(turn, 0)
  Atomics.wait(turn, 0, 1, 50)
  database.exec('COMMIT')
  database.close()`

/** A sweep that fails through our fault; tells what it says. */
async function failing(): Promise<string> {
  const error: unknown = await world.run().then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(isOurFault(error)).toBe(true)
  return String(error)
}

describe('trouble with the volume stops the sweep, is held against no message, and mends itself', () => {
  it.each([0, 5, 10, 20, 40, 60])('full, with room for %d pages', async pages => {
    const used = world.database.pragma('page_count', { simple: true }) as number
    world.database.pragma(`max_page_count = ${used + pages}`)
    expect(await failing()).toMatch(/SQLITE_FULL|full/)
    expect(await failing()).toMatch(/SQLITE_FULL|full/)
    world.database.pragma('max_page_count = 1000000')
    const settled = await world.run()
    expect([...world.store.overview.messages()].every(({ attempts }) => attempts === 1)).toBe(true)
    expect(world.states()).toEqual(ALL.map(line => `${line} accepted`))
    expect(settled.every(line => line.endsWith('judged'))).toBe(true)
    expect(world.replies()).toBe(3)
  })

  it('locked by somebody else', async () => {
    world.database.pragma('busy_timeout = 1')
    const other = new Sqlite(world.file)
    other.exec('BEGIN IMMEDIATE')
    expect(await failing()).toMatch(/BUSY|locked/)
    other.exec('ROLLBACK')
    other.close()
    expect(await world.run()).toEqual(ALL)
  })

  it('locked by the desk for a moment, which it waits for', async () => {
    const turn = new Int32Array(new SharedArrayBuffer(4))
    const desk = new Worker(DESK, { eval: true, workerData: { file: world.file, turn } })
    Atomics.wait(turn, 0, 0)
    world.store.transaction(() => world.store.folders.begin('INBOX', { uidValidity: 1, firstScanUid: 0 }))
    await once(desk, 'exit')
    expect(world.store.worker.state().dueBy).toEqual(NOW)
    expect(world.store.folders.find('INBOX')).not.toBeNull()
  })

  it('read-only', async () => {
    world.database.pragma('query_only = ON')
    expect(await failing()).toMatch(/READONLY|readonly/)
    world.database.pragma('query_only = OFF')
    expect(await world.run()).toEqual(ALL)
  })

  it('full in the middle of a message', async () => {
    await world.run({ pace: { signal: AbortSignal.abort() } }).catch(() => undefined)
    const { keep } = world.store.ledger
    const keepTheLast: typeof keep = (id, fetched, at) => {
      keep(id, fetched, at)
      world.database.pragma('query_only = ON')
    }
    await expect(world.run({ ledger: { keep: keepTheLast } })).rejects.toThrow()
    world.database.pragma('query_only = OFF')
    expect(await world.run()).toEqual(ALL)
    expect(world.store.overview.message(1)).toMatchObject({ attempts: 1 })
  })
})
