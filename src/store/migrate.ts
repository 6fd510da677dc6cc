import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { PermanentError } from '../errors.ts'
import { markAsBackup } from './backup-mark.ts'
import { makePrivate } from './open-file.ts'

type Migration = { readonly version: number; readonly file: string }

const FOLDER = new URL('../../migrations/', import.meta.url)

/**
 * Brings the database to the newest version: one transaction for each migration, counted in `user_version`; before the first of them
 * a copy is laid beside it. Refuses a gap in the numbers and a database newer than this program.
 */
export function migrate(database: Sqlite.Database, folder = FOLDER): void {
  const migrations = listMigrations(folder)
  const current = database.pragma('user_version', { simple: true }) as number
  if (current > migrations.length)
    throw new PermanentError(
      `the database is at version ${current}, this program knows ${migrations.length}: run the newer program, or go back with the copy made before the upgrade`,
    )
  if (current > 0 && current < migrations.length) copyBefore(database, current)
  const waiting = migrations.slice(current)
  if (waiting.length === 0) return
  // Within a transaction SQLite ignores this; with foreign keys on, a table that others refer to can't be made anew.
  database.pragma('foreign_keys = OFF')
  try {
    for (const migration of waiting) apply(migration, { database, folder })
  } finally {
    database.pragma('foreign_keys = ON')
  }
}

type Into = { readonly database: Sqlite.Database; readonly folder: URL }

/** All of it or nothing; what refers to nothing afterwards undoes it. */
function apply({ version, file }: Migration, { database, folder }: Into): void {
  const work = database.transaction(() => {
    if ((database.pragma('user_version', { simple: true }) as number) >= version) return
    database.exec(readFileSync(new URL(file, folder), 'utf8'))
    const [stray] = database.pragma('foreign_key_check') as readonly { readonly table: string }[]
    if (stray !== undefined)
      throw new PermanentError(`migration ${file} leaves a row of ${stray.table} that refers to nothing`)
    database.pragma(`user_version = ${version}`)
  })
  work.immediate()
}

/** Beside the database, under the version that it holds, as a backup that `restore` takes; in place of one that an earlier upgrade left. */
function copyBefore(database: Sqlite.Database, version: number): void {
  if (database.memory) return
  const copy = `${database.name}.before-upgrade-from-${version}`
  rmSync(`${copy}.part`, { force: true })
  makePrivate(`${copy}.part`)
  database.prepare('VACUUM INTO ?').run(`${copy}.part`)
  const written = new Sqlite(`${copy}.part`)
  markAsBackup(written, new Date())
  const isStill = written.pragma('user_version', { simple: true }) === version
  written.close()
  // Another process that was opened with this one may have been quicker.
  if (isStill) renameSync(`${copy}.part`, copy)
  else rmSync(`${copy}.part`)
}

export function listMigrations(folder = FOLDER): readonly Migration[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.sql'))
  const migrations = files
    .map(file => ({ version: Number(/^\d{4}/.exec(file)?.[0]), file }))
    .sort((a, b) => a.version - b.version)
  migrations.forEach(({ version, file }, index) => {
    if (version !== index + 1) throw new PermanentError(`migrations: ${file} should have number ${index + 1}`)
  })
  return migrations
}
