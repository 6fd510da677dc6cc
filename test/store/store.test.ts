import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Decision } from '../../src/core/judge/decision.ts'
import type { NewMail } from '../../src/core/sending/outgoing-mail.ts'
import { openDatabase } from '../../src/store/database.ts'
import { unusable } from '../../src/store/open-file.ts'
import { openStore, type Store, storeIn } from '../../src/store/store.ts'
import { takeWorkerLock } from '../../src/store/worker-lock.ts'
import { freshStore } from '../support/fresh-database.ts'

const NOW = new Date('2024-05-15T01:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-store-'))
  store = freshStore(join(folder, 'test.db'))
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const listed = (uid: number) => ({
  folder: 'INBOX',
  uidValidity: 1,
  uid,
  size: 10,
  internalDate: NOW,
  headerSha256: `h${uid}`,
})
const record = (uid: number): number => store.messages.record(listed(uid), NOW) ?? -1

const decision: Decision = {
  ...{
    relation: 'application',
    call: 'c',
    branch: { name: '教工第一党支部' },
    outcome: 'accepted',
    problems: [],
    naming: null,
    documents: [],
  },
  ...{ form: null, checks: null, remarks: [], receivedAt: NOW.toISOString(), clock: 'received', answer: 'full' },
}
const facts = (outcome: Decision['outcome'], receivedAt = NOW) =>
  ({
    relation: 'application',
    call: 'c',
    branch: '教工第一党支部',
    outcome,
    receivedAt,
    sender: 'zs@dlut.edu.cn',
    subject: 's',
    messageId: null,
  }) as const
const mail = (purpose: string, messageId: number | null = null, to = 'zs@dlut.edu.cn'): NewMail => ({
  ...{ purpose, kind: 'receipt', messageId },
  mail: {
    to: [{ name: '', address: to }],
    subject: 's',
    text: 't',
    html: 'h',
    messageId: `<${purpose}@x>`,
    inReplyTo: null,
    references: [],
  },
})
const LIVE = { withheldFor: null }

describe('the messages', () => {
  it('are recorded once for each UID', () => {
    expect(record(7)).toBeGreaterThan(0)
    expect(store.messages.record(listed(7), NOW)).toBeNull()
    expect(store.messages.uids('INBOX', 1)).toEqual([7])
  })

  it('stay unsettled until they are judged, those tried least first', () => {
    const [first, second] = [record(1), record(2)]
    store.attempts.begin(first, NOW)
    expect(store.messages.waiting().map(({ id, attempts }) => [id, attempts])).toEqual([
      [second, 0],
      [first, 1],
    ])
    store.messages.conclude(second, facts('accepted'), NOW)
    expect(store.messages.waiting().map(({ id }) => id)).toEqual([first])
  })

  it('are known again by their bytes, under whatever UID', () => {
    const [first, copy] = [record(1), record(2)]
    store.messages.identify(first, 'sha')
    store.messages.identify(copy, 'sha')
    expect(store.messages.twinOf(copy, 'sha')).toBeNull()
    store.messages.conclude(first, facts('accepted'), NOW)
    expect(store.messages.twinOf(copy, 'sha')).toBe(first)
    store.messages.concludeAsTwin(copy, first, NOW)
    expect(store.overview.message(copy)).toMatchObject({
      state: 'judged',
      outcome: 'accepted',
      machineOutcome: null,
      reply: null,
    })
  })
})

describe('a decision of the machine', () => {
  it('is there once for each message', () => {
    const id = record(1)
    store.decisions.addByMachine({ messageId: id, entry: 0 }, decision, NOW)
    expect(() => store.decisions.addByMachine({ messageId: id, entry: 0 }, decision, NOW)).toThrow(/UNIQUE/)
    expect(store.decisions.of(id, 0)).toMatchObject([{ decision, decidedBy: null, reason: null, decidedAt: NOW }])
  })

  it('is committed together with everything else, or not at all', () => {
    const id = record(1)
    const work = () =>
      store.transaction(() => {
        store.decisions.addByMachine({ messageId: id, entry: 0 }, decision, NOW)
        throw new Error('the process dies')
      })
    expect(work).toThrow('dies')
    expect(store.decisions.of(id, 0)).toEqual([])
  })
})

