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
