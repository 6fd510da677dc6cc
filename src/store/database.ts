import Sqlite from 'better-sqlite3'
import { migrate } from './migrate.ts'
import { openFile, refuseHalfRestored, unusable } from './open-file.ts'

export type Database = Sqlite.Database

/**
 * Opens the database file, made and brought up to date where needed. WAL, so that the desk reads while the worker writes;
 * `synchronous = FULL`, for a commit must outlive the power: what was answered must be known to have been answered.
 * Throws StorageError where the file can't be used, PermanentError where it belongs to a newer program or a restore was cut short.
 */
export function openDatabase(file: string): Database {
  refuseHalfRestored(file)
  const database = openFile(file, { timeout: 10_000 })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    migrate(database)
    return database
  } catch (error) {
    database.close()
    throw error instanceof Sqlite.SqliteError ? unusable(file, error) : error
  }
}

/** Everything in `work` or nothing, from the first statement on alone in the database; within another transaction a part of that. */
export const atomically = <Result>(database: Database, work: () => Result): Result =>
  database.transaction(work).immediate()

/**
 * The same without waiting for the disk, for work that would be done again with the same result: a loss of power may undo it as long as no
 * other commit has followed, for they reach the disk in their order; a death of the process can't.
 */
export function redoably<Result>(database: Database, work: () => Result): Result {
  if (database.inTransaction) return atomically(database, work)
  database.pragma('synchronous = NORMAL')
  try {
    return atomically(database, work)
  } finally {
    database.pragma('synchronous = FULL')
  }
}
