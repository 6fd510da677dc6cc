import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { PermanentError } from '../errors.ts'
import { restoringFile } from './open-file.ts'
import { createWorker } from './worker.ts'

/**
 * Copies the database while it is being written to, into one file that is whole or isn't there; the copy knows that it is one. Throws
 * where the copy doesn't pass SQLite's own check.
 */
export async function backupDatabase(database: string, file: string, at: Date): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const part = `${file}.part`
  rmSync(part, { force: true })
  const source = new Sqlite(database, { fileMustExist: true })
  try {
    await source.backup(part)
  } finally {
    source.close()
  }
  try {
    finish(part, at)
    renameSync(part, file)
  } finally {
    for (const rest of [part, `${part}-wal`, `${part}-shm`]) rmSync(rest, { force: true })
  }
}

function finish(part: string, at: Date): void {
  const copy = new Sqlite(part)
  try {
    requireSound(copy, part)
    copy.pragma('journal_mode = DELETE')
    createWorker(copy).markAsBackup(at)
  } finally {
    copy.close()
  }
}

function requireSound(copy: Sqlite.Database, file: string): void {
  const found = copy.pragma('integrity_check', { simple: true })
  if (found !== 'ok') throw new PermanentError(`${file} is damaged: ${String(found)}`)
}

/** What stood in the database's place before a backup was put there: `moved` is where it is now, null where there was none. */
export type Restored = { readonly moved: string | null }

/** Puts a backup into the database's place; the database that stood there is kept beside it. No worker may be at work. */
export async function restoreDatabase(file: string, database: string, at: Date): Promise<Restored> {
  const backup = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    requireBackup(backup, file)
    return await replace(backup, database, `${database}.before-${at.toISOString().replace(/[:.]/g, '-')}`)
  } catch (error) {
    backup.close()
    throw error
  }
}

function requireBackup(backup: Sqlite.Database, file: string): void {
  requireSound(backup, file)
  if (createWorker(backup).state().backedUpAt === null)
    throw new PermanentError(`${file} was not made by shenbao backup`)
}

async function replace(backup: Sqlite.Database, database: string, aside: string): Promise<Restored> {
  const part = restoringFile(database)
  mkdirSync(dirname(database), { recursive: true })
  rmSync(part, { force: true })
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
