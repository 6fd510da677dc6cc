import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { lastWords } from '../../src/commands/file-trouble.ts'
import { openStore } from '../../src/store/store.ts'
import { takeWorkerLock } from '../../src/store/worker-lock.ts'
import { commandLine } from '../support/command-line.ts'
import { shenbao } from '../support/shenbao-process.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

let folder: string
const path = (name: string) => join(folder, name)
const run = (...args: string[]) =>
  commandLine(['--config', SHIPPED_CONFIG, ...args], { SHENBAO_DATABASE: path('test.db') })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-operations-'))
  openStore(path('test.db'), 'jxdw@mail').close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A sweep was completed just now; the next is due in so many minutes. */
function swept(minutes: number): void {
  const store = openStore(path('test.db'), 'jxdw@mail')
  store.worker.completeSweep(new Date(), new Date(Date.now() + minutes * 60_000))
  store.close()
}

it('a folder that can’t be written is told with its name and what to do', async () => {
  const out = join(path('test.db'), 'out')
  const { code, stderr } = await run('export', '--call', '2024-model-branch', '--out', out)
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/test\.db\/out\/.*: a file stands where a folder should.*ENOTDIR/),
  ])
})

test.each([
  ['ENOSPC', 'no room is left on its volume'],
  ['EACCES', 'this user may not'],
])('%s is told in a sentence', (code, words) => {
  expect(lastWords(Object.assign(new Error(), { code, path: '/data/e' }))).toContain(`/data/e: ${words}`)
  expect(lastWords(new Error('no such call'))).toBe('no such call')
})

describe('shenbao health', () => {
  it('exits with 0 while the last completed sweep is recent, else with 1 and a sentence', async () => {
    const before = await run('health')
    expect(before).toMatchObject({ code: 1, stderr: expect.stringContaining('no sweep has been completed yet') })
    swept(3)
    const well = await run('health')
    expect(well).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('last completed sweep') })
    swept(-1)
    expect(await run('health')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^unhealthy: .*\n$/) })
  })

  it('is one JSON object for those who watch many', async () => {
    swept(3)
    const well = await run('health', '--json')
    expect(JSON.parse(well.stdout)).toMatchObject({
      healthy: true,
      verdict: null,
      setAside: 0,
      outbox: { due: 0 },
      troubles: [],
    })
    const none = await shenbao(['health', '--json'], { SHENBAO_DATABASE: path('none.db') })
    expect([none.code, JSON.parse(none.stdout)]).toMatchObject([
      1,
      { healthy: false, verdict: expect.stringContaining('none.db') },
    ])
  })

  it('says so where there is no database', async () => {
    const { code, stderr } = await shenbao(['health'], { SHENBAO_DATABASE: path('none.db') })
    expect(code).toBe(1)
    expect(stderr).toContain('none.db')
    expect(existsSync(path('none.db'))).toBe(false)
  })
})

describe('shenbao backup and restore', () => {
  it('copy the database, and put the copy into its place, which is kept', async () => {
    expect(await run('backup', path('copy.db'))).toMatchObject({ code: 0, stdout: `${path('copy.db')}\n` })
    const { code, stdout } = await run('restore', path('copy.db'))
    expect(code).toBe(0)
    expect(stdout).toContain(`restored: ${path('test.db')}`)
    expect(existsSync(/the former database: (.*)/.exec(stdout)?.[1] ?? '')).toBe(true)
  })

  it('refuse while a worker is at work, and what is no backup', async () => {
    const lock = takeWorkerLock(path('test.db'))
    const refused = await run('restore', path('copy.db'))
    lock?.release()
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('another worker') })
    expect(await run('restore', path('nothing.db'))).toMatchObject({ code: 1 })
  })
})

describe('shenbao reopen', () => {
  it('exits with 2 on a message that isn’t there or isn’t set aside', async () => {
    const store = openStore(path('test.db'), 'jxdw@mail')
    const listed = { folder: 'INBOX', uidValidity: 1, uid: 7, size: 1, internalDate: null, headerSha256: 'h' }
    const id = store.messages.record(listed, new Date())
    store.close()
    expect(await run('reopen', '99')).toMatchObject({ code: 2, stderr: expect.stringContaining('no message 99') })
    expect(await run('reopen', String(id))).toMatchObject({ code: 2, stderr: expect.stringContaining('not set aside') })
  })
})
