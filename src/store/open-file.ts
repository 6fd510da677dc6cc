import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describeError, PermanentError, StorageError, UsageError } from '../errors.ts'

/** Opens a database file, made with its folder where there is none. Throws StorageError with what the operator should look at. */
export function openFile(file: string, options: Sqlite.Options): Sqlite.Database {
  try {
    if (file !== ':memory:') makePrivate(file)
    return new Sqlite(file, options)
  } catch (error) {
    throw unusable(file, error)
  }
}

/** What will hold personal data, made empty, with its folder, where it isn't there: for nobody else to read, whatever SQLite lays beside it. */
export function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
}

/** Whoever only looks makes no database: a mistyped path would look like an empty mailbox. */
export function requireFile(file: string): void {
  if (existsSync(file)) return
  const advice = 'look at «database» in service.yaml, or at SHENBAO_DATABASE; the first sweep makes it'
  throw new UsageError(`there is no database ${file}: ${advice}`)
}

/** Where `restore` writes what takes the database's place in the end. */
export const restoringFile = (file: string): string => `${file}.restoring`

/** Without it a restore that was cut short would look like a first start, which reads and answers everything anew. */
export function refuseHalfRestored(file: string): void {
  if (!existsSync(file) && existsSync(restoringFile(file)))
    throw new PermanentError(`${file} is not there, and a restore was cut short: run shenbao restore again`)
}

/** What SQLite or the system says about a file, and what the operator should do about it, in one sentence. */
export const unusable = (file: string, error: unknown): StorageError =>
  new StorageError(`the database ${file} can't be used (${describeError(error)}): ${adviceOn(error)}`, { cause: error })

const OWNER = 'its folder and its files must be there, and belong to the user that shenbao runs as, 1000 in the image'

/** What the operator should do about what SQLite or the system says; `otherwise`: where that tells nothing more. */
export function adviceOn(error: unknown, otherwise = OWNER): string {
  const code = codeOf(error)
  if (isDamage(error)) return 'it is damaged, or no database: stop the worker and restore a backup'
  if (/FULL|ENOSPC|EDQUOT/.test(code)) return 'make room on its volume'
  if (/BUSY|LOCKED/.test(code)) return 'another process holds it'
  return /IOERR/.test(code) ? 'look at its volume, it may be full' : otherwise
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Whether the file itself is the matter, and not what may be done with it here and now. */
export const isDamage = (error: unknown): boolean => /NOTADB|CORRUPT/.test(codeOf(error))
