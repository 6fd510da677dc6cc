import Sqlite from 'better-sqlite3'
import type { HealthFacts } from '../core/doctor/health.ts'
import { createOutboxHealth } from './outbox-health.ts'
import { createTroubles } from './troubles.ts'
import { createWorker } from './worker.ts'

/** What `health` looks at, read beside the worker; neither made nor brought up to date where there is no database or an old one. */
export function readHealth(file: string): HealthFacts {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    const { sweptAt, dueBy } = createWorker(database).state()
    const folders = database
      .prepare<[], HealthFacts['folders'][number]>('SELECT path, on_server AS onServer, unaccounted FROM folders')
      .all()
    const oldest = database.prepare<[], string | null>("SELECT min(recorded_at) FROM messages WHERE state = 'received'")
    const setAside = database.prepare<[], number>("SELECT count(*) FROM messages WHERE state = 'quarantined'")
    const waiting = oldest.pluck().get() ?? null
    return {
      sweptAt,
      dueBy,
      troubles: createTroubles(database).all(),
      outbox: createOutboxHealth(database).outboxHealth(),
      folders,
      oldestUnjudged: waiting === null ? null : new Date(waiting),
      setAside: setAside.pluck().get() ?? 0,
    }
  } finally {
    database.close()
  }
}
