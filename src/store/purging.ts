import { describeError, StorageError } from '../errors.ts'
import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'

/** What is purged: messages of the call received before that moment, and automatic mail of that time, which belongs to no call. */
type ToPurge = { readonly call: string; readonly before: Date }

/** Letters that nobody got are discarded in that person's name. */
type Discarding = { readonly discarded: number; readonly by: string; readonly reason: string }

const OWN = `
  SELECT id FROM messages WHERE state <> 'received' AND id IN (SELECT message_id FROM entries WHERE call_id = @call)
    AND ifnull(received_at, recorded_at) < @before`

/** Of these, those that bring nothing for another call that is still on record: the mail itself goes with the last of its calls. */
const WHOLE = `${OWN} AND NOT EXISTS (
  SELECT 1 FROM entries e JOIN decisions d ON d.message_id = e.message_id AND d.entry = e.entry
  WHERE e.message_id = messages.id AND e.call_id <> @call)`

/** The call's entries of its messages. */
const ENTRIES = `SELECT message_id, entry FROM entries WHERE call_id = @call AND message_id IN (${OWN})`
const DECIDED = `SELECT 1 FROM decisions d JOIN entries e ON e.message_id = d.message_id AND e.entry = d.entry WHERE e.call_id = @call AND d.message_id = messages.id`

const AUTOMATIC = `
  SELECT id FROM messages WHERE state = 'judged' AND relation IN ('automatic', 'inquiry', 'command')
    AND NOT EXISTS (SELECT 1 FROM entries WHERE message_id = messages.id AND call_id IS NOT NULL) AND ifnull(received_at, recorded_at) < @before AND @call IS NOT NULL`

/** What the committee sent to many of the call. */
const LETTERS = `
  SELECT l.purpose FROM mailings m JOIN mailing_letters l ON l.mailing_id = m.id WHERE m.call_id = @call`

const PERSONAL = `(sender IS NOT NULL OR subject IS NOT NULL OR EXISTS (SELECT 1 FROM raw_messages WHERE message_id = messages.id))`
const CONCERNED = `${WHOLE} UNION ALL ${AUTOMATIC}`
/** A branch is none; the key of a person, or of a work with its author, is personal. */
const BRANCHES = 'SELECT branch FROM entries WHERE call_id = @call AND branch IS NOT NULL'

type Values = { readonly call: string; readonly before: string }

const values = ({ call, before }: ToPurge): Values => ({ call, before: before.toISOString() })

/**
 * Removes what is personal: bytes, decisions with what forms said, replies, senders and subjects, the names of applicants who are people.
 * What proves that nothing was lost stays: the row of each message, its hashes, its outcome, the chain of versions and the chain of events.
 * Of a mail that another call still has an entry of, this call's decisions go now, the mail with the other call.
 */
export function createPurging(database: Database, events: Events) {
  const { count, ...questions } = questionsOf(database)
  const note = database.prepare(
    'INSERT INTO purges (call_id, discarded, made_by, reason, made_at) VALUES (?, ?, ?, ?, ?)',
  )
  const removals = [
    `DELETE FROM decisions WHERE (message_id, entry) IN (${ENTRIES})`,
    `UPDATE entries SET applicant = NULL, shown = NULL WHERE (message_id, entry) IN (${ENTRIES}) AND applicant IS NOT branch`,
    `UPDATE applications SET applicant = '#' || sequence WHERE call_id = @call AND @before IS NOT NULL AND applicant NOT IN (${BRANCHES})
      AND NOT EXISTS (SELECT 1 FROM submissions s JOIN decisions d ON d.message_id = s.message_id AND d.entry = s.entry
        WHERE s.application_id = applications.id)`,
    `DELETE FROM scanned_pages WHERE document_id IN (SELECT id FROM scanned_documents WHERE message_id IN (${CONCERNED}))`,
    `DELETE FROM scanned_documents WHERE message_id IN (${CONCERNED})`,
    `DELETE FROM raw_messages WHERE message_id IN (${CONCERNED})`,
    `DELETE FROM outbox WHERE message_id IN (${CONCERNED})`,
    "DELETE FROM outbox WHERE kind IN ('digest', 'desk') AND state IN ('sent', 'failed') AND composed_at < @before AND @call IS NOT NULL",
    `DELETE FROM decisions WHERE message_id IN (${CONCERNED})`,
    `DELETE FROM outbox WHERE purpose IN (${LETTERS}) AND @before IS NOT NULL`,
    'DELETE FROM mailing_letters WHERE mailing_id IN (SELECT id FROM mailings WHERE call_id = @call) AND @before IS NOT NULL',
    'DELETE FROM confirmations WHERE call_id = @call AND @before IS NOT NULL',
    "DELETE FROM desk_files WHERE message_id IN (SELECT message_id FROM desk_mails WHERE state IN ('answered', 'refused') AND recorded_at < @before) AND @call IS NOT NULL",
    'UPDATE desk_lines SET result = NULL WHERE settled_at < @before AND @call IS NOT NULL',
    "UPDATE desk_mails SET address = NULL, body = NULL WHERE state IN ('answered', 'refused') AND recorded_at < @before AND @call IS NOT NULL",
    "UPDATE desk_codes SET address = '', purpose = 'purged:' || id WHERE expires_at < @before AND @call IS NOT NULL",
    `UPDATE messages SET sender = NULL, subject = NULL, message_id = NULL, last_error = NULL WHERE id IN (${CONCERNED})`,
  ].map(text => database.prepare<[Values]>(text))
  return {
    count,
    ...questions,
    purge: (which: ToPurge, discarding: Discarding | null, at: Date): void => {
      // What is deleted is overwritten, not only forgotten.
      database.pragma('secure_delete = ON')
      atomically(database, () => {
        const { messages, automatic } = count(which)
        for (const removal of removals) removal.run(values(which))
        const { discarded = 0, by = '', reason = '' } = discarding ?? {}
        if (discarded > 0) note.run(which.call, discarded, by, reason, at.toISOString())
        const more = discarded > 0 ? { discarded } : {}
        events.append({ kind: 'purged', call: which.call, messages: messages + automatic, ...more }, at)
      })
    },
    forget: () => rewrite(database),
  }
}

