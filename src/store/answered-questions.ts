import type { Database } from './database.ts'

/** The table `answered_questions`. */
export function createAnsweredQuestions(database: Database) {
  const has = database.prepare<[number]>('SELECT 1 FROM answered_questions WHERE message_id = ?')
  const add = database.prepare(
    'INSERT INTO answered_questions (message_id, seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  return {
    /** Whether somebody wrote in its thread from the mailbox. */
    has: (id: number): boolean => has.get(id) !== undefined,
    add: (id: number, at: Date): void => {
      add.run(id, at.toISOString())
    },
  }
}
