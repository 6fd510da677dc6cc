import type { Database } from './database.ts'

/** The table `raw_messages`: the bytes of messages that may be applications. */
export function createRawMessages(database: Database) {
  const insert = database.prepare('INSERT INTO raw_messages (message_id, source) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const find = database.prepare<[number], Buffer>('SELECT source FROM raw_messages WHERE message_id = ?')
  const remove = database.prepare('DELETE FROM raw_messages WHERE message_id = ?')
  return {
    add: (messageId: number, source: Uint8Array): void => {
      insert.run(messageId, source)
    },
    find: (messageId: number): Uint8Array | null => (find.pluck().get(messageId) as Buffer | undefined) ?? null,
    remove: (messageId: number): void => {
      remove.run(messageId)
    },
  }
}

export type RawMessages = ReturnType<typeof createRawMessages>