describe('a commit', () => {
  const FULL = 2
  const NORMAL = 1

  it('waits for the disk, but for what would be done again with the same result', () => {
    store.close()
    const database = openDatabase(join(folder, 'test.db'))
    store = storeIn(database, 'jxdw@mail')
    const waiting = () => database.pragma('synchronous', { simple: true })
    expect(store.transaction(waiting)).toBe(FULL)
    expect(store.redoably(waiting)).toBe(NORMAL)
    expect(store.transaction(() => store.redoably(waiting))).toBe(FULL)
    expect(() =>
      store.redoably(() => {
        throw new Error('in the middle')
      }),
    ).toThrow('in the middle')
    expect(store.transaction(waiting)).toBe(FULL)
  })
})

describe('an application', () => {
  const submit = (uid: number, outcome: Decision['outcome'], files: string[], receivedAt = later(uid)) => {
    const id = record(uid)
    store.messages.conclude(id, facts(outcome, receivedAt), NOW)
    store.decisions.addByMachine({ messageId: id, entry: 0 }, { ...decision, outcome }, NOW)
    return store.applications.enter({ call: 'c', applicant: '教工第一党支部', messageId: id, entry: 0, files }, NOW)
  }

  it('has a number in its call and a chain with one standing submission', () => {
    submit(1, 'accepted', ['a'])
    const { number, chain } = submit(2, 'accepted', ['b'])
    expect(number).toBe('c-0001')
    expect(chain.map(({ uid, version, standing }) => [uid, version, standing])).toEqual([
      [1, 1, false],
      [2, 2, true],
    ])
    expect(store.overview.message(2)).toMatchObject({ number: 'c-0001', version: 2, standing: true })
  })

  it('is put in order by the judged time when an older mail is settled later', () => {
    submit(2, 'accepted', ['b'])
    submit(1, 'accepted', ['a'])
    expect(store.applications.find('c', '教工第一党支部')?.chain.map(({ uid, standing }) => [uid, standing])).toEqual([
      [1, false],
      [2, true],
    ])
  })
})

describe('purging', () => {
  const which = { call: 'c', before: later(60) }

  it('waits for no reply of which nobody will ever know whether it went out', () => {
    const id = record(1)
    store.messages.conclude(id, facts('accepted'), NOW)
    store.decisions.addByMachine({ messageId: id, entry: 0 }, decision, NOW)
    store.outbox.add(mail('reply:a', id), LIVE, NOW)
    store.outbox.markUnknown(1, NOW, 'handed over')
    expect(store.purging.unsent(which).letters).toBe(1)
    store.unconfirmed.repeat(1)
    store.outbox.markUnknown(1, NOW, 'handed over')
    expect(store.purging.unsent(which).letters).toBe(0)
  })

  it('gives the number of what it removed to nothing else', () => {
    const [first, second] = [record(1), record(2)]
    store.messages.conclude(first, facts('accepted'), NOW)
    store.decisions.addByMachine({ messageId: first, entry: 0 }, decision, NOW)
    store.outbox.add(mail('reply:a', first), LIVE, NOW)
    store.purging.purge(which, null, NOW)
    store.outbox.add(mail('reply:b', second), LIVE, NOW)
    expect(store.outbox.due(NOW)).toMatchObject([{ id: 2 }])
    expect(
      store.decisions.addByPerson({ messageId: second, entry: 0 }, { decision, by: '王老师', reason: 'r' }, NOW),
    ).toBe(2)
  })
})

