import type { Likeness, ListedMessage } from '../core/application/recorded-message.ts'
import type { Database } from './database.ts'

type Like = { id: number; documents: string }
type Unplaced = { id: number; sha256: string | null; internal_date: string | null }

/**
 * Where messages lie, in the table `messages` of one mailbox. When a folder's UIDs are no longer valid, its rows wait (under a negative
 * uid_validity) until their message is found again by its hash.
 */
export function createLocations(database: Database, mailbox: string) {
  const vacate = database.prepare(`
    UPDATE messages SET uid_validity = (SELECT min(0, min(uid_validity)) - 1 FROM messages WHERE mailbox = @mailbox AND folder = @folder)
    WHERE mailbox = @mailbox AND folder = @folder AND uid_validity = @uidValidity`)
  const move = database.prepare(MOVE)
  const isWaiting = database.prepare<[number, string, string]>(
    'SELECT 1 FROM messages WHERE id = ? AND mailbox = ? AND folder = ? AND uid_validity < 0',
  )
  const like = database.prepare<[string, string, string | null, string | null], Like>(`
    SELECT messages.id, (SELECT json_group_array(value ->> 'sha256') FROM json_each(body, '$.documents')) AS documents
    FROM messages JOIN decisions ON decisions.message_id = messages.id AND decided_by IS NULL AND superseded = 0
    WHERE mailbox = ? AND folder = ? AND uid_validity < 0 AND gone_at IS NULL AND messages.message_id IS ? AND sender IS ?
    ORDER BY uid_validity DESC, uid`)
  const forgetSource = database.prepare('DELETE FROM raw_messages WHERE message_id = ?')
  const forget = database.prepare('DELETE FROM messages WHERE id = ?')
  return {
    ...adoptionIn(database, mailbox),
    /** The folder's UIDs of that validity are valid no more. */
    vacate: (folder: string, uidValidity: number): number =>
      uidValidity < 0 ? 0 : vacate.run({ mailbox, folder, uidValidity }).changes,
    /**
     * The row that waits for this message though the server changed a line of its header (Status, X-UID) with the UIDs: from the same sender,
     * with the same Message-ID and the same files. null where none does; without Message-ID and files nothing can be told.
     */
    waitingLike: ({ folder }: ListedMessage, { messageId, sender, documents }: Likeness): number | null => {
      if (messageId === null && documents.length === 0) return null
      const wanted = sorted(documents)
      const found = like.all(mailbox, folder, messageId, sender)
      return found.find(one => sorted(JSON.parse(one.documents) as string[]) === wanted)?.id ?? null
    },
    /** The row that waits is the message's whose bytes were downloaded: it gets its new UID, and its new row goes. */
    adoptByBytes: (id: number, found: ListedMessage & { readonly id: number }): boolean => {
      if (isWaiting.get(id, mailbox, found.folder) === undefined) return false
      forgetSource.run(found.id)
      forget.run(found.id)
      move.run(found.uidValidity, found.uid, id)
      return true
    },
  }
}

/** Known by what the server lists, without a download. */
function adoptionIn(database: Database, mailbox: string) {
  // By itself SQLite would go through all that wait, for each that is looked for.
  const waiting = database.prepare<[string, string, string, number], Unplaced>(`
    SELECT id, sha256, internal_date FROM messages INDEXED BY messages_unplaced
    WHERE mailbox = ? AND folder = ? AND uid_validity < 0 AND header_sha256 = ? AND size = ? AND gone_at IS NULL
    ORDER BY uid_validity DESC, uid`)
  const awaited = database.prepare<[string, string], 1>(
    'SELECT 1 FROM messages INDEXED BY messages_unplaced WHERE mailbox = ? AND folder = ? AND uid_validity < 0 LIMIT 1',
  )
  const taken = database.prepare<[string, string, number, number]>(
    'SELECT 1 FROM messages WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ?',
  )
  const move = database.prepare(MOVE)
  return {
    /** Whether any row waits for its message to be found in that folder. */
    awaited: (folder: string): boolean => awaited.get(mailbox, folder) !== undefined,
    /**
     * Gives the row that waits for this message its new UID, without a download: one that was never downloaded is known by header and
     * size, one that was by INTERNALDATE too. False where there is none, or several of different bytes: then its own bytes must tell.
     */
    adopt: ({ folder, uidValidity, uid, size, headerSha256, internalDate }: ListedMessage): boolean => {
      const found = waiting.all(mailbox, folder, headerSha256, size)
      const [first] = found
      if (first === undefined || found.some(({ sha256 }) => sha256 !== first.sha256)) return false
      if (first.sha256 !== null && first.internal_date !== (internalDate?.toISOString() ?? null)) return false
      if (taken.get(mailbox, folder, uidValidity, uid) !== undefined) return false
      move.run(uidValidity, uid, first.id)
      return true
    },
  }
}

const MOVE = 'UPDATE messages SET uid_validity = ?, uid = ? WHERE id = ?'

const sorted = (hashes: readonly string[]): string => [...hashes].sort().join()

export type Locations = ReturnType<typeof createLocations>