/**
 * Nothing that was purged, or rewritten at any time before, stays in free pages of the file or in the write-ahead log; to be called outside a
 * transaction. Throws StorageError where there is no room for it, or somebody else writes: it can be done again.
 */
function rewrite(database: Database): void {
  try {
    database.exec('VACUUM')
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    throw new StorageError(
      `removed, but the file was not rewritten without it, purge again later: ${describeError(error)}`,
    )
  }
}

/** What is asked before. */
function questionsOf(database: Database) {
  const counting = (text: string) => database.prepare<[Values], number>(`SELECT count(*) FROM (${text})`).pluck()
  const own = counting(`${OWN} AND (EXISTS (${DECIDED}) OR (id IN (${WHOLE}) AND ${PERSONAL}))`)
  const automatic = counting(`${AUTOMATIC} AND ${PERSONAL}`)
  const letters = counting(`SELECT 1 FROM outbox WHERE purpose IN (${LETTERS}) AND @before IS NOT NULL`)
  const underWay = counting(
    `SELECT 1 FROM outbox WHERE (message_id IN (${WHOLE}) OR purpose IN (${LETTERS})) AND state = 'sending'`,
  )
  const unsent = counting(`
    SELECT 1 FROM outbox WHERE (message_id IN (${WHOLE}) OR purpose IN (${LETTERS}))
      AND (state IN ('due', 'sending') OR (state = 'unknown' AND repeated = 0) OR withheld_for IN ('cap', 'hold'))`)
  const changed = database
    .prepare<[Values], string | null>(`
      SELECT max(at) FROM (SELECT settled_at AS at FROM messages WHERE id IN (${OWN})
        UNION ALL SELECT decided_at FROM decisions WHERE (message_id, entry) IN (${ENTRIES})
        UNION ALL SELECT made_at FROM confirmations WHERE call_id = @call
        UNION ALL SELECT m.made_at FROM mailings m JOIN mailing_letters l ON l.mailing_id = m.id WHERE m.call_id = @call)`)
    .pluck()
  return {
    /** How many messages still have something personal: of the call, and automatic ones; and letters to many. */
    count: (which: ToPurge) => ({
      messages: own.get(values(which)) ?? 0,
      automatic: automatic.get(values(which)) ?? 0,
      letters: letters.get(values(which)) ?? 0,
    }),
    /** When anything of them was last decided, or anything that goes with them was said or sent to many; null where nothing was. */
    lastChange: (which: ToPurge): Date | null => {
      const at = changed.get(values(which)) ?? null
      return at === null ? null : new Date(at)
    },
    /** Letters that never went out; one that was repeated and may have gone out is none. `underWay`: of these, those being sent. */
    unsent: (which: ToPurge) => ({
      letters: unsent.get(values(which)) ?? 0,
      underWay: underWay.get(values(which)) ?? 0,
    }),
  }
}
