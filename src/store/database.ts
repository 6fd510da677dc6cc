import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrate } from './migrate.ts'

export type Database = Sqlite.Database

/**
 * Opens the database file, made and brought up to date where needed. WAL, so that the desk reads while the worker writes;
 * `synchronous = FULL`, for a commit must outlive the power: what was answered must be known to have been answered.
 */
export function openDatabase(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new Sqlite(file, { timeout: 10_000 })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  migrate(database)
  return database
}

/** Everything in `work` or nothing, from the first statement on alone in the database; within another transaction a part of that. */
export const atomically = <Result>(database: Database, work: () => Result): Result =>
  database.transaction(work).immediate()
