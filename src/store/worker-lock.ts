import Sqlite from 'better-sqlite3'
import { openFile, unusable } from './open-file.ts'

type WorkerLock = { release(): void }

/**
 * Takes the lock of the one worker that a database may have; null where another process has it. It is SQLite's own lock on a file
 * beside the database: the operating system drops it with the process, which a pid in a container would not prove.
 */
export function takeWorkerLock(databaseFile: string): WorkerLock | null {
  const lock = openFile(`${databaseFile}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw unusable(databaseFile, error)
  }
  return { release: () => lock.close() }
}
