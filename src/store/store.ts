import { createApplications } from './applications.ts'
import { openDatabase } from './database.ts'
import { createDecisions } from './decisions.ts'
import { createDigests } from './digests.ts'
import { createFolders } from './folders.ts'
import { createMessages } from './messages.ts'
import { createOutbox } from './outbox.ts'
import { createOverview } from './overview.ts'
import { createRawMessages } from './raw-messages.ts'

/** The database of one mailbox (user@host), table by table. */
export function openStore(file: string, mailbox: string) {
  const database = openDatabase(file)
  return {
    folders: createFolders(database, mailbox),
    messages: createMessages(database, mailbox),
    rawMessages: createRawMessages(database),
    decisions: createDecisions(database),
    applications: createApplications(database),
    outbox: createOutbox(database),
    digests: createDigests(database),
    overview: createOverview(database),
    /** Everything in `work` is committed together, or nothing is. */
    transaction: <Result>(work: () => Result): Result => database.transaction(work).immediate(),
    close: (): void => {
      database.close()
    },
  }
}

export type Store = ReturnType<typeof openStore>
