import type { OutboxKind } from '../core/sending/outgoing-mail.ts'
import type { Database } from './database.ts'
import { type FullEntry, fromFullRow, IS_REPLY } from './outbox.ts'

/** A mail that went out. */
type SentMail = { readonly kind: OutboxKind; readonly recipient: string; readonly at: Date }

/** From when on mails to staff count, and all others. */
type Since = { readonly replies: Date; readonly staff: Date }

/** Questions to the outbox about what was said, and to whom. */
export function createOutboxLog(database: Database) {
  const since = database.prepare<
    [Record<keyof Since, string>],
    { kind: OutboxKind; recipient: string; sent_at: string }
  >(`
    SELECT kind, recipient, sent_at FROM outbox WHERE sent_at > @replies AND kind NOT IN ('digest', 'alarm')
    UNION ALL SELECT kind, recipient, sent_at FROM outbox WHERE sent_at > @staff AND kind IN ('digest', 'alarm')`)
  const sentTo = database.prepare<[string, string], number>(
    "SELECT count(*) FROM outbox WHERE sent_at > ? AND recipient = ? AND kind NOT IN ('digest', 'alarm', 'desk', 'reminder', 'result')",
  )
  const toldTo = database.prepare<[string, string, string], number>(
    'SELECT count(*) FROM outbox WHERE sent_at > ? AND recipient = ? AND about = ?',
  )
  const to = database.prepare<[number], Parameters<typeof fromFullRow>[0]>(
    `SELECT * FROM outbox JOIN outbox_mails USING (id) WHERE message_id = ? AND ${IS_REPLY} ORDER BY id`,
  )
  const told = database.prepare<[number], string>(
    `SELECT purpose FROM outbox WHERE message_id = ? AND ${IS_REPLY} AND state IN ('sending', 'sent', 'unknown')`,
  )
  const thread = database.prepare<[string], { message_id: number }>(
    'SELECT message_id FROM outbox WHERE header_id = ? AND message_id IS NOT NULL',
  )
  return {
    sentSince: ({ replies, staff }: Since): readonly SentMail[] =>
      since
        .all({ replies: replies.toISOString(), staff: staff.toISOString() })
        .map(({ sent_at, ...rest }) => ({ ...rest, at: new Date(sent_at) })),
    countSentTo: (address: string, moment: Date): number => sentTo.pluck().get(moment.toISOString(), address) ?? 0,
    /** Whether the address was told the same since then. */
    wasTold: (address: string, about: string, moment: Date): boolean =>
      (toldTo.pluck().get(moment.toISOString(), address, about) ?? 0) > 0,
    /** The replies to a message, oldest first. */
    repliesTo: (messageId: number): readonly FullEntry[] => to.all(messageId).map(fromFullRow),
    /** What replies to the message that left us, or may have, were for. */
    toldFor: (messageId: number): readonly string[] => told.pluck().all(messageId),
    /** The message that our mail with this Message-ID answered. */
    answeredBy: (headerId: string): number | null => thread.get(headerId)?.message_id ?? null,
  }
}
