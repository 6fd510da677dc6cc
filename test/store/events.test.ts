import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Decision } from '../../src/core/judge/decision.ts'
import type { Store } from '../../src/store/store.ts'
import { freshStore } from '../support/fresh-database.ts'

const NOW = new Date('2024-05-15T01:00:00Z')

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-events-'))
  store = freshStore(join(folder, 'test.db'))
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const decision: Decision = {
  ...{ relation: 'application', call: 'c', branch: { name: '教工第一党支部' }, outcome: 'accepted', problems: [] },
  ...{ naming: null, documents: [], form: null, checks: null, remarks: [] },
  ...{ receivedAt: NOW.toISOString(), clock: 'received', answer: 'full' },
}

/** Two decisions, a standing submission and a mail that went out. */
function work(): void {
  const listed = { folder: 'INBOX', uidValidity: 1, uid: 1, size: 10, internalDate: NOW, headerSha256: 'h' }
  const id = store.messages.record(listed, NOW) ?? -1
  const facts = { call: 'c', branch: '教工第一党支部', sender: 'zs@x.cn', subject: 's', messageId: null }
  store.messages.conclude(id, { ...facts, relation: 'application', outcome: 'accepted', receivedAt: NOW }, NOW)
  store.decisions.addByMachine({ messageId: id, entry: 0 }, decision, NOW)
  store.applications.enter({ call: 'c', applicant: '教工第一党支部', messageId: id, entry: 0, files: ['a'] }, NOW)
  store.decisions.addByPerson(
    { messageId: id, entry: 0 },
    { decision: { ...decision, outcome: 'rejected' }, by: '王老师', reason: 'r' },
    NOW,
  )
  const mail = { to: [{ name: '', address: 'zs@x.cn' }], subject: 's', text: 't', html: 'h', messageId: '<1@x>' }
  const entry = {
    purpose: 'p',
    kind: 'receipt',
    messageId: id,
    mail: { ...mail, inReplyTo: null, references: [] },
  } as const
  store.outbox.add(entry, { withheldFor: null }, NOW)
  store.outbox.claim(1, NOW)
  store.outbox.markSent(1, NOW)
}

/** Whoever has the file can do what the program doesn't. */
function behindItsBack(...sql: string[]): void {
  const raw = new Sqlite(join(folder, 'test.db'))
  for (const one of sql) raw.exec(one)
  raw.close()
}

describe('the chain of events', () => {
  it('has an entry for each decision, each change of what stands, and each mail that went out', () => {
    expect(store.audit()).toEqual({ head: null, broken: null })
    work()
    expect(store.audit()).toMatchObject({ head: { entries: 4 }, broken: null })
    expect(store.events.head()).toEqual(store.audit().head)
  })

  it('refuses to be changed, cut or written over', () => {
    work()
    for (const sql of [
      "UPDATE events SET content = '{}' WHERE id = 2",
      'DELETE FROM events WHERE id = 4',
      "INSERT OR REPLACE INTO events SELECT 2, at, kind, '{}', hash FROM events WHERE id = 2",
      'INSERT INTO events SELECT 9, at, kind, content, hash FROM events WHERE id = 4',
    ])
      expect(() => behindItsBack(sql)).toThrow('only ever added')
  })

  it.each([
    ['an entry was changed', "UPDATE events SET content = replace(content, 'accepted', 'returned') WHERE id = 1", 1],
    ['an entry was dated back', "UPDATE events SET at = '2024-05-01T00:00:00.000Z' WHERE id = 3", 3],
    ['an entry was taken out', 'DELETE FROM events WHERE id = 2', 3],
  ])('is found broken where %s, at the first bad entry', (_, sql, id) => {
    work()
    behindItsBack('DROP TRIGGER events_are_not_changed', 'DROP TRIGGER events_are_not_deleted', sql)
    expect(store.audit().broken).toMatchObject({ id })
  })

  it.each([
    ['a decision', "UPDATE decisions SET outcome = 'returned' WHERE id = 1", 1],
    ['the reason of a person’s decision', "UPDATE decisions SET reason = 'other' WHERE id = 2", 3],
    ['a mail that went out', "UPDATE outbox_mails SET mail = '{}'", 4],
  ])('finds that %s on record was changed since', (_, sql, id) => {
    work()
    behindItsBack(sql)
    expect(store.audit().broken).toMatchObject({ id })
  })

  it('tells whether an earlier head is still part of it', () => {
    work()
    const head = store.events.head()?.hash ?? ''
    store.decisions.addByPerson({ messageId: 1, entry: 0 }, { decision, by: '王老师', reason: 'again' }, NOW)
    expect(store.events.head()?.hash).not.toBe(head)
    expect(store.bearsHead(head)).toBe(true)
    expect(store.bearsHead('0'.repeat(64))).toBe(false)
  })

  it('says nothing of what was not committed', () => {
    work()
    const cut = () =>
      store.transaction(() => {
        store.decisions.addByPerson({ messageId: 1, entry: 0 }, { decision, by: '王老师', reason: 'r' }, NOW)
        throw new Error('the process dies')
      })
    expect(cut).toThrow('dies')
    expect(store.audit()).toMatchObject({ head: { entries: 4 }, broken: null })
  })

  it('bears no personal data', () => {
    work()
    const raw = new Sqlite(join(folder, 'test.db'))
    const all = JSON.stringify(raw.prepare('SELECT * FROM events').all())
    raw.close()
    for (const personal of ['zs@x.cn', '王老师', '教工']) expect(all).not.toContain(personal)
  })
})
