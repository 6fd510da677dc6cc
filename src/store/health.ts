import Sqlite from 'better-sqlite3'
import type { HealthFacts } from '../core/doctor/health-facts.ts'
import type { Database } from './database.ts'
import { createOutboxHealth } from './outbox-health.ts'
import { allRefusedFolders } from './refused-folders.ts'
import { createTroubles } from './troubles.ts'
import { createWorker } from './worker.ts'

/** What `health` looks at, read beside the worker; neither made nor brought up to date where there is no database or an old one. */
export function readHealth(file: string): HealthFacts {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    return healthFacts(database)
  } finally {
    database.close()
  }
}

type FolderRow = { path: string; onServer: number | null; unaccounted: number | null; countedAt: string | null }

export function healthFacts(database: Database): HealthFacts {
  const { sweptAt, dueBy } = createWorker(database).state()
  const folders = database.prepare<[], FolderRow>(
    'SELECT path, on_server AS onServer, unaccounted, counted_at AS countedAt FROM folders',
  )
  const oldest = database.prepare<[], string | null>("SELECT min(recorded_at) FROM messages WHERE state = 'received'")
  const setAside = database.prepare<[], number>("SELECT count(*) FROM messages WHERE state = 'quarantined'")
  return {
    sweptAt,
    dueBy,
    troubles: createTroubles(database).all(),
    outbox: createOutboxHealth(database).outboxHealth(),
    folders: folders.all().map(({ countedAt, ...rest }) => ({ ...rest, countedAt: toDate(countedAt) })),
    refusedFolders: allRefusedFolders(database),
    oldestUnjudged: toDate(oldest.pluck().get() ?? null),
    setAside: setAside.pluck().get() ?? 0,
  }
}

const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text))
