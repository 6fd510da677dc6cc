import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../support/command-line.ts'
import { freshStore } from '../support/fresh-database.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

const STORED = 1002
let folder: string
const list = async (...args: string[]) => {
  const said = await commandLine(['--config', SHIPPED_CONFIG, 'list', ...args], {
    SHENBAO_DATABASE: join(folder, 'test.db'),
  })
  return said.stdout.trim().split('\n')
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-list-'))
  const store = freshStore(join(folder, 'test.db'))
  const listed = { folder: 'INBOX', uidValidity: 1, size: 1, internalDate: null }
  store.transaction(() => {
    for (let uid = 1; uid <= STORED; uid++)
      store.messages.record({ ...listed, uid, headerSha256: `${uid}` }, new Date())
  })
  store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

it('the table has the newest thousand lines, oldest first, and says so; --every has all, and so has --json', async () => {
  const [, first, ...page] = await list()
  expect(first).toMatch(/^3 /)
  expect(page.at(-2)).toMatch(/^1002 /)
  expect(page.at(-1)).toContain('--every')
  expect(page).toHaveLength(1000)
  expect(await list('--every')).toHaveLength(STORED + 1)
  expect(await list('--json')).toHaveLength(STORED)
})
