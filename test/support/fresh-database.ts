import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/store/database.ts'
import { openStore, type Store } from '../../src/store/store.ts'

let made: Buffer | null = null

/** Lays down a database of today's version with nothing in it; the migrations are applied once for all of them. */
export function freshDatabase(file: string): void {
  made ??= migrated()
  writeFileSync(file, made)
}

/** The store of such a database. */
export function freshStore(file: string, mailbox = 'jxdw@mail'): Store {
  freshDatabase(file)
  return openStore(file, mailbox)
}

function migrated(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-fresh-'))
  try {
    openDatabase(join(folder, 'fresh.db')).close()
    return readFileSync(join(folder, 'fresh.db'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
