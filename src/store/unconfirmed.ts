import type { OutboxKind, UnconfirmedMail } from '../core/sending/outgoing-mail.ts'
import type { Database } from './database.ts'

type Row = {
  id: number
  kind: OutboxKind
  message_id: number | null
  header_id: string
  composed_at: string
  due_at: string
  state: 'unknown' | 'sending'
}

/** Mails in state `unknown`, and those left in `sending`, in the table `outbox`. */
export function createUnconfirmed(database: Database) {
  const sooner = database.prepare(
    "UPDATE outbox SET due_at = @at WHERE state = 'unknown' AND repeated = 0 AND due_at > @at",
  )
  const open = database.prepare<[], Row>("SELECT * FROM outbox WHERE state IN ('unknown', 'sending') ORDER BY id")
  const resume = database.prepare(
    "UPDATE outbox SET state = 'due', attempts = attempts - 1 WHERE id = ? AND state = 'sending'",
  )
  const repeat = database.prepare(
    "UPDATE outbox SET state = 'due', repeated = 1 WHERE id = ? AND state = 'unknown' AND repeated = 0",
  )
  const sinceRestored = database.prepare(`
    UPDATE outbox SET state = 'unknown', due_at = @now WHERE state = 'due' AND attempts = 0 AND repeated = 0 AND composed_at < @dayAfter
      AND (message_id IS NULL OR message_id IN (SELECT id FROM messages WHERE ifnull(internal_date, '') < @restoredAt))`)
  const ahead = database.prepare('UPDATE outbox SET sent_at = @now WHERE sent_at > @now')
  return {
    /** What was sent can't lie ahead of us: the clock went back, and the caps must not count it until it is there again. */
    pullBack: (now: Date): number => ahead.run({ now: now.toISOString() }).changes,
    /** After a start: the connection over which a mail was handed over is gone; from `at` on it is looked into. */
    checkSooner: (at: Date): number => sooner.run({ at: at.toISOString() }).changes,
    /** After a backup was restored: what is due may have gone out after the backup was made. */
    reopenSinceRestored: (restoredAt: Date, now: Date): number =>
      sinceRestored.run({
        restoredAt: restoredAt.toISOString(),
        dayAfter: new Date(restoredAt.getTime() + 86_400_000).toISOString(),
        now: now.toISOString(),
      }).changes,
    /** To be called while nothing is being sent: what is in `sending` then was so when the process died. */
    open: (): readonly UnconfirmedMail[] => open.all().map(fromRow),
    /** Silence is worse than a twin: it is sent once more, with its Message-ID. False where that was done before. */
    repeat: (id: number): boolean => repeat.run(id).changes === 1,
    /** It never came to sending. */
    resume: (id: number): void => {
      resume.run(id)
    },
  }
}

const fromRow = (row: Row): UnconfirmedMail => ({
  id: row.id,
  kind: row.kind,
  messageId: row.message_id,
  headerId: row.header_id,
  composedAt: new Date(row.composed_at),
  dueAt: new Date(row.due_at),
  handedOver: row.state === 'unknown',
})
