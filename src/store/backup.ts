import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describeError, PermanentError } from '../errors.ts'
import { isBackup, markAsBackup } from './backup-mark.ts'
import { listMigrations } from './migrate.ts'
import { adviceOn, makePrivate, restoringFile } from './open-file.ts'

/**
 * Copies the database while it is being written to, into one file that is whole or isn't there; the copy knows that it is one. Throws
 * where the copy doesn't pass SQLite's own check, and where something else than a backup is there, such as the database itself.
 */
export async function backupDatabase(database: string, file: string, at: Date): Promise<void> {
  if (!existsSync(database)) throw new PermanentError(`there is no database ${database} yet: the first sweep makes it`)
  if (existsSync(file) && !holdsBackup(file))
    throw new PermanentError(`${file} is there, and is no backup: it is left as it is, name another file`)
  const part = `${file}.part`
  try {
    await copy(database, part)
  } catch (error) {
    throw new PermanentError(`${file} can't be written (${describeError(error)}): ${adviceOn(error, FOLDER)}`, {
      cause: error,
    })
  }
  try {
    finish(part, at)
    renameSync(part, file)
  } finally {
    for (const rest of [part, `${part}-wal`, `${part}-shm`]) rmSync(rest, { force: true })
  }
}

const FOLDER = 'its folder must be one that shenbao may write to, below /app/data in the image'

function holdsBackup(file: string): boolean {
  try {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      return isBackup(database)
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}

async function copy(database: string, part: string): Promise<void> {
  mkdirSync(dirname(part), { recursive: true })
  rmSync(part, { force: true })
  const source = new Sqlite(database, { fileMustExist: true })
  try {
    await source.backup(part)
  } finally {
    source.close()
  }
}

function finish(part: string, at: Date): void {
  const copy = new Sqlite(part)
  try {
    requireSound(copy, part)
    copy.pragma('journal_mode = DELETE')
    markAsBackup(copy, at)
  } finally {
    copy.close()
  }
}

function requireSound(copy: Sqlite.Database, file: string): void {
  const found = checkOf(copy)
  if (found !== 'ok') throw new PermanentError(`${file} is damaged: ${found}`)
}

function checkOf(copy: Sqlite.Database): string {
  try {
    return String(copy.pragma('integrity_check', { simple: true }))
  } catch (error) {
    return describeError(error)
  }
}

/** What stood in the database's place before a backup was put there: `moved` is where it is now, null where there was none. */
type Restored = { readonly moved: string | null }

/** Puts a backup into the database's place; the database that stood there is kept beside it. No worker may be at work. */
export async function restoreDatabase(file: string, database: string, at: Date): Promise<Restored> {
  const backup = openBackup(file)
  try {
    requireBackup(backup, file)
    return await replace(backup, database, `${database}.before-${at.toISOString().replace(/[:.]/g, '-')}`)
  } catch (error) {
    backup.close()
    throw error
  }
}

function openBackup(file: string): Sqlite.Database {
  try {
    return new Sqlite(file, { readonly: true, fileMustExist: true })
  } catch (error) {
    throw new PermanentError(
      `the backup ${file} can't be read (${describeError(error)}): it must be there, in the image below /app/data`,
      { cause: error },
    )
  }
}

function requireBackup(backup: Sqlite.Database, file: string): void {
  requireSound(backup, file)
  if (!isBackup(backup))
    throw new PermanentError(`${file} was not made by shenbao backup: docs/operator-guide.md tells how to use it`)
  const version = backup.pragma('user_version', { simple: true }) as number
  if (version > listMigrations().length)
    throw new PermanentError(
      `${file} is at version ${version}, this program knows ${listMigrations().length}: run the newer program`,
    )
}

async function replace(backup: Sqlite.Database, database: string, aside: string): Promise<Restored> {
  const part = restoringFile(database)
  rmSync(part, { force: true })
  makePrivate(part)
  try {
    await backup.backup(part)
  } finally {
    backup.close()
  }
  const moved = existsSync(database) ? aside : null
  // What is only in the write-ahead log belongs to the old file, and would damage the new one.
  for (const end of ['', '-wal', '-shm']) moveAway(`${database}${end}`, `${aside}${end}`)
  renameSync(part, database)
  return { moved }
}

function moveAway(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to)
}
