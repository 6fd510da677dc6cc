import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { PermanentError } from '../errors.ts'
import { markAsBackup } from './backup-mark.ts'

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
  for (const { version, file } of migrations.slice(current)) {
    const apply = database.transaction(() => {
      if ((database.pragma('user_version', { simple: true }) as number) >= version) return
      database.exec(readFileSync(new URL(file, folder), 'utf8'))
      database.pragma(`user_version = ${version}`)
    })
    apply.immediate()
  }
}

/** Beside the database, under the version that it holds, as a backup that `restore` takes; one of an earlier try is kept, for it is the older state. */
function copyBefore(database: Sqlite.Database, version: number): void {
  const copy = `${database.name}.before-upgrade-from-${version}`
  if (database.memory || existsSync(copy)) return
  rmSync(`${copy}.part`, { force: true })
  database.prepare('VACUUM INTO ?').run(`${copy}.part`)
  const written = new Sqlite(`${copy}.part`)
  markAsBackup(written, new Date())
  written.close()
  renameSync(`${copy}.part`, copy)
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
