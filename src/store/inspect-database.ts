import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Amendment } from '../core/call/amendment.ts'
import type { DatabaseSeen } from '../core/doctor/diagnose-database.ts'
import { amendmentOf } from './amendments.ts'
import { diskFree } from './disk-free.ts'
import { listMigrations } from './migrate.ts'
import { isDamage } from './open-file.ts'
import { takeWorkerLock } from './worker-lock.ts'

/** What a database file shows, without making, migrating or changing it. */
export function inspectDatabase(file: string): DatabaseSeen {
  const writable = isWritable(file)
  return {
    file,
    writable,
    known: listMigrations().length,
    ...(existsSync(file) ? look(file) : NONE_YET),
    freeBytes: diskFree(file),
    hasWorker: writable && isLocked(file),
  }
}

type Looked = Pick<DatabaseSeen, 'version' | 'messages' | 'intact' | 'unread'>

const NONE_YET: Looked = { version: null, messages: null, intact: true, unread: null }

const look = (file: string): Looked =>
  asked<Looked>(
    file,
    database => {
      const version = database.pragma('user_version', { simple: true }) as number
      const intact = database.pragma('quick_check(1)', { simple: true }) === 'ok'
      const count = database.prepare<[], number>('SELECT count(*) FROM messages').pluck()
      return { version, intact, messages: version === 0 ? 0 : (count.get() ?? 0), unread: null }
    },
    error => ({ version: 0, messages: null, intact: !isDamage(error), unread: isDamage(error) ? null : error.message }),
  )

/** What was amended; nothing where there is no database that could say so. */
export const readAmendments = (file: string): readonly Amendment[] =>
  asked(
    file,
    database =>
      database
        .prepare<[], Parameters<typeof amendmentOf>[0]>('SELECT * FROM amendments ORDER BY id')
        .all()
        .map(amendmentOf),
    () => [],
  )

/** So much of a mail holds its header. */
const HEADER_BYTES = 64 * 1024

/** The beginnings of the latest mails that are kept, newest first; none where there is no database. */
export const latestHeaders = (file: string, most: number): readonly Uint8Array[] =>
  asked(
    file,
    database =>
      database
        .prepare<[number], Uint8Array>(
          `SELECT substr(source, 1, ${HEADER_BYTES}) FROM raw_messages ORDER BY message_id DESC LIMIT ?`,
        )
        .pluck()
        .all(most),
    () => [],
  )

/** What the file answers; `otherwise`: where there is none, or SQLite can't read it. */
function asked<Answer>(
  file: string,
  ask: (database: Sqlite.Database) => Answer,
  otherwise: (error: Error) => Answer,
): Answer {
  if (!existsSync(file)) return otherwise(new Error('it is not there'))
  let database: Sqlite.Database | null = null
  try {
    database = new Sqlite(file, { readonly: true })
    return ask(database)
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    return otherwise(error)
  } finally {
    database?.close()
  }
}

function isWritable(file: string): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true })
    accessSync(dirname(file), constants.W_OK)
    if (existsSync(file)) accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function isLocked(file: string): boolean {
  const lock = takeWorkerLock(file)
  lock?.release()
  return lock === null
}
