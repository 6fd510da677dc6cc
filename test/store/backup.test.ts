import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupDatabase, restoreDatabase } from '../../src/store/backup.ts'
import { markAsBackup } from '../../src/store/backup-mark.ts'
import { listMigrations, migrate } from '../../src/store/migrate.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { takeWorkerLock } from '../../src/store/worker-lock.ts'
import { freshStore } from '../support/fresh-database.ts'

const KNOWN = listMigrations().length
const NOW = new Date('2024-05-15T01:00:00Z')
let folder: string
let store: Store
const path = (name: string) => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-backup-'))
  store = freshStore(path('live.db'))
  record(1)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const record = (uid: number) =>
  store.messages.record(
    { folder: 'INBOX', uidValidity: 1, uid, size: 10, internalDate: NOW, headerSha256: `h${uid}` },
    NOW,
  )
const messagesIn = (file: string): number => {
  const other = openStore(file, 'jxdw@mail')
  try {
    return [...other.overview.messages()].length
  } finally {
    other.close()
  }
}

/** The folder of migrations of a program one version on. */
function newerMigrations(): URL {
  cpSync(new URL('../../migrations', import.meta.url), path('migrations'), { recursive: true })
  writeFileSync(
    path(`migrations/${String(KNOWN + 1).padStart(4, '0')}_next.sql`),
    'CREATE TABLE next (id INTEGER PRIMARY KEY) STRICT;',
  )
  return pathToFileURL(`${path('migrations')}/`)
}

describe('a restore that was cut short', () => {
  it('is not taken for a first start: the worker ends, and says that restore is to be made again', async () => {
    await backupDatabase(path('live.db'), path('copy.db'), NOW)
    store.close()
    renameSync(path('live.db'), path('moved.db'))
    writeFileSync(path('live.db.restoring'), 'as far as it came')
    writeFileSync(path('live.db-wal'), 'of the database that was moved away')
    expect(() => openStore(path('live.db'), 'jxdw@mail')).toThrow(/restore was cut short/)
    await restoreDatabase(path('copy.db'), path('live.db'), NOW)
    expect(messagesIn(path('live.db'))).toBe(1)
  })
})

