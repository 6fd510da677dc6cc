import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'

type Location = { readonly folder: string; readonly uidValidity: number; readonly uid: number }

/** Concluded messages that wait for a conclusion again, in the table `messages` of one mailbox. */
export function createReopening(database: Database, { mailbox, events }: { mailbox: string; events: Events }) {
  const again = `state = 'received', relation = NULL, call_id = NULL, branch = NULL, outcome = NULL, settled_at = NULL, attempts = 0,
    interruptions = 0, failed_fetches = 0, begun_at = NULL, not_before = NULL`
  const unrelated = database.prepare(`
    UPDATE messages SET ${again} WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ?
      AND state = 'judged' AND relation = 'unrelated' AND same_as IS NULL AND gone_at IS NULL`)
  const setAside = database.prepare(
    `UPDATE messages SET ${again}, reopened = reopened + 1 WHERE id = ? AND state = 'quarantined'`,
  )
  const decided = database.prepare<[number]>('SELECT 1 FROM decisions WHERE message_id = ? AND decided_by IS NOT NULL')
  const supersede = database.prepare('UPDATE decisions SET superseded = 1 WHERE message_id = ? AND decided_by IS NULL')
  const forget = database.prepare('DELETE FROM entries WHERE message_id = ?')
  const gone = database.prepare('UPDATE messages SET gone_at = ? WHERE id = ?')
  return {
    /** A message that was unrelated to every call and may not be now. False where it is anything else. */
    reopenUnrelated: ({ folder, uidValidity, uid }: Location): boolean =>
      unrelated.run(mailbox, folder, uidValidity, uid).changes === 1,
    /** A message set aside, which is an event; what its header alone made of it stays on record. */
    reopenSetAside: (id: number, at: Date): 'reopened' | 'not-set-aside' | 'decided' =>
      atomically(database, () => {
        if (decided.get(id) !== undefined) return 'decided'
        if (setAside.run(id).changes === 0) return 'not-set-aside'
        supersede.run(id)
        forget.run(id)
        events.append({ kind: 'reopened', message: id }, at)
        return 'reopened'
      }),
    markGone: (id: number, at: Date): void => {
      gone.run(at.toISOString(), id)
    },
  }
}

export type Reopening = ReturnType<typeof createReopening>
