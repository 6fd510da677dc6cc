import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describeError, StorageError } from '../errors.ts'

/** Opens a database file, and its folder where there is none. Throws StorageError with what the operator should look at. */
export function openFile(file: string, options: Sqlite.Options): Sqlite.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    return new Sqlite(file, options)
  } catch (error) {
    throw unusable(file, error)
  }
}

/** The operator's own mistakes in one sentence: a volume that isn't there, isn't writable, or belongs to somebody else. */
export const unusable = (file: string, error: unknown): StorageError =>
  new StorageError(
    `the database ${file} can't be used (${describeError(error)}): its folder must be there, have room, and belong to the user that shenbao runs as, 1000 in the image`,
    { cause: error },
  )