describe('a backup', () => {
  it('is one whole file, made while the database is open and written to', async () => {
    const backing = backupDatabase(path('live.db'), path('backups/copy.db'), NOW)
    record(2)
    await backing
    expect(readdirSync(path('backups'))).toEqual(['copy.db'])
    expect(messagesIn(path('backups/copy.db'))).toBeGreaterThanOrEqual(1)
    expect(store.worker.state().backedUpAt).toBeNull()
  })

  it('leaves an older one in place where it fails', async () => {
    await backupDatabase(path('live.db'), path('copy.db'), NOW)
    await expect(backupDatabase(path('none.db'), path('copy.db'), NOW)).rejects.toThrow()
    expect(messagesIn(path('copy.db'))).toBe(1)
    expect(existsSync(path('copy.db.part'))).toBe(false)
  })

  it('replaces an older backup, and nothing else: not the database that the worker has open, nor what belongs to it', async () => {
    writeFileSync(path('live.db.lock'), '')
    writeFileSync(path('service.yaml'), 'replies: live')
    writeFileSync(path('cut-short.db'), 'SQLite format 3')
    for (const there of ['live.db', 'live.db-wal', 'live.db.lock', 'service.yaml', 'cut-short.db', '.']) {
      const refused = backupDatabase(path('live.db'), path(there), NOW)
      await expect(refused, there).rejects.toThrow(/is there, and is no backup: .* name another file/)
    }
    record(2)
    expect(messagesIn(path('live.db'))).toBe(2)
    await backupDatabase(path('live.db'), path('copy.db'), NOW)
    record(3)
    await backupDatabase(path('live.db'), path('copy.db'), NOW)
    expect(messagesIn(path('copy.db'))).toBe(3)
  })

  it('is what one may carry to another user; the database and what lies beside it nobody else may read', async () => {
    store.close()
    const other = openStore(path('data/own.db'), 'jxdw@mail')
    takeWorkerLock(path('data/own.db'))?.release()
    await backupDatabase(path('data/own.db'), path('copy.db'), NOW)
    expect(statSync(path('copy.db')).mode & 0o044).toBe(0o044 & ~process.umask())
    await restoreDatabase(path('copy.db'), path('data/restored.db'), NOW)
    other.worker.start(NOW)
    const readable = ['', ...readdirSync(path('data'))].filter(
      name => (statSync(path(join('data', name))).mode & 0o077) !== 0,
    )
    expect([readdirSync(path('data')).length, readable]).toEqual([5, []])
    other.close()
  })

  it('takes the database’s place, which is kept; its write-ahead log damages nothing', async () => {
    await backupDatabase(path('live.db'), path('copy.db'), NOW)
    record(2)
    const { moved } = await restoreDatabase(path('copy.db'), path('live.db'), NOW)
    expect(messagesIn(moved ?? '')).toBe(2)
    expect(messagesIn(path('live.db'))).toBe(1)
  })

  it('is known for one by the first worker that runs on it', async () => {
    await backupDatabase(path('live.db'), path('copy.db'), NOW)
    await restoreDatabase(path('copy.db'), path('new.db'), NOW)
    const restored = openStore(path('new.db'), 'jxdw@mail')
    const later = new Date('2024-05-16T01:00:00Z')
    expect(restored.worker.state()).toMatchObject({ backedUpAt: NOW, restoredAt: null })
    restored.worker.start(later)
    expect(restored.worker.state()).toMatchObject({ backedUpAt: null, restoredAt: later })
    restored.close()
  })

  it('is left beside the database by an upgrade, and takes the older program back to before it', async () => {
    store.close()
    const migrations = newerMigrations()
    const upgraded = new Sqlite(path('live.db'))
    migrate(upgraded, migrations)
    upgraded.close()
    expect(() => openStore(path('live.db'), 'jxdw@mail')).toThrow(/run the newer program, or go back/)
    const { moved } = await restoreDatabase(path(`live.db.before-upgrade-from-${KNOWN}`), path('live.db'), NOW)
    expect(moved).toContain('live.db.before-')
    store = openStore(path('live.db'), 'jxdw@mail')
    expect(store.worker.state().backedUpAt).not.toBeNull()
    expect([...store.overview.messages()]).toHaveLength(1)
  })

  it('is left anew by a second upgrade: going back again loses nothing of what came between', async () => {
    store.close()
    const migrations = newerMigrations()
    const copy = path(`live.db.before-upgrade-from-${KNOWN}`)
    for (const messages of [1, 2]) {
      const upgraded = new Sqlite(path('live.db'))
      migrate(upgraded, migrations)
      upgraded.close()
      await restoreDatabase(copy, path('live.db'), NOW)
      store = openStore(path('live.db'), 'jxdw@mail')
      expect([...store.overview.messages()]).toHaveLength(messages)
      record(messages + 1)
      store.close()
    }
  })

  it('of a newer program is refused by an older one', async () => {
    store.close()
    const upgraded = new Sqlite(path('live.db'))
    migrate(upgraded, newerMigrations())
    markAsBackup(upgraded, NOW)
    upgraded.close()
    await expect(restoreDatabase(path('live.db'), path('new.db'), NOW)).rejects.toThrow(/run the newer program/)
    expect(existsSync(path('new.db'))).toBe(false)
  })

  it('says where it can’t be written, and that there is nothing to copy yet', async () => {
    writeFileSync(path('a-file'), '')
    await expect(backupDatabase(path('live.db'), path('a-file/copy.db'), NOW)).rejects.toThrow(
      /copy\.db can't be written \(.*\): its folder must be one that shenbao may write to/,
    )
    await expect(backupDatabase(path('none.db'), path('copy.db'), NOW)).rejects.toThrow(
      /there is no database .*none\.db/,
    )
  })

  it('is refused where it is damaged, or none', async () => {
    writeFileSync(path('noise.db'), 'no database at all, but as long as one might be')
    await expect(restoreDatabase(path('noise.db'), path('live.db'), NOW)).rejects.toThrow(/noise\.db is damaged/)
    await expect(restoreDatabase(path('live.db'), path('new.db'), NOW)).rejects.toThrow(/not made by/)
    await expect(restoreDatabase(path('none.db'), path('new.db'), NOW)).rejects.toThrow(/none\.db can't be read/)
    expect(messagesIn(path('live.db'))).toBe(1)
  })
})
