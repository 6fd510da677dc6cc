import type Sqlite from 'better-sqlite3'

/** Whether this version of the database has a place for the mark; a file that is none of ours has not. */
const hasPlace = (database: Sqlite.Database): boolean =>
  database.prepare("SELECT 1 FROM pragma_table_info('worker') WHERE name = 'backed_up_at'").get() !== undefined

/** From here on the file is a copy made then, which `restore` takes, and the first worker that runs on it knows for one. */
export function markAsBackup(database: Sqlite.Database, at: Date): void {
  if (hasPlace(database)) database.prepare('UPDATE worker SET backed_up_at = ?').run(at.toISOString())
}

export const isBackup = (database: Sqlite.Database): boolean =>
  hasPlace(database) && database.prepare('SELECT backed_up_at FROM worker').pluck().get() !== null
