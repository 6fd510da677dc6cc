import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupDatabase, restoreDatabase } from '../../src/store/backup.ts'
import { openStore, type Store } from '../../src/store/store.ts'

const NOW = new Date('2024-05-15T01:00:00Z')
let folder: string
let store: Store
const path = (name: string) => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-backup-'))
  store = openStore(path('live.db'), 'jxdw@mail')
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

  it('is refused where it is damaged, or none', async () => {
    writeFileSync(path('noise.db'), 'no database at all, but as long as one might be')
    await expect(restoreDatabase(path('noise.db'), path('live.db'), NOW)).rejects.toThrow()
    await expect(restoreDatabase(path('live.db'), path('new.db'), NOW)).rejects.toThrow(/not made by/)
    expect(messagesIn(path('live.db'))).toBe(1)
  })
})
