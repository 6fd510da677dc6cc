import Sqlite from 'better-sqlite3'
import { createAmendments } from './amendments.ts'
import { createAnsweredQuestions } from './answered-questions.ts'
import { createApplications } from './applications.ts'
import { createAttempts } from './attempts.ts'
import { auditEvents, bearsHead } from './audit.ts'
import { createConclusions } from './conclusions.ts'
import { createConfirmations } from './confirmations.ts'
import { atomically, type Database, openDatabase, redoably } from './database.ts'
import { createDecisions } from './decisions.ts'
import { createDelays } from './delays.ts'
import { createDeskCodes } from './desk-codes.ts'
import { createDeskFiles } from './desk-files.ts'
import { createDeskMails } from './desk-mails.ts'
import { createDigests } from './digests.ts'
import { createEntries } from './entries.ts'
import { createEvents, type Events } from './events.ts'
import { createFolders } from './folders.ts'
import { healthFacts } from './health.ts'
import { createHistory } from './history.ts'
import { createLedger } from './ledger.ts'
import { createLocations } from './locations.ts'
import { createMailings } from './mailings.ts'
import { createMessages } from './messages.ts'
import { unusable } from './open-file.ts'
import { createOutbox } from './outbox.ts'
import { createOutboxHealth } from './outbox-health.ts'
import { createOutboxHold } from './outbox-hold.ts'
import { createOutboxLog } from './outbox-log.ts'
import { createOutboxOutcomes } from './outbox-outcomes.ts'
import { createOutboxQueue } from './outbox-queue.ts'
import { createOverview } from './overview.ts'
import { createPurging } from './purging.ts'
import { createRawMessages } from './raw-messages.ts'
import { createRefusedFolders } from './refused-folders.ts'
import { createRegister } from './register.ts'
import { createReopening } from './reopening.ts'
import { createScannedCalls } from './scanned-calls.ts'
import { createScannedDocuments } from './scanned-documents.ts'
import { createStoredMessages } from './stored-messages.ts'
import { createTroubles } from './troubles.ts'
import { createUnconfirmed } from './unconfirmed.ts'
import { createWorker } from './worker.ts'

/** The database of one mailbox (user@host), table by table. */
export const openStore = (file: string, mailbox: string) => storeIn(openDatabase(file), mailbox)

/** The same in a database that is open already; closed with it. */
export function storeIn(database: Database, mailbox: string) {
  const tables = tablesOf(database, mailbox)
  const atOnce = {
    /** Everything in `work` is committed together, or nothing is; a database that can't be written is a StorageError. */
    transaction: <Result>(work: () => Result): Result => orUnusable(database, () => atomically(database, work)),
    /** The same for what would be done again with the same result after a loss of power: it doesn't wait for the disk. */
    redoably: <Result>(work: () => Result): Result => orUnusable(database, () => redoably(database, work)),
  }
  return {
    ...tables,
    ...atOnce,
    register: createRegister({ ...tables, ...atOnce }),
    ledger: createLedger({ ...tables, ...atOnce }),
    healthFacts: () => healthFacts(database),
    audit: () => auditEvents(database),
    bearsHead: (hash: string) => bearsHead(database, hash),
    close: (): void => {
      database.close()
    },
  }
}

function tablesOf(database: Database, mailbox: string) {
  const events = createEvents(database)
  const entries = createEntries(database)
  const deskCodes = createDeskCodes(database)
  const deskFiles = createDeskFiles(database)
  const outbox = outboxIn(database, events)
  return {
    entries,
    folders: createFolders(database, mailbox),
    refusedFolders: createRefusedFolders(database, mailbox),
    messages: { ...createMessages(database, mailbox), ...createConclusions(database) },
    attempts: createAttempts(database, mailbox),
    locations: createLocations(database, mailbox),
    reopening: createReopening(database, { mailbox, events }),
    scannedCalls: createScannedCalls(database, mailbox),
    rawMessages: createRawMessages(database),
    decisions: createDecisions(database, events, entries),
    applications: createApplications(database, events),
    amendments: createAmendments(database, events),
    answeredQuestions: createAnsweredQuestions(database),
    confirmations: createConfirmations(database, events),
    deskCodes,
    deskFiles,
    deskMails: createDeskMails(database, { codes: deskCodes, files: deskFiles, events }),
    outbox,
    mailings: createMailings(database, { events, outbox }),
    delays: createDelays(database),
    unconfirmed: createUnconfirmed(database),
    digests: createDigests(database),
    worker: createWorker(database),
    troubles: createTroubles(database),
    overview: createOverview(database),
    events,
    history: createHistory(database),
    purging: createPurging(database, events),
    storedMessages: createStoredMessages(database),
    scannedDocuments: createScannedDocuments(database),
  }
}

const outboxIn = (database: Database, events: Events) => ({
  ...createOutbox(database),
  ...createOutboxQueue(database),
  ...createOutboxOutcomes(database, events),
  ...createOutboxHold(database),
  ...createOutboxLog(database),
  ...createOutboxHealth(database),
})

/** What SQLite can't write is said as a StorageError. */
function orUnusable<Result>(database: Database, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw error instanceof Sqlite.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT')
      ? unusable(database.name, error)
      : error
  }
}

export type Store = ReturnType<typeof openStore>
