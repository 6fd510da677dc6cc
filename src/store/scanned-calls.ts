import type { Database } from './database.ts'

/** What identifies a call's state as far as it decides which mail concerns it. */
type CallFingerprint = { readonly id: string; readonly fingerprint: string }

/** The table `call_looks` of one mailbox: for which calls, as they were then, the mailbox has been looked through. */
export function createScannedCalls(database: Database, mailbox: string) {
  const known = database.prepare<[string], { call_id: string; fingerprint: string }>(
    'SELECT call_id, fingerprint FROM call_looks WHERE mailbox = ?',
  )
  const forget = database.prepare('DELETE FROM call_looks WHERE mailbox = ?')
  const insert = database.prepare('INSERT INTO call_looks (mailbox, call_id, fingerprint) VALUES (?, ?, ?)')
  return {
    /** The ids of those that are new, or not what they were. */
    changed: (calls: readonly CallFingerprint[]): readonly string[] => {
      const before = new Map(known.all(mailbox).map(one => [one.call_id, one.fingerprint]))
      return calls.filter(({ id, fingerprint }) => before.get(id) !== fingerprint).map(({ id }) => id)
    },
    remember: (calls: readonly CallFingerprint[]): void => {
      forget.run(mailbox)
      for (const { id, fingerprint } of calls) insert.run(mailbox, id, fingerprint)
    },
  }
}
