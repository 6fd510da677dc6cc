import type { Database } from './database.ts'
import { IS_ASIDE, IS_REPLY } from './outbox.ts'

/** The operator's switch between `replies: hold` and `live`, and their wish to have sent again what failed. */
export function createOutboxHold(database: Database) {
  const hold = database.prepare(`
    UPDATE outbox SET state = 'withheld', withheld_for = 'hold'
    WHERE kind NOT IN ('digest', 'alarm', 'desk') AND (state = 'due' OR (state = 'withheld' AND withheld_for = 'cap'))`)
  const release = database.prepare(RELEASE_LATEST)
  const supersede = database.prepare(
    "UPDATE outbox SET withheld_for = 'superseded' WHERE state = 'withheld' AND withheld_for = 'hold'",
  )
  const resend = database.prepare<{ ids: string | null; at: string }, number>(`
    UPDATE outbox SET state = 'due', attempts = 0, due_at = @at
    WHERE state = 'failed' AND message_id IS NOT NULL AND (@ids IS NULL OR message_id IN (SELECT value FROM json_each(@ids)))
    RETURNING message_id`)
  return {
    /** What failed for good is due again; gives the messages. */
    resend: (messages: readonly number[] | null, at: Date): readonly number[] => {
      const ids = messages === null ? null : JSON.stringify(messages)
      return [...new Set(resend.pluck().all({ ids, at: at.toISOString() }))].sort((a, b) => a - b)
    },
    /** The operator went back to `replies: hold`: what isn't sent yet stays. */
    holdReplies: (): number => hold.run().changes,
    /**
     * Going live: of each application the reply to its latest submission goes out, to each address that applied for it, every mail that
     * belongs to none, and what the protected sender is to know.
     */
    releaseHeld: (): number => {
      const released = release.run().changes
      supersede.run()
      return released
    },
  }
}

const RELEASE_LATEST = `
  UPDATE outbox SET state = 'due', withheld_for = NULL
  WHERE state = 'withheld' AND withheld_for = 'hold' AND (${IS_ASIDE}
    OR NOT EXISTS (SELECT 1 FROM submissions mine WHERE mine.message_id = outbox.message_id)
    OR EXISTS (SELECT 1 FROM submissions mine WHERE mine.message_id = outbox.message_id AND NOT EXISTS (
      SELECT 1 FROM messages received
      JOIN submissions others ON others.application_id = mine.application_id
      JOIN messages newer ON newer.id = others.message_id
      JOIN outbox theirs ON theirs.message_id = newer.id AND theirs.recipient = outbox.recipient AND theirs.${IS_REPLY}
      WHERE received.id = mine.message_id
        AND (ifnull(newer.received_at, '9'), newer.uid, newer.id) > (ifnull(received.received_at, '9'), received.uid, received.id))))`