describe('the outbox', () => {
  it('takes one entry for each purpose', () => {
    store.outbox.add(mail('reply:a'), LIVE, NOW)
    store.outbox.add(mail('reply:a'), LIVE, NOW)
    expect(store.outbox.due(NOW)).toHaveLength(1)
  })

  it('hands an entry to one claimer only', () => {
    store.outbox.add(mail('reply:a'), LIVE, NOW)
    expect([store.outbox.claim(1, NOW), store.outbox.claim(1, NOW)]).toEqual([
      expect.objectContaining({ subject: 's' }),
      null,
    ])
  })

  it('sends again, once, what was handed over when the process died', () => {
    store.outbox.add(mail('reply:a'), LIVE, NOW)
    for (const sends of [1, 1, 0]) {
      const due = store.outbox.due(NOW)
      expect(due).toHaveLength(sends)
      for (const { id } of due) store.outbox.markUnknown(id, NOW, 'handed over')
      for (const { id } of store.unconfirmed.open()) store.unconfirmed.repeat(id)
    }
    expect(store.overview.outbox()).toMatchObject({ unknown: 1, due: 0 })
  })

  it('lets out one reply for each application when replies go live: that to its latest submission', () => {
    const [first, second, other] = [record(1), record(2), record(3)]
    for (const id of [first, second]) store.messages.conclude(id, facts('accepted', later(id)), NOW)
    store.applications.enter({ call: 'c', applicant: '教工第一党支部', messageId: first, entry: 0, files: ['a'] }, NOW)
    store.applications.enter({ call: 'c', applicant: '教工第一党支部', messageId: second, entry: 0, files: ['b'] }, NOW)
    for (const id of [first, second, other]) store.outbox.add(mail(`reply:${id}`, id), { withheldFor: 'hold' }, NOW)
    expect(store.overview.outbox()).toMatchObject({ held: 3 })
    expect(store.outbox.releaseHeld()).toBe(2)
    expect(store.outbox.due(NOW).map(({ messageId }) => messageId)).toEqual([second, other])
  })

  it('holds again what isn’t sent yet when the operator goes back to hold, but not the digest', () => {
    store.outbox.add(mail('reply:a'), LIVE, NOW)
    store.outbox.add({ ...mail('digest:a'), kind: 'digest' }, LIVE, NOW)
    store.outbox.holdReplies()
    expect(store.outbox.due(NOW).map(({ kind }) => kind)).toEqual(['digest'])
    expect(store.overview.outbox()).toMatchObject({ held: 1 })
  })

  it('keeps only the newest reply to a message for sending, also where an older one was under way', () => {
    const id = record(1)
    for (const purpose of ['reply:a', 'decision:1', 'decision:2']) {
      store.outbox.add(mail(purpose, id), LIVE, NOW)
      if (purpose === 'reply:a') store.outbox.claim(1, NOW)
    }
    expect(store.outbox.due(NOW)).toMatchObject([{ id: 3 }])
    store.outbox.postpone(1, NOW, '451 try later')
    store.outbox.supersedeOlder(NOW)
    expect(store.outbox.due(NOW)).toMatchObject([{ id: 3 }])
  })

  it('keeps the neutral receipt for sending where the message that was tried again fails again', () => {
    const id = record(1)
    for (let time = 1; time <= 2; time++) store.outbox.add(mail('reply:a', id), LIVE, NOW)
    expect(store.outbox.due(NOW)).toHaveLength(1)
  })

  it('hands over nothing that is no longer true', () => {
    store.outbox.add({ ...mail('reply:a'), expiresAt: later(1) }, LIVE, NOW)
    expect(store.outbox.due(NOW)).toHaveLength(1)
    expect(store.outbox.claim(1, later(1))).toBeNull()
    expect(store.outbox.expired(later(1))).toEqual([])
  })

  it('tells the protected sender of a try to replace their application when replies go live, whatever they sent since', () => {
    const [first, second] = [record(1), record(2)]
    for (const id of [first, second]) store.messages.conclude(id, facts('accepted', later(id)), NOW)
    for (const id of [first, second])
      store.applications.enter(
        { call: 'c', applicant: '教工第一党支部', messageId: id, entry: 0, files: [`${id}`] },
        NOW,
      )
    store.outbox.add({ ...mail('tried:1', first), kind: 'notice' }, { withheldFor: 'hold' }, NOW)
    for (const id of [first, second]) store.outbox.add(mail(`reply:${id}`, id), { withheldFor: 'hold' }, NOW)
    store.outbox.releaseHeld()
    expect(store.outbox.due(NOW).map(({ kind, messageId }) => `${kind} ${messageId}`)).toEqual([
      `notice ${first}`,
      `receipt ${second}`,
    ])
  })

  it('finds the message that a mail of ours answered', () => {
    const id = record(1)
    store.outbox.add(mail('reply:a', id), LIVE, NOW)
    expect(store.outbox.answeredBy('<reply:a@x>')).toBe(id)
    expect(store.outbox.answeredBy('<other@x>')).toBeNull()
  })
})

