import type { Database } from './database.ts'

type Place = { readonly folder: string; readonly uidValidity: number; readonly uid: number }

/** Settled messages that become unsettled again, in the table `messages` of one mailbox. */
export function createReopening(database: Database, mailbox: string) {
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
  const leave = database.prepare('DELETE FROM submissions WHERE message_id = ?')
  const gone = database.prepare('UPDATE messages SET gone_at = ? WHERE id = ?')
  return {
    /** A message that was unrelated to every call and may not be now. False where it is anything else. */
    reopenUnrelated: ({ folder, uidValidity, uid }: Place): boolean =>
      unrelated.run(mailbox, folder, uidValidity, uid).changes === 1,
    /** A message set aside; what its header alone made of it stays on record. To be called in a transaction. */
    reopenSetAside: (id: number): 'reopened' | 'not-set-aside' | 'decided' => {
      if (decided.get(id) !== undefined) return 'decided'
      if (setAside.run(id).changes === 0) return 'not-set-aside'
      supersede.run(id)
      leave.run(id)
      return 'reopened'
    },
    markGone: (id: number, at: Date): void => {
      gone.run(at.toISOString(), id)
    },
  }
}
