import Sqlite from 'better-sqlite3'
import { StorageError } from '../errors.ts'
import { createApplications } from './applications.ts'
import { createAttempts } from './attempts.ts'
import { createCallLooks } from './call-looks.ts'
import { type Database, openDatabase } from './database.ts'
import { createDecisions } from './decisions.ts'
import { createDigests } from './digests.ts'
import { createDoubts } from './doubts.ts'
import { createFolders } from './folders.ts'
import { createMessages } from './messages.ts'
import { createOutbox } from './outbox.ts'
import { createOverview } from './overview.ts'
import { createPlaces } from './places.ts'
import { createRawMessages } from './raw-messages.ts'
import { createReopening } from './reopening.ts'
import { createTroubles } from './troubles.ts'
import { createWorker } from './worker.ts'

/** The database of one mailbox (user@host), table by table. */
export const openStore = (file: string, mailbox: string) => storeIn(openDatabase(file), mailbox)

/** The same in a database that is open already; closed with it. */
export function storeIn(database: Database, mailbox: string) {
  return {
    folders: createFolders(database, mailbox),
    messages: createMessages(database, mailbox),
    attempts: createAttempts(database, mailbox),
    places: createPlaces(database, mailbox),
    reopening: createReopening(database, mailbox),
    callLooks: createCallLooks(database, mailbox),
    rawMessages: createRawMessages(database),
    decisions: createDecisions(database),
    applications: createApplications(database),
    outbox: createOutbox(database),
    doubts: createDoubts(database),
    digests: createDigests(database),
    worker: createWorker(database),
    troubles: createTroubles(database),
    overview: createOverview(database),
    /** Everything in `work` is committed together, or nothing is; a database that can't be written is a StorageError. */
    transaction: <Result>(work: () => Result): Result => {
      try {
        return database.transaction(work).immediate()
      } catch (error) {
        throw error instanceof Sqlite.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT')
          ? new StorageError(`the database can't be written: ${error.code}`, { cause: error })
          : error
      }
    },
    close: (): void => {
      database.close()
    },
  }
}

export type Store = ReturnType<typeof openStore>