describe('the database', () => {
  it('is refused when it is newer than the program', () => {
    const file = join(folder, 'newer.db')
    const newer = new Sqlite(file)
    newer.pragma('user_version = 9999')
    newer.close()
    expect(() => openStore(file, 'x')).toThrow(/newer program/)
  })

  it('is brought up to date with what was in its outbox', () => {
    const file = join(folder, 'older.db')
    const older = new Sqlite(file)
    older.exec(readFileSync(new URL('../../migrations/0001_init.sql', import.meta.url), 'utf8'))
    older.exec(`INSERT INTO outbox (purpose, kind, header_id, recipient, mail, state, due_at, composed_at)
      VALUES ('reply:a', 'receipt', '<a@x>', 'zs@x.cn', '{"subject":"s"}', 'due', '2024-05-15', '2024-05-15')`)
    older.pragma('user_version = 1')
    older.close()
    const now = openStore(file, 'x')
    expect(now.outbox.due(NOW)).toMatchObject([{ kind: 'receipt', recipient: 'zs@x.cn', about: null, state: 'due' }])
    expect(now.outbox.claim(1, NOW)).toEqual({ subject: 's' })
    now.close()
  })

  it('leaves a copy of itself behind before it is brought up to date, once, as the older program can use it', () => {
    const file = join(folder, 'upgraded.db')
    const older = new Sqlite(file)
    older.exec(readFileSync(new URL('../../migrations/0001_init.sql', import.meta.url), 'utf8'))
    older.pragma('user_version = 1')
    older.close()
    writeFileSync(`${file}.before-upgrade-from-1.part`, 'of a try that was cut short')
    openStore(file, 'x').close()
    openStore(file, 'x').close()
    expect(readdirSync(folder).filter(name => name.startsWith('upgraded.db.'))).toEqual([
      'upgraded.db.before-upgrade-from-1',
    ])
    const copy = new Sqlite(`${file}.before-upgrade-from-1`, { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(1)
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  })

  it('says in a sentence what to look at when it can’t be opened', () => {
    const file = join(folder, 'test.db', 'below-a-file.db')
    expect(() => openStore(file, 'x')).toThrow(
      /can't be used \(.*\): its folder and its files must be there, and belong to the user/,
    )
    expect(() => takeWorkerLock(file)).toThrow(/its folder and its files must be there/)
    writeFileSync(join(folder, 'noise.db'), 'no database at all, but as long as one might be: '.repeat(40))
    expect(() => openStore(join(folder, 'noise.db'), 'x')).toThrow(
      /noise\.db can't be used \(file is not a database\): it is damaged, or no database: .* restore a backup/,
    )
  })

  it('says in a sentence what to do when it can’t be written', () => {
    const sentence = (code: string, words: string) => unusable('a.db', new Sqlite.SqliteError(words, code)).message
    expect(sentence('SQLITE_READONLY', 'attempt to write a readonly database')).toBe(
      "the database a.db can't be used (attempt to write a readonly database): its folder and its files must be there, and belong to the user that shenbao runs as, 1000 in the image",
    )
    expect(sentence('SQLITE_FULL', 'database or disk is full')).toMatch(/: make room on its volume$/)
    expect(sentence('SQLITE_BUSY', 'database is locked')).toMatch(/: another process holds it$/)
    expect(sentence('SQLITE_IOERR_FSYNC', 'disk I/O error')).toMatch(/: look at its volume, it may be full$/)
  })

  it('refuses words that are none of the domain’s', () => {
    const raw = new Sqlite(join(folder, 'test.db'))
    record(1)
    expect(() => raw.exec("UPDATE messages SET outcome = 'maybe'")).toThrow(/CHECK/)
    raw.close()
  })

  it('has one worker at a time', () => {
    const file = join(folder, 'test.db')
    const lock = takeWorkerLock(file)
    expect(takeWorkerLock(file)).toBeNull()
    lock?.release()
    const again = takeWorkerLock(file)
    expect(again).not.toBeNull()
    again?.release()
  })
})
