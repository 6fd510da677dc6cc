import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/store.ts'

const FIXTURES = new URL('../fixtures/upgrade/', import.meta.url)
const MAILBOX = 'jxdw@dlut.edu.cn@127.0.0.1'

type Row = Readonly<Record<string, unknown>>
type Kept = { readonly head: unknown; readonly list: readonly Row[] }

let folder: string
const path = (name: string) => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-upgrade-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Columns whose names are others now. */
const columnNow = (table: string, name: string, old: unknown): string =>
  old !== null && table === 'applications' && name === 'branch' ? 'applicant AS branch' : name

/** Every row of every table, as the first release knew it. */
function rowsOf(file: string, columnsOf: ReadonlyMap<string, readonly string[]> | null) {
  const database = new Sqlite(file, { readonly: true })
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1")
    .pluck()
    .all()
  /** What a mail says stands in a table of its own since. */
  const joined = (table: string) =>
    table === 'outbox' && tables.includes('outbox_mails') ? 'outbox JOIN outbox_mails USING (id)' : table
  const columns =
    columnsOf ??
    new Map(
      tables.map(table => [
        table,
        database
          .prepare(`SELECT * FROM ${table}`)
          .columns()
          .map(({ name }) => name),
      ]),
    )
  const rows = new Map(
    [...columns].map(([table, names]) => [
      table,
      database
        .prepare(
          `SELECT ${names.map(name => columnNow(table, name, columnsOf)).join(', ')} FROM ${joined(table)} ORDER BY 1, 2`,
        )
        .all(),
    ]),
  )
  database.close()
  return { columns, rows }
}

describe('a filled database of the first release', () => {
  it('keeps every row, the head of its chain, and what list prints', () => {
    const file = path('shenbao.db')
    writeFileSync(file, gunzipSync(readFileSync(new URL('version-5.db.gz', FIXTURES))))
    const { head, list } = JSON.parse(readFileSync(new URL('version-5.json', FIXTURES), 'utf8')) as Kept
    const before = rowsOf(file, null)
    const store = openStore(file, MAILBOX)
    expect(store.audit()).toEqual({ head, broken: null })
    const listed = [...store.overview.messages()] as readonly Row[]
    expect(
      listed.map((row, index) => Object.fromEntries(Object.keys(list[index] ?? {}).map(key => [key, row[key]]))),
    ).toEqual(list)
    store.close()
    const after = rowsOf(file, before.columns)
    expect(before.rows.get('outbox')?.length).toBeGreaterThan(10)
    for (const [table, rows] of before.rows) expect([table, after.rows.get(table)]).toEqual([table, rows])
  })

  it('gives new letters and decisions numbers that were never given', () => {
    const file = path('shenbao.db')
    writeFileSync(file, gunzipSync(readFileSync(new URL('version-5.db.gz', FIXTURES))))
    const old = new Sqlite(file)
    const last = old.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'").pluck().get() ?? 0
    old.exec('PRAGMA foreign_keys = OFF; DELETE FROM outbox')
    old.close()
    const store = openStore(file, MAILBOX)
    const mail = {
      to: [{ name: '', address: 'a@b.cn' }],
      subject: 's',
      text: 't',
      html: 'h',
      messageId: '<x@y>',
      inReplyTo: null,
      references: [],
    }
    store.outbox.add({ purpose: 'p', kind: 'correction', messageId: null, mail }, { withheldFor: null }, new Date())
    expect(store.outbox.due(new Date(Date.now() + 1000)).map(({ id }) => id)).toEqual([last + 1])
    store.close()
  })
})

describe('a migration', () => {
  const migrations = (...texts: readonly string[]) => {
    for (const [index, text] of texts.entries()) writeFileSync(path(`000${index + 1}_step.sql`), text)
    return pathToFileURL(`${folder}/`)
  }
  const PARENT = 'CREATE TABLE parent (id INTEGER PRIMARY KEY, a TEXT) STRICT; INSERT INTO parent VALUES (1, NULL);'
  const CHILD =
    'CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent (id)) STRICT; INSERT INTO child VALUES (1, 1);'
  const ANEW = 'CREATE TABLE parent_2 (id INTEGER PRIMARY KEY, b TEXT) STRICT;'
  const SWAP = 'DROP TABLE parent; ALTER TABLE parent_2 RENAME TO parent;'

  it('can make a table anew that others refer to, and foreign keys hold afterwards', () => {
    const folderOf = migrations(PARENT + CHILD, `${ANEW} INSERT INTO parent_2 SELECT id, a FROM parent; ${SWAP}`)
    const database = new Sqlite(':memory:')
    database.pragma('foreign_keys = ON')
    migrate(database, folderOf)
    expect(database.prepare('SELECT parent FROM child').pluck().all()).toEqual([1])
    expect(() => database.exec('DELETE FROM parent')).toThrow('FOREIGN KEY')
    database.close()
  })

  it('that leaves a row referring to nothing is undone, with all that it did', () => {
    const folderOf = migrations(PARENT + CHILD, `${ANEW} ${SWAP}`)
    const database = new Sqlite(':memory:')
    database.pragma('foreign_keys = ON')
    expect(() => migrate(database, folderOf)).toThrow('a row of child that refers to nothing')
    expect(database.pragma('user_version', { simple: true })).toBe(1)
    expect(database.prepare('SELECT id, a FROM parent').all()).toEqual([{ id: 1, a: null }])
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    database.close()
  })
})
