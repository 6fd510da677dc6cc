import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { freshStore } from '../support/fresh-database.ts'

const WANG = 'wang@dlut.edu.cn'
const AT = new Date('2024-05-21T01:00:00Z')

let folder: string
let store: Store
const database = () => new Sqlite(join(folder, 'test.db'))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-desk-files-'))
  store = freshStore(join(folder, 'test.db'))
  store.deskCodes.issue({ code: 'AAAA-BBBB-CCCC-DDDD', address: WANG, purpose: 'digest', cases: [] }, AT)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

/** A mail of the desk with a sheet, as the intake leaves it. */
const mailWith = (id: number, sheet: string | null) => {
  const open = database()
  open
    .prepare(
      "INSERT INTO messages (id, mailbox, folder, uid_validity, uid, size, header_sha256, state, recorded_at) VALUES (?, 'jxdw@mail', 'INBOX', 1, ?, 1, 'x', 'judged', '2024')",
    )
    .run(id, id)
  open.close()
  const mail = {
    proof: 'proven',
    differs: false,
    lines: ['结果 推荐'],
    more: 0,
    messageId: null,
    references: [],
  } as const
  const sheets = sheet === null ? [] : [{ name: sheet, bytes: Buffer.from(sheet) }]
  store.deskMails.record(id, { address: WANG, codes: ['AAAA-BBBB-CCCC-DDDD'], mail, sheets }, AT)
}
const line = (mail: number, state: 'shown' | 'done', confirmedBy: number | null) =>
  store.deskMails.settle(
    { mail, line: 1, state, result: { said: '结果 推荐', texts: [], case: null } },
    confirmedBy,
    AT,
  )
const names = (files: readonly { name: string }[]) => files.map(({ name }) => name)

it('a sheet that came is kept while a line under it waits for «确认», and no longer', () => {
  mailWith(1, '汇总表.xlsx')
  line(1, 'shown', null)
  store.deskMails.answer(1, 1, AT)
  expect(names(store.deskFiles.came(1))).toEqual(['汇总表.xlsx'])
  mailWith(2, null)
  line(1, 'done', 2)
  store.deskMails.answer(2, null, AT)
  expect(store.deskFiles.came(1)).toEqual([])
})

it('what was asked for stands until the answer bears it, the same once, and counts against what one answer bears', () => {
  mailWith(1, null)
  const file = (name: string, text: string) => ({ name, type: 'application/zip', bytes: Buffer.from(text) })
  store.deskFiles.ask(1, file('a.zip', '12345'))
  store.deskFiles.ask(1, file('a.zip', '123'))
  store.deskFiles.ask(1, file('b.zip', '1'))
  expect(names(store.deskFiles.asked(1))).toEqual(['a.zip', 'b.zip'])
  expect([store.deskFiles.askedBytes(WANG, ''), store.deskFiles.askedBytes(WANG, 'a.zip')]).toEqual([4, 1])
  store.deskMails.answer(1, null, AT)
  expect([store.deskFiles.asked(1), store.deskFiles.askedBytes(WANG, '')]).toEqual([[], 0])
})
