import type { Database } from './database.ts'

/** The table `delays`: mails of the outbox that wait through a fault of ours or a server's. */
export function createDelays(database: Database) {
  const begin = database.prepare('INSERT INTO delays (outbox, since) VALUES (?, ?) ON CONFLICT (outbox) DO NOTHING')
  const tidy = database.prepare("DELETE FROM delays WHERE outbox NOT IN (SELECT id FROM outbox WHERE state = 'due')")
  return {
    /** One that waits already keeps its beginning, as long as it waits. */
    begin: (id: number, at: Date): void => {
      begin.run(id, at.toISOString())
    },
    /** What went out, or was given up, waits no more. */
    tidy: (): number => tidy.run().changes,
  }
}
