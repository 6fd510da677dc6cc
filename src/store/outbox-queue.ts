import { withCode } from '../core/desk/code.ts'
import type { OutboxEntry, OutgoingMail, WithheldFor } from '../core/sending/outgoing-mail.ts'
import { LONGEST_DELAY } from '../core/sending/retry.ts'
import { type Database, redoably } from './database.ts'
import { fromRow, LIGHT, type Row, SENDABLE } from './outbox.ts'

/** `code`: of a mail to staff that bears one, which the outbox itself never does. */
type Claimed = { readonly mail: string; readonly code: string | null }

/** What the table `outbox` has to send, and who takes it in hand. */
export function createOutboxQueue(database: Database) {
  const due = database.prepare<{ now: string; ahead: string }, Row>(`
    SELECT ${LIGHT} FROM outbox WHERE ${SENDABLE} AND (due_at <= @now OR due_at > @ahead) AND (expires_at IS NULL OR expires_at > @now)
    ORDER BY kind IN ('digest', 'alarm', 'desk') DESC, kind IN ('reminder', 'result'), due_at, id`)
  const claim = database.prepare<[number, string], Claimed>(`
    UPDATE outbox SET state = 'sending', withheld_for = NULL, attempts = attempts + 1
    WHERE id = ? AND ${SENDABLE} AND (expires_at IS NULL OR expires_at > ?)
    RETURNING (SELECT mail FROM outbox_mails WHERE outbox_mails.id = outbox.id) AS mail,
      (SELECT code FROM desk_codes WHERE desk_codes.purpose = outbox.purpose) AS code`)
  const unclaim = database.prepare(
    "UPDATE outbox SET state = 'due', attempts = attempts - 1, last_error = ?, due_at = ifnull(?, due_at) WHERE id = ?",
  )
  const withhold = database.prepare(
    `UPDATE outbox SET state = 'withheld', withheld_for = ? WHERE id = ? AND ${SENDABLE}`,
  )
  return {
    /** What may be sent now, the withheld ones that outwait a cap among them; for staff first, to many last, else in the order of falling due. */
    due: (now: Date): readonly OutboxEntry[] => {
      // A time further ahead than any delay was written under a clock that was wrong.
      const ahead = new Date(now.getTime() + LONGEST_DELAY)
      return due.all({ now: now.toISOString(), ahead: ahead.toISOString() }).map(fromRow)
    },
    /** The mail to hand over; null when somebody else has it, or it is no longer true. */
    claim: (id: number, now: Date): OutgoingMail | null => {
      const claimed = redoably(database, () => claim.get(id, now.toISOString()))
      if (claimed === undefined) return null
      const mail = JSON.parse(claimed.mail) as OutgoingMail
      return claimed.code === null ? mail : withCode(mail, claimed.code)
    },
    /** It never came to sending: no attempt is counted; with `behind`, what fell due before that goes first. */
    unclaim: (id: number, error: string, behind: Date | null): void => {
      unclaim.run(error, behind?.toISOString() ?? null, id)
    },
    withhold: (id: number, because: WithheldFor): void => {
      withhold.run(because, id)
    },
  }
}
