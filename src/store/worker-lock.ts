import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'

export type WorkerLock = { release(): void }

/**
 * Takes the lock of the one worker that a database may have; null where another process has it. It is SQLite's own lock on a file
 * beside the database: the operating system drops it with the process, which a pid in a container would not prove.
 */
export function takeWorkerLock(databaseFile: string): WorkerLock | null {
  mkdirSync(dirname(databaseFile), { recursive: true })
  const lock = new Sqlite(`${databaseFile}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return { release: () => lock.close() }
}
