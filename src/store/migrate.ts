import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { PermanentError } from '../errors.ts'

type Migration = { readonly version: number; readonly file: string }

const FOLDER = new URL('../../migrations/', import.meta.url)

/**
 * Brings the database to the newest version: one transaction for each migration, counted in `user_version`; before the first of them
 * a copy is laid beside it. Refuses a gap in the numbers and a database newer than this program.
 */
export function migrate(database: Sqlite.Database): void {
  const migrations = listMigrations()
  const current = database.pragma('user_version', { simple: true }) as number
  if (current > migrations.length)
    throw new PermanentError(
      `the database is at version ${current}, this program knows ${migrations.length}: run the newer program`,
    )
  if (current > 0 && current < migrations.length) copyBefore(database, current)
  for (const { version, file } of migrations.slice(current)) {
    const apply = database.transaction(() => {
      if ((database.pragma('user_version', { simple: true }) as number) >= version) return
      database.exec(readFileSync(new URL(file, FOLDER), 'utf8'))
      database.pragma(`user_version = ${version}`)
    })
    apply.immediate()
  }
}

/** Beside the database, under the version that it holds; one of an earlier try is kept, for it is the older state. */
function copyBefore(database: Sqlite.Database, version: number): void {
  const copy = `${database.name}.before-upgrade-from-${version}`
  if (database.memory || existsSync(copy)) return
  rmSync(`${copy}.part`, { force: true })
  database.prepare('VACUUM INTO ?').run(`${copy}.part`)
  renameSync(`${copy}.part`, copy)
}

export function listMigrations(): readonly Migration[] {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.sql'))
  const migrations = files
    .map(file => ({ version: Number(/^\d{4}/.exec(file)?.[0]), file }))
    .sort((a, b) => a.version - b.version)
  migrations.forEach(({ version, file }, index) => {
    if (version !== index + 1) throw new PermanentError(`migrations: ${file} should have number ${index + 1}`)
  })
  return migrations
}
